import Values

/// What the monthly lists say.
enum MonthlyPhrase: Phrase {
    case title, note, list, month, age, everyAge, turns(Int), day, never, nobody, whole
    case people(String, Int), rows(String, Int), late(Int), byGrid, howMany, print, printNote, cut(Int, Int),
        done
    case aloneUnwritten(Int), seeThem, votersNote, birthdaysNote, reviewsNote, aloneNote, abilitiesNote
    case forDay(String)

    var text: Text { pageText ?? noteText }

    private var pageText: Text? {
        switch self {
        case .title: Text("每月名单", "The month's lists")
        case .note: Text("现在住在这里的人，名字遮着。", "Those who live here now, masked.")
        case .list: Text("哪张名单", "List")
        case .month: Text("哪个月", "Month")
        case .age: Text("满几岁", "Turning")
        case .everyAge: Text("整岁都看", "Every round age")
        case .turns(let age): Text("\(age)岁", "\(age)")
        case .day: Text("哪天投票", "Day of the vote")
        case .never: Text("还没有过", "never yet")
        case .nobody: Text("这张名单上没有人。", "Nobody is on this list.")
        case .whole: Text("全部", "All")
        case .people(let place, let count): Text("\(place)，\(count)人。", "\(place): \(count).")
        case .rows(let place, let count): Text("\(place)，\(count)项。", "\(place): \(count).")
        case .late(let count): Text("\(count)项已经过了日子。", "\(count) are late.")
        case .byGrid: Text("按网格看", "By grid")
        case .howMany: Text("多少", "Count")
        case .print: Text("打印", "Print")
        case .done: Text("办了没有", "Done")
        default: nil
        }
    }

    private var noteText: Text {
        switch self {
        case .printNote:
            Text("这张纸上有居民的信息，用完请收好或销毁。", "This sheet tells of residents: keep it safe or destroy it.")
        case .cut(let shown, let all):
            Text("一共\(all)项，这里只有前\(shown)项。请按网格分开打印。", "The first \(shown) of \(all): print it grid by grid.")
        case .aloneUnwritten(let count):
            Text("还有\(count)位60岁以上的一个人住，没有记成独居。", "\(count) more of sixty and over live by themselves.")
        case .seeThem: Text("看一个人住的老人", "See who lives alone")
        case .reviewsNote: Text("到这个月底该再看一次的，过了日子的在前面。", "Due by the month's end, the late ones first.")
        case .birthdaysNote: Text("这个月满整岁的，按日子排。", "Who turns a round age in the month, by day.")
        case .aloneNote: Text("登记里记着独居的，和概况里的数一样。", "Those noted as living alone: the profile's figure.")
        case .votersNote:
            Text(
                "户口在这里、人也住在这里、到那天满18岁的。最后的选民名单由选举委员会定。",
                "Registered and living here, eighteen on the day. The election committee settles the roll.")
        case .abilitiesNote:
            Text(
                "到这个月底该再评的，和记成失能、半失能、失智却还没评过的。",
                "Due by the month's end, and those noted as dependent who were never assessed.")
        case .forDay(let day): Text("\(day)打印", "printed \(day)")
        default: .empty
        }
    }
}
