import Values

/// Why a table, or one cell of it, cannot be read or written.
///
/// Shape: `row` and `column` count from 1 as the sheet shows them; in CSV the row is the line of the text
/// file.
public struct SheetFault: Error, Hashable, Sendable, Phrase {
    public let row: Int?
    public let column: Int?
    public let kind: Kind

    public init(_ kind: Kind, row: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.row = row
        self.column = column
    }

    public enum Kind: Hashable, Sendable {
        // The file as a whole.
        case empty, notATable, oldFormat, encrypted, damaged, unsafeXML, cannotWrite
        case fileTooBig(megabytes: Int)
        case unpacksTooBig
        case noSheet
        case sheetMissing(String)
        case sheetName(String)
        // The text of a CSV file.
        case encoding, controlCharacter, unterminatedQuote, textAfterQuote, strayQuote
        // The shape of the table.
        case tooManyRows(Int)
        case tooManyColumns(Int)
        case cellTooLong(Int)
        case duplicateColumn(String)
        case cellWithoutHeader
        case missingColumn(Text)
        // What stands in a cell.
        case digitsLost, notADate, notANumber
        case errorValue(String)
        case formulaWithoutValue
    }

    /// The whole sentence, with its place in front.
    public var text: Text {
        switch (row, column) {
        case (let row?, let column?):
            Text(
                "第\(row)行第\(column)列：\(kind.text.chinese)",
                "Row \(row), column \(column): \(kind.text.english)")
        case (let row?, nil):
            Text("第\(row)行：\(kind.text.chinese)", "Row \(row): \(kind.text.english)")
        case (nil, let column?):
            Text("第\(column)列：\(kind.text.chinese)", "Column \(column): \(kind.text.english)")
        case (nil, nil):
            kind.text
        }
    }
}

extension SheetFault.Kind: Phrase {
    public var text: Text {
        switch self {
        case .empty, .notATable, .oldFormat, .encrypted, .damaged, .unsafeXML, .cannotWrite, .fileTooBig,
            .unpacksTooBig, .noSheet, .sheetMissing, .sheetName:
            ofFile
        case .encoding, .controlCharacter, .unterminatedQuote, .textAfterQuote, .strayQuote:
            ofCharacters
        case .tooManyRows, .tooManyColumns, .cellTooLong, .duplicateColumn, .cellWithoutHeader,
            .missingColumn:
            ofShape
        case .digitsLost, .notADate, .notANumber, .errorValue, .formulaWithoutValue:
            ofCell
        }
    }

    private var ofFile: Text {
        switch self {
        case .empty: Text("表里没有内容", "the table is empty")
        case .oldFormat:
            Text("这是旧式的xls文件，请另存为xlsx再传", "this is an old xls file; please save it as xlsx")
        case .encrypted: Text("文件有密码，请去掉密码再传", "the file has a password; please remove it first")
        case .damaged: Text("文件坏了，读不完整", "the file is damaged and cannot be read whole")
        case .unsafeXML:
            Text("文件里有不该有的声明，没有读", "the file holds a declaration that tables never need, so it was not read")
        case .cannotWrite: Text("表格没能写出来，请稍后再试", "the table could not be written; please try again later")
        case .fileTooBig(let megabytes):
            Text("文件超过\(megabytes)MB，请分成几份", "the file is over \(megabytes) MB; please split it")
        case .unpacksTooBig: Text("文件展开后太大，请分成几份", "the file unpacks too large; please split it")
        case .noSheet: Text("文件里没有工作表", "the file has no sheet")
        case .sheetMissing(let name): Text("没有名叫“\(name)”的工作表", "there is no sheet named “\(name)”")
        case .sheetName(let name): Text("“\(name)”不能作工作表的名字", "“\(name)” cannot name a sheet")
        default: Text("这不是表格文件，请用xlsx或csv", "this is not a table; please use xlsx or csv")
        }
    }

    private var ofCharacters: Text {
        switch self {
        case .controlCharacter: Text("有看不见的控制字符", "there is an invisible control character")
        case .unterminatedQuote: Text("引号没有合上", "the quotation mark is never closed")
        case .textAfterQuote: Text("合上的引号后面还有字", "there is text after the closing quotation mark")
        case .strayQuote: Text("引号应当在格子的开头", "a quotation mark may only stand at the start of a cell")
        default:
            Text("文字的编码认不出，请存成UTF-8", "the characters cannot be read; please save the file as UTF-8")
        }
    }

    private var ofShape: Text {
        switch self {
        case .tooManyRows(let limit):
            Text("超过\(limit)行，请分成几份", "there are more than \(limit) rows; please split the table")
        case .tooManyColumns(let limit): Text("超过\(limit)列", "there are more than \(limit) columns")
        case .cellTooLong(let limit): Text("一格超过\(limit)个字", "one cell is longer than \(limit) characters")
        case .duplicateColumn(let name): Text("表头“\(name)”出现了两次", "the heading “\(name)” stands twice")
        case .missingColumn(let name):
            Text("缺少“\(name.chinese)”这一列", "the column “\(name.english)” is missing")
        default: Text("这一格上面没有表头", "this cell has no heading above it")
        }
    }

    private var ofCell: Text {
        switch self {
        case .digitsLost:
            Text(
                "号码太长，存成数字时末几位已经丢了，请改成文本重填",
                "the number has lost its last digits; please set the cell to text and type it again"
            )
        case .notADate: Text("日期读不懂", "the date cannot be understood")
        case .notANumber: Text("数字读不懂", "the number cannot be understood")
        case .errorValue(let value): Text("公式出错：\(value)", "the formula gives an error: \(value)")
        default:
            Text(
                "公式还没有算出结果，请用表格软件打开并保存一次",
                "the formula has no result yet; please open and save the file once in a spreadsheet program")
        }
    }
}
