import Values

/// What the register's pages say.
enum RegisterPhrase: Phrase {
    case title, find, any, group, figure, sort, maskedNote, nobody, gone, shown(Int)
    case counted(String, Int), ofFigure(String), name, sex, age, address, standing, relation, born
    case duplicates, duplicatesNote, noDuplicates, merge, unmerge, wasMerged, keptRow
    case lives, groups, facts, bornOn(String, Int), diedOn(String), from(String), since(String)
    case fromTo(String, String), reviewBy(String), ended(String), leaveGroup, aged(Int)
    case relationAndAge(String, Int)
    case openTitle, openNote, open, what, why, whyHint, phone, identity
    case looked, factTitle, value
    case enterTitle, level, basis, basisHint, lookedBy(String), day, source, note, leaveTitle, how, movedOut,
        died
    case correctTitle, correctNote, rightName
    case addTitle, addNote, livesSince, moveTitle, moveNote, who, newHome, newHomeHint

    var text: Text { listText ?? personText ?? formText }

    private var listText: Text? {
        switch self {
        case .title: Text("居民登记", "The register")
        case .find: Text("姓名、拼音首字母、电话、证件号、门牌", "Name, first letters, phone, number, place")
        case .any: Text("都看", "All")
        case .group: Text("哪一类人", "Group")
        case .figure: Text("概况里的哪个数", "Figure of the profile")
        case .sort: Text("怎样的人家", "Household")
        case .maskedNote: Text("名字遮着，打开一位要写为什么。", "Names are masked; to open one you say why.")
        case .nobody: Text("这里还没有登记的人。", "Nobody is registered here.")
        case .gone: Text("已不住这里", "Lives here no longer")
        case .shown(let count): Text("这一页\(count)人", count == 1 ? "1 on this page" : "\(count) on this page")
        case .counted(let place, let count): Text("\(place)，\(count)人。", "\(place): \(count).")
        case .ofFigure(let name): Text("\(name)：", "\(name): ")
        case .name: Text("姓名", "Name")
        case .sex: Text("性别", "Sex")
        case .age: Text("年龄", "Age")
        case .address: Text("住在", "Lives at")
        case .standing: Text("户口和人", "Registration")
        case .relation: Text("和户主的关系", "To the head")
        case .relationAndAge(let relation, let age): Text("\(relation)，\(age)岁", "\(relation), aged \(age)")
        case .aged(let age): Text("\(age)岁", "aged \(age)")
        case .born: Text("生日", "Birthday")
        case .duplicates: Text("可能重复的人", "Possible duplicates")
        case .duplicatesNote: Text("请先看清是不是一个人；并错了可以分开。", "Look well first; a wrong merge can be undone.")
        case .noDuplicates: Text("没有看着像重复的。", "Nobody seems to stand here twice.")
        case .merge: Text("是一个人，并到上面一行", "One person: keep the upper row")
        default: nil
        }
    }

    private var personText: Text? {
        switch self {
        case .unmerge: Text("分开", "Take apart")
        case .wasMerged: Text("这一行已经并到：", "This row was merged into:")
        case .keptRow: Text("留下的那一行", "the row that was kept")
        case .lives: Text("住在哪里", "Where they live")
        case .groups: Text("属于哪几类", "Groups")
        case .facts: Text("别的", "Further")
        case .bornOn(let day, let age): Text("\(day)生，\(age)岁", "born \(day), aged \(age)")
        case .diedOn(let day): Text("\(day)过世　", "died \(day)　")
        case .from(let source): Text("出处：\(source)", "Source: \(source)")
        case .since(let day): Text("\(day)起", "since \(day)")
        case .fromTo(let since, let until): Text("\(since)至\(until)", "\(since) to \(until)")
        case .reviewBy(let day): Text("\(day)前再看", "review by \(day)")
        case .ended(let day): Text("\(day)起没有人", "empty since \(day)")
        case .leaveGroup: Text("不再是了", "No longer")
        case .openTitle: Text("打开一样", "Open one thing")
        case .openNote: Text("谁看了、为什么看，都记下来。一次只看一样。", "Who looked and why is kept. One thing at a time.")
        case .open: Text("打开", "Open")
        case .what: Text("看什么", "What")
        case .why: Text("为什么要看", "Why")
        case .whyHint: Text("比如：约今天下午上门", "Such as: a visit this afternoon")
        case .phone: Text("电话", "Telephone")
        case .identity: Text("身份证号", "Identity number")
        default: nil
        }
    }

    private var formText: Text {
        switch self {
        case .enterTitle: Text("记入一类", "Note a group")
        case .level: Text("程度、等级", "Level")
        case .basis: Text("凭什么", "On what basis")
        case .basisHint: Text("比如：残疾证、诊断书、名册", "Such as a certificate, a diagnosis, a list")
        case .lookedBy(let who): Text("\(who)看过", "looked at by \(who)")
        case .looked: Text("看过了，没变", "Looked, unchanged")
        case .factTitle: Text("再记一样", "Note something more")
        case .value: Text("写一句", "In a few words")
        case .day: Text("从哪天起", "From")
        case .source: Text("怎么知道的", "How it is known")
        case .note: Text("记下", "Note")
        case .leaveTitle: Text("不住这里了", "Lives here no longer")
        case .how: Text("怎么了", "What happened")
        case .movedOut: Text("搬走了", "Moved away")
        case .died: Text("过世了", "Died")
        case .correctTitle: Text("改名字", "Correct the name")
        case .correctNote: Text("从前写的会留着。", "What stood there before is kept.")
        case .rightName: Text("对的名字", "The right name")
        case .addTitle: Text("这一户添一个人", "Add somebody")
        case .addNote: Text("新出生的、搬进来的都在这里记。", "Newborn or moving in.")
        case .livesSince: Text("哪天起住这里", "Lives here since")
        case .moveTitle: Text("搬家、分户", "Move or split")
        case .moveNote:
            Text("选上谁搬。全选是搬家，选几个是分户。", "Tick who moves: all is a move, a few is a split.")
        case .who: Text("谁搬", "Who moves")
        case .newHome: Text("搬到哪里（门牌代号）", "To which home (its code)")
        case .newHomeHint: Text("那里已经有人家，就合成一户", "If a household lives there, they join it")
        default: .empty
        }
    }
}
