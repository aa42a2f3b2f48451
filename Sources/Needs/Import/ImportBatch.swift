public import Actions
public import People
public import Values

/// What a table's rows become.
public enum ImportKind: String, Sendable, CaseIterable, Codable {
    case needs, resources, people

    public var title: Text {
        switch self {
        case .needs: Text("需求", "Needs")
        case .resources: Text("资源", "Resources")
        case .people: Text("居民登记", "The register")
        }
    }

    /// At most so many rows in one file, so that the last step stays short too.
    public var mostRows: Int { self == .people ? 50_000 : ImportRun.mostRows }
}

/// How far an import has come.
public enum ImportState: String, Sendable, CaseIterable, Codable {
    /// Rows are being laid down.
    case staging
    /// All rows lie there; columns are being matched and rows looked through.
    case staged
    /// Rows become needs or resources that nobody sees yet.
    case bringing
    /// Everything new is seen since one moment; what is written of those known before is being changed.
    case changing
    /// Every row has had its effect.
    case adopted
    /// What the rows did is being taken back.
    case undoing
    case undone
    /// Nothing came of it.
    case discarded

    public var title: Text {
        switch self {
        case .staging: Text("正在读", "Being read")
        case .staged: Text("等您看过", "Waiting for your look")
        case .bringing: Text("正在放进来", "Being brought in")
        case .changing: Text("正在改", "Being changed")
        case .adopted: Text("都进来了", "Adopted")
        case .undoing: Text("正在撤回", "Being undone")
        case .undone: Text("撤回了", "Undone")
        case .discarded: Text("没有要", "Discarded")
        }
    }
}

/// One file on its way in.
///
/// Adoption is one step for every reader and a short one for the writer. The rows of a file become needs,
/// resources or people in chunks of at most ``ImportRun/chunk``, each its own short transaction between other
/// people's reports, and stand there unseen. ``AdoptBatch`` then shows them: until it commits no reader sees
/// any row, afterwards every reader sees all. Of people it writes one row, by which their mark and their
/// figures count, and ``LiftMarks`` tidies up in chunks; of the few thousand needs or resources of a file it
/// lifts the mark itself. Giving up before that removes the unseen rows in chunks again.
///
/// Rows that mean somebody who is registered already change them after that moment, one by one: it only goes
/// forward then, also over a stop of the program, and a row that somebody has overtaken is left, with why.
/// Every row leaves a mark of its values, so that the same file, or the same row in another, changes nothing.
public struct ImportBatch: Sendable, Codable, Placed {
    public let id: Identifier
    public let path: PlacePath
    public let kind: ImportKind
    public let fileName: String
    public var header: [String]
    /// Which column, from 0, holds what.
    public var columns: [String: Int]
    public var state: ImportState
    public var rows: Int
    public var staged = 0
    public var checked = 0
    public var faults = 0
    /// Rows that came in before, that stand twice in the file, or that say what is registered already.
    public var known = 0
    public var brought = 0
    public let made: Instant
    public let madeBy: Identifier?
    public let madeByName: String
    public var adopted: Instant?
    /// Rows that change what is written of somebody.
    public var changed = 0
    /// Rows that live where no home is in the tree of places yet.
    public var homes = 0
    /// Rows that were left without effect, or whose effect could not be undone.
    public var leftAlone = 0
    public var undone = 0

    /// Rows that will become something new.
    public var fresh: Int { max(0, rows - faults - known - changed) }
    public var isChecked: Bool { checked == rows }
    /// Whether every column that is needed is matched.
    var isMatched: Bool { kind.columns.allSatisfy { !$0.isRequired || columns[$0.key] != nil } }
    public var mayBeAdopted: Bool { state == .staged && isChecked && faults == 0 && rows > 0 }

    /// Whether what it did to the register is still known, and something is there to be taken back.
    public func mayBeUndone(at now: Instant) -> Bool {
        guard kind == .people, state == .adopted, fresh + changed > 0, let adopted else { return false }
        return now.day(in: .shanghai) - adopted.day(in: .shanghai) <= BeginUndo.days
    }
}

/// One row of a file as it lies there.
public struct ImportRow: Sendable, Codable {
    /// From 1 in the order of the file.
    public let row: Int
    /// As the sheet shows it.
    public let line: Int
    public let cells: [String]
    public var faults: [RowFault]
    public var isKnown: Bool
    public var key: [UInt8]?
    public var object: Identifier?
    /// The one of the register whom it means.
    public var person: Identifier?
    public var changes: [RegisterDifference] = []
    public var needsHome = false
}

/// What became of a row.
enum RowOutcome: String, Sendable {
    case open = "", brought, changed, same, left, undone, kept
}

/// A row with other cells than the file's; nil leaves it out.
struct MendedRow: Sendable {
    let row: Int
    let cells: [String]?
}

/// What a row did to the register; without a trace it brought somebody.
struct ImportEffect: Sendable {
    let row: Int
    let key: [UInt8]
    let person: Identifier
    let trace: [UInt8]?
}

