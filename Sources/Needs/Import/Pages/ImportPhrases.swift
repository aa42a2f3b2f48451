import Values

/// The words of imports.
enum ImportPhrase: Phrase {
    case title, intro, kind, file, send, before, noneYet, templates, rows, state, who, when
    case fileHint(Int), template(Text)
    case stepFile, stepColumns, stepLook, stepIn, reading, bringing, leave, look
    case changing, looking, undoing, undone(Int), undo, undoTitle, undoHint(Int)
    case adopted(Int, Int, Int), see, discarded, again, counts(ImportBatch), matchFirst
    case leftRows(Int), keptRows(Int), lineOf(Int), mend, mendedFile, mendedFileHint, sendMended, leaveOut
    case changes(Int), changesHint, whatChanges, change(String, String, String), nothingYet
    case homes(Int), homesHint
    case discard, ready, readyHint, adopt, notReady(Int), allOrNothing, faultsXLSX
    case columns, columnsHint, noColumn, needed(String), match, twice
    case faulty, faultyHint(Int, Int), line, fault, content, sample

    var text: Text { listText ?? wayText ?? undoText ?? mendText ?? verdictText }

    private var listText: Text? {
        switch self {
        case .title: Text("从表格导入", "Import from a table")
        case .intro:
            Text("先看一遍再放进来；有一行不对，就一行也不放。", "Look first, then take in; if one row is wrong, none comes in.")
        case .kind: Text("表里是什么", "What it holds")
        case .file: Text("表格文件", "Table file")
        case .fileHint(let most):
            Text(
                "XLSX或CSV，UTF-8或GB18030，最多20MB、\(most)行。同一个文件再传一次，什么也不会变。",
                """
                XLSX or CSV in UTF-8 or GB18030, up to 20 MB and \(most) rows. The same file twice changes \
                nothing.
                """
            )
        case .send: Text("读一遍", "Read it")
        case .before: Text("以前的导入", "Earlier imports")
        case .noneYet: Text("还没有导入过。从上面选一个文件开始。", "Nothing was imported yet. Choose a file above.")
        case .templates: Text("空白表格", "Empty tables")
        case .template(let kind): Text("\(kind.chinese)表", "\(kind.english) table")
        case .rows: Text("行数", "Rows")
        case .state: Text("到哪一步", "State")
        case .who: Text("谁", "Who")
        case .when: Text("什么时候", "When")
        default: nil
        }
    }

    private var wayText: Text? {
        switch self {
        case .stepFile: Text("读文件", "Read")
        case .stepColumns: Text("对上列", "Match")
        case .stepLook: Text("看一遍", "Look through")
        case .stepIn: Text("放进来", "Take in")
        case .reading: Text("正在读", "Reading")
        case .bringing: Text("正在放进来", "Taking in")
        case .leave:
            Text("您可以先去忙别的，回来再看。居民照样能说事。", "You may leave and come back. People go on reporting meanwhile.")
        case .look: Text("看看到哪了", "See how far it is")
        case .changing: Text("正在改以前登记的", "Changing what was written before")
        case .looking: Text("正在一行一行看", "Looking through the rows")
        case .adopted(let count, let changed, let known):
            changed > 0
                ? Text(
                    "都进来了：\(count)行是新的，\(changed)行改了以前登记的，\(known)行没有变。",
                    "All in: \(count) new, \(changed) changed, \(known) as before.")
                : Text("都进来了：\(count)行是新的，\(known)行以前就有。", "All in: \(count) new, \(known) were here before.")
        case .see: Text("去看看", "See them")
        case .discarded: Text("这次没有要，什么也没留下。", "This one was given up; nothing of it was kept.")
        case .again: Text("再选一个文件", "Choose another file")
        default: nil
        }
    }

    private var undoText: Text? {
        switch self {
        case .undoing: Text("正在撤回", "Undoing")
        case .undone(let count):
            Text("撤回了\(count)行。", count == 1 ? "One row undone." : "\(count) rows undone.")
        case .undo: Text("撤回这次导入", "Undo this import")
        case .undoTitle: Text("导错了", "A mistake?")
        case .undoHint(let days):
            Text(
                "只撤回这次导入做的、后来没有人动过的；动过的留着，并告诉您为什么。\(days)天里可以撤回。",
                """
                Only what this import did and nobody has touched since is undone; the rest stays, with \
                the reason. Within \(days) days.
                """)
        case .leftRows(let count):
            Text(
                "有\(count)行没有改成",
                count == 1 ? "One row was left as it was" : "\(count) rows were left as they were")
        case .keptRows(let count):
            Text("有\(count)行没有撤回", count == 1 ? "One row was not undone" : "\(count) rows were not undone")
        case .lineOf(let line): Text("第\(line)行", "Line \(line)")
        default: nil
        }
    }

