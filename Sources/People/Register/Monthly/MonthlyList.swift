import Actions
public import Values

/// A list that is asked for every month, out of the people who live here today.
public enum MonthlyList: String, Sendable, CaseIterable, Codable {
    /// Memberships of groups that somebody has to look at again.
    case reviews
    /// Who has a round birthday.
    case birthdays
    /// Elders living alone.
    case alone
    /// Who is registered here, lives here and is of age to vote.
    case voters
    /// Elders whose ability is to be assessed.
    case abilities

    public var title: Text {
        switch self {
        case .reviews: Text("该再看的", "Reviews due")
        case .birthdays: Text("过整生日的", "Round birthdays")
        case .alone: Text("独居老人", "Elders living alone")
        case .voters: Text("能投票的", "Who may vote")
        case .abilities: Text("该评能力的", "Assessments due")
        }
    }

    /// Whether a month narrows it.
    var hasMonth: Bool { self == .reviews || self == .birthdays || self == .abilities }

    /// Whether only those who may see health see it at all.
    var isSensitive: Bool { self == .abilities }

    static let votingAge = 18
    static let ages = [60, 65, 70, 80, 90, 100]

    var columns: [MonthlyColumn] {
        switch self {
        case .reviews: [.due, .name, .group, .level, .basis, .reviewer, .sex, .age, .address, .grid]
        case .birthdays: [.birthday, .name, .turns, .sex, .address, .grid]
        case .alone: [.name, .sex, .age, .address, .grid, .since, .due]
        case .voters: [.name, .sex, .age, .address, .grid]
        case .abilities: [.due, .name, .last, .sex, .age, .address, .grid]
        }
    }
}

/// What stands in a column of a monthly list, on the screen, on paper and in the sheet.
enum MonthlyColumn: String, Sendable, CaseIterable, Codable {
    case due, birthday, name, turns, group, level, basis, reviewer, sex, age, address, grid, since, last,
        phone

    var title: Text {
        switch self {
        case .due: Text("哪天以前", "By")
        case .birthday: Text("生日", "Birthday")
        case .name: Text("姓名", "Name")
        case .turns: Text("满几岁", "Turns")
        case .group: Text("哪一类", "Group")
        case .level: Text("程度", "Level")
        case .basis: Text("凭什么", "Basis")
        case .reviewer: Text("谁看过", "Looked at by")
        case .sex: Text("性别", "Sex")
        case .age: Text("年龄", "Age")
        case .address: Text("住在", "Lives at")
        case .grid: Text("网格", "Grid")
        case .since: Text("从哪天起", "Since")
        case .last: Text("上次评的", "Last assessed")
        case .phone: Text("电话", "Phone")
        }
    }

    var isNumber: Bool { self == .turns || self == .age }
}

/// What of the monthly lists is wanted.
struct MonthlyAsk: Codable, Sendable {
    var list: MonthlyList
    /// The code of a place at or below which they live; nil for all that may be seen.
    var place: String?
    /// The first day of a month.
    var month: Day
    /// The birthday that is meant; nil for every round one.
    var age: Int?
    /// The day of an election, on which they are of age.
    var day: Day

    /// Parts of the address that ask for the same again.
    var pairs: [(name: String, value: String)] {
        var pairs = [("list", list.rawValue)]
        if let place { pairs.append(("place", place)) }
        if list.hasMonth { pairs.append(("month", String(month.description.dropLast(3)))) }
        if list == .birthdays, let age { pairs.append(("age", "\(age)")) }
        if list == .voters { pairs.append(("day", day.description)) }
        return pairs
    }
}

/// A line of a monthly list. The name is masked, but in a file for those who may open it.
struct MonthlyRow: Codable, Sendable {
    let person: Identifier
    let name: String
    let sex: Sex
    let age: Int
    let address: String
    /// The name of the grid, and in English where it has one.
    let grid: String
    let gridEnglish: String
    /// By when, or the birthday; nil where it was never done.
    let day: Day?
    let isLate: Bool
    let turns: Int?
    let group: SpecialGroup.Name?
    let details: GroupDetails?
    let since: Day?
    let last: Day?
    /// Opened, in a file for those who may open it.
    let phone: String?

    func text(_ column: MonthlyColumn, _ language: Language) -> String {
        switch column {
        case .due: day?.description ?? MonthlyPhrase.never(language)
        case .birthday: day?.short(language) ?? ""
        case .name: name
        case .turns: turns.map(String.init) ?? ""
        case .group: group?.text[language] ?? ""
        case .level: details?.level ?? ""
        case .basis: details?.basis ?? ""
        case .reviewer: details?.reviewer ?? ""
        case .sex: sex.title[language]
        case .age: "\(age)"
        case .address: address
        case .grid: language == .english && !gridEnglish.isEmpty ? gridEnglish : grid
        case .since: since?.description ?? ""
        case .last: last?.description ?? MonthlyPhrase.never(language)
        case .phone: phone ?? ""
        }
    }
}