/// Why a row cannot come in, and in which of its columns.
public struct RowFault: Sendable, Codable, Hashable {
    public let column: String
    public let why: Reason

    public enum Reason: String, Sendable, Codable, CaseIterable, Phrase {
        case missing, tooLong, noSuchPlace, severalPlaces, noSuchTerm, notAPhone, notADay, dayAhead, dayTooOld
        case notANumber, notText, notAHome
        case notANumberOfIdentity, wrongCheck, oldNumber, wrongBirthday, numberTaken, differsFromNumber
        case twice, hasDied, anotherName

        public var text: Text {
            switch self {
            case .missing: Text("空着", "is empty")
            case .tooLong: Text("太长", "is too long")
            case .noSuchPlace: Text("没有这个地方", "names no place here")
            case .severalPlaces: Text("叫这个名字的不止一处，请写代号", "names several places; write the code")
            case .noSuchTerm: Text("没有这一项", "is not in the list")
            case .notAPhone: Text("电话号码不对", "is not a telephone number")
            case .notADay: Text("日期读不懂", "is not a day")
            case .dayAhead: Text("这一天还没到", "is still to come")
            case .dayTooOld: Text("超过十年了", "is more than ten years ago")
            case .notANumber: Text("要写成整数", "is not a whole number")
            case .notText: Text("有认不出的字", "has characters that cannot be kept")
            case .notAHome: Text("没有写到门牌", "is no home: write it down to the door")
            case .notANumberOfIdentity: Text("不是18位身份证号", "is no identity number of 18 signs")
            case .wrongCheck: Text("最后一位对不上", "has a last sign that does not fit")
            case .oldNumber: Text("是15位的老号码", "is an old number of 15 digits")
            case .wrongBirthday: Text("里的生日没有这一天", "holds a birthday that does not exist")
            case .numberTaken: Text("在表里有两个", "stands here twice")
            case .twice: Text("在表里有两行，说的是同一个人", "stands here twice for one person")
            case .hasDied: Text("登记里已经过世", "has died, the register says")
            case .anotherName: Text("登记在另一个名字下", "is registered under another name")
            case .differsFromNumber: Text("和身份证号里的不一样", "is not what the identity number says")
            }
        }
    }
}

/// Who may import.
public enum ImportRights {
    public static let use = Right("import.use", Text("从表格导入", "Import from a table"))

    public static let table: [RightRow] = [
        RightRow(use, .roles(.communityWorker, .socialWorker, .supervisor, .stationHead), confidential: true)
    ]
}

/// Every expected no of an import.
public enum ImportRefusal: Refusal, CaseIterable {
    case noFile, tooManyRows, noRows, noSuchBatch, columnMissing, hasFaults, notChecked, notOpen,
        sameFileOnItsWay, notUndoable, noSuchLine

    public var name: String {
        switch self {
        case .noFile: "import.no-file"
        case .tooManyRows: "import.too-many-rows"
        case .noRows: "import.no-rows"
        case .noSuchBatch: "import.no-such-batch"
        case .columnMissing: "import.column-missing"
        case .hasFaults: "import.has-faults"
        case .notChecked: "import.not-checked"
        case .notOpen: "import.not-open"
        case .sameFileOnItsWay: "import.same-file-on-its-way"
        case .notUndoable: "import.not-undoable"
        case .noSuchLine: "import.no-such-line"
        }
    }

    public var status: Int {
        switch self {
        case .noSuchBatch: 404
        case .hasFaults, .notChecked, .notOpen, .sameFileOnItsWay, .notUndoable: 409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .noFile, .tooManyRows, .noRows, .sameFileOnItsWay, .noSuchLine: "file"
        default: nil
        }
    }

    public var text: Text {
        switch self {
        case .noFile: Text("请选一个表格文件。", "Please choose a table file.")
        case .tooManyRows:
            Text(
                "一次最多\(ImportRun.mostRows)行，请分成几份。",
                "At most \(ImportRun.mostRows) rows at once; split the file.")
        case .noRows: Text("表里只有表头，没有内容。", "The table has a heading and no rows.")
        case .noSuchBatch: Text("没有这次导入。", "There is no such import.")
        case .columnMissing: Text("还有必须的一列没有对上。", "A column that is needed is not matched yet.")
        case .hasFaults:
            Text(
                "还有不对的行。改好表格再传一次，或换一换列的对法。",
                "Some rows have faults. Mend the file and bring it again, or match the columns anew.")
        case .notUndoable:
            Text("这次导入不能撤回了，只能一样一样改。", "This import can no longer be undone; change things one by one.")
        case .noSuchLine:
            Text(
                "文件里要有“第几行”这一列，写的是原来那个文件的行。",
                "The file needs its column “Line”, with the lines of the first file.")
        case .notChecked: Text("还没有逐行看完，请稍等。", "The rows are still being looked through; wait a moment.")
        case .notOpen: Text("这次导入已经办完了。", "This import is over.")
        case .sameFileOnItsWay:
            Text("同一个文件正在导入，请先看完那一次。", "The same file is already on its way; finish that import first.")
        }
    }
}