    private var mendText: Text? {
        switch self {
        case .mend: Text("改好了，再看一遍", "Mended: look again")
        case .mendedFile: Text("在表格里改", "Mend in the spreadsheet")
        case .mendedFileHint:
            Text(
                "下载的表里，前两列写着第几行、哪里不对；只改别的列，存好再传回来。",
                "The first two columns say which line and what is wrong; change the others and send it back."
            )
        case .sendMended: Text("传回来", "Send it back")
        case .leaveOut: Text("这一行不要", "Leave this row out")
        case .changes(let count):
            Text(
                "\(count)行要改以前登记的", count == 1 ? "One row changes somebody" : "\(count) rows change somebody")
        case .changesHint: Text("表里空着的，不会改登记里的。", "What is empty in the table changes nothing.")
        case .whatChanges: Text("改什么", "What changes")
        case .change(let what, let before, let after):
            Text("\(what)：\(before) → \(after)", "\(what): \(before) → \(after)")
        case .nothingYet: Text("没有记", "nothing")
        case .homes(let count):
            Text(
                "\(count)行的门牌登记里还没有，会添上",
                count == 1 ? "The home of one row is new" : "The homes of \(count) rows are new")
        case .homesHint: Text("看看有没有写错的楼和门牌。", "See whether a building or door is miswritten.")
        default: nil
        }
    }

    private var verdictText: Text {
        switch self {
        case .counts(let batch):
            batch.kind == .people
                ? Text(
                    """
                    一共\(batch.rows)行：\(batch.fresh)行是新的，\(batch.changed)行要改以前登记的，\
                    \(batch.known)行和登记的一样，\(batch.faults)行不对。
                    """,
                    """
                    \(batch.rows) rows: \(batch.fresh) new, \(batch.changed) changed, \
                    \(batch.known) the same, \(batch.faults) with faults.
                    """)
                : Text(
                    """
                    一共\(batch.rows)行：\(batch.fresh)行是新的，\(batch.known)行以前进来过或者重复，\
                    \(batch.faults)行不对。
                    """,
                    """
                    \(batch.rows) rows: \(batch.fresh) new, \(batch.known) known or repeated, \
                    \(batch.faults) with faults.
                    """)
        case .matchFirst: Text("先把下面的列对上，再看一遍。", "First match the columns below.")
        case .discard: Text("不要了", "Give it up")
        case .ready: Text("看过了，可以放进来", "Looked through: it can come in")
        case .readyHint: Text("按下去以后，所有的行一起出现，没有先后。", "All rows will appear together, at one moment.")
        case .adopt: Text("都放进来", "Take it all in")
        case .notReady(let count):
            Text("还有\(count)行不对", count == 1 ? "One row has faults" : "\(count) rows have faults")
        case .allOrNothing:
            Text(
                "在下面改，或者把有错的行下载下来，改好再传回来。都对了才能放进来。",
                "Mend them below, or download the faulty rows and send them back. All or none comes in."
            )
        case .faultsXLSX: Text("下载有错的行XLSX", "Faulty rows as XLSX")
        case .columns: Text("哪一列是什么", "Which column is what")
        case .columnsHint: Text("已经替您对了一遍，不对就改。", "Matched for you; change what is wrong.")
        case .noColumn: Text("没有这一列", "No such column")
        case .needed(let label): Text("\(label)（一定要有）", "\(label) (needed)")
        case .match: Text("就这样对，再看一遍", "Match so and look again")
        case .twice: Text("这一列已经对给别的了", "This column already serves another")
        case .faulty: Text("不对的行", "Rows with faults")
        case .faultyHint(let shown, let all): Text("列出\(shown)行，共\(all)行", "\(shown) shown of \(all)")
        case .line: Text("第几行", "Line")
        case .fault: Text("哪里不对", "What is wrong")
        case .content: Text("这一行写的", "What it says")
        case .sample: Text("开头几行", "The first rows")
        default: Text("—", "—")
        }
    }
}
