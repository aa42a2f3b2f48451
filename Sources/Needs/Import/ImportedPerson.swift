import People
import Sealing
import Storage
import Values

/// A row of a table that can become somebody of the register.
struct ImportedPerson: Sendable {
    private(set) var arriving: ArrivingPerson?
    /// The first step towards their home that is not in the tree of places yet.
    private(set) var missingHome: ArrivingHome?

    /// Reads a row; what is wrong with it stands in `cells.faults` afterwards.
    init(_ cells: inout NamedCells, _ lists: ImportLists) {
        let name = cells.text("name", .line(1...40), required: true)
        let number = Self.number(&cells)
        let born = Self.born(&cells, number, lists.today), sex = Self.sex(&cells, number)
        let home = Self.home(&cells, lists.places)
        let relation = Self.word(&cells, "relation", Relation.allCases, \.title, Self.relations)
        let standing = Self.word(&cells, "standing", Standing.allCases, \.title, Self.standings)
        let since = cells.day("since", notAfter: lists.today)
        let phone = Self.phone(&cells)
        let groups = Self.groups(&cells, lists)
        let isRetired = Self.yes(&cells, "retired"), isParty = Self.yes(&cells, "party")
        guard cells.faults.isEmpty, let born, let sex, let home else { return }
        var person = NewPerson(
            name: name, sex: sex, born: born, relation: relation ?? .otherKin,
            standing: standing ?? .registered, stay: Period(since: max(born, since ?? lists.today)),
            source: .table)
        (person.identity, person.phone) = (number, phone)
        person.facts =
            (isRetired ? [NewFact(.retired, "", person.stay)] : [])
            + (isParty ? [NewFact(.party, "", person.stay)] : [])
        person.groups = groups.map { NewMembership($0.code, person.stay, $0.details) }
        var arriving = ArrivingPerson(person, at: home.place)
        arriving.saysRelation = relation != nil
        arriving.saysStanding = standing != nil
        arriving.saysSince = since != nil
        (self.arriving, missingHome) = (arriving, home.missing)
    }

    private static func number(_ cells: inout NamedCells) -> IdentityNumber? {
        guard let raw = cells["identity"] else { return nil }
        do { return try IdentityNumber(raw) } catch let fault {
            let reasons: [IdentityFault: RowFault.Reason] = [
                .check: .wrongCheck, .old: .oldNumber, .day: .wrongBirthday,
            ]
            cells.refuse("identity", reasons[fault] ?? .notANumberOfIdentity)
            return nil
        }
    }

    private static func born(_ cells: inout NamedCells, _ number: IdentityNumber?, _ today: Day) -> Day? {
        let written = cells.day("born", notAfter: today)
        if let written, let number, written != number.born { cells.refuse("born", .differsFromNumber) }
        let born = written ?? number?.born
        if born == nil, !cells.faults.contains(where: { ["born", "identity"].contains($0.column) }) {
            cells.refuse("born", .missing)
        }
        return born
    }

    private static func sex(_ cells: inout NamedCells, _ number: IdentityNumber?) -> Sex? {
        let written = word(&cells, "sex", Sex.allCases, \.title, ["男性": .male, "女性": .female])
        if let written, let number, (written == .male) != number.isMale {
            cells.refuse("sex", .differsFromNumber)
        }
        let sex = written ?? number.map { $0.isMale ? .male : .female }
        if sex == nil, !cells.faults.contains(where: { ["sex", "identity"].contains($0.column) }) {
            cells.refuse("sex", .missing)
        }
        return sex
    }

    private static func home(
        _ cells: inout NamedCells, _ places: PlaceBook
    ) -> (place: Identifier?, missing: ArrivingHome?)? {
        guard let name = cells["place"] else {
            cells.refuse("place", .missing)
            return nil
        }
        switch places.find(name) {
        case .place(let found) where found.kind == .household: return (found.id, nil)
        case .missing(let home): return (nil, home)
        case .place: cells.refuse("place", .notAHome)
        case .several: cells.refuse("place", .severalPlaces)
        case .none: cells.refuse("place", .noSuchPlace)
        }
        return nil
    }

    private static func phone(_ cells: inout NamedCells) -> Phone? {
        guard let raw = cells["phone"] else { return nil }
        do { return try Phone(raw) } catch {
            cells.refuse("phone", .notAPhone)
            return nil
        }
    }

    private static func groups(
        _ cells: inout NamedCells, _ lists: ImportLists
    ) -> [(code: String, details: GroupDetails)] {
        let raw = cells["groups"] ?? ""
        let names = raw.split { "、，,；;/|".contains($0) }.map { String($0).trimmingSpaces }
            .filter { !$0.isEmpty }.prefix(20)
        let codes = names.map { code(of: $0, lists) }
        if codes.contains(nil) { cells.refuse("groups", .noSuchTerm) }
        let levels = texts(&cells, "level", GroupDetails.level, for: names.count)
        let bases = texts(&cells, "basis", GroupDetails.basis, for: names.count)
        return codes.indices.compactMap { index in
            codes[index].map { code in
                (code, GroupDetails(level: levels[index], basis: bases[index], source: .table))
            }
        }
    }

    private static func code(of name: String, _ lists: ImportLists) -> String? {
        lists.groups.first {
            [$0.code, $0.name.chinese, $0.name.english].contains(name) || $0.name.chinese == name + "老人"
        }?.code
    }

    /// A text for each of the row's groups, in their order; later ones may be left out.
    private static func texts(
        _ cells: inout NamedCells, _ column: String, _ most: Int, for groups: Int
    ) -> [String] {
        guard let raw = cells[column] else { return [String](repeating: "", count: groups) }
        let parts = raw.split(omittingEmptySubsequences: false) { RegisterTable.parts.contains($0) }
        guard parts.count <= groups else {
            cells.refuse(column, .noGroupForIt)
            return [String](repeating: "", count: groups)
        }
        let texts = parts.map { part -> String in
            if part.unicodeScalars.count > most { cells.refuse(column, .tooLong) }
            return String(part).trimmingSpaces
        }
        return texts + [String](repeating: "", count: groups - texts.count)
    }

    /// 是, 1, ✓; blank and 否 are no.
    private static func yes(_ cells: inout NamedCells, _ column: String) -> Bool {
        guard let raw = cells[column]?.lowercased() else { return false }
        if ["是", "1", "√", "✓", "有", "yes", "y", "true"].contains(raw) { return true }
        if !["否", "0", "无", "no", "n", "false", "-"].contains(raw) { cells.refuse(column, .noSuchTerm) }
        return false
    }

    private static func word<T: RawRepresentable<String>>(
        _ cells: inout NamedCells, _ column: String, _ all: [T], _ title: (T) -> Text, _ more: [String: T]
    ) -> T? {
        guard let raw = cells[column] else { return nil }
        let found =
            all.first { [$0.rawValue, title($0).chinese, title($0).english].contains(raw) } ?? more[raw]
        if found == nil { cells.refuse(column, .noSuchTerm) }
        return found
    }

    private static let relations: [String: Relation] = [
        "本人": .head, "妻": .spouse, "夫": .spouse, "妻子": .spouse, "丈夫": .spouse, "子": .child, "女": .child,
        "儿子": .child, "女儿": .child, "长子": .child, "次子": .child, "长女": .child, "次女": .child, "父": .parent,
        "母": .parent, "父亲": .parent, "母亲": .parent, "孙子": .grandchild, "孙女": .grandchild, "外孙": .grandchild,
        "外孙女": .grandchild, "儿媳": .childInLaw, "女婿": .childInLaw, "兄": .sibling, "弟": .sibling,
        "姐": .sibling, "妹": .sibling, "其他": .otherKin, "非亲属": .notKin,
    ]
    private static let standings: [String: Standing] = [
        "常住": .registered, "户籍": .registered, "户在人在": .registered, "人户一致": .registered,
        "人户分离": .local, "人在户不在": .local, "流动": .migrant, "流动人口": .migrant, "外来": .migrant,
        "空挂": .away, "户在人不在": .away,
    ]
}

extension NamedCells {
    /// A day as spreadsheets hand it over, `2026-3-5`, `2026/3/5`, `2026.3.5`, `20260305`, `2026年3月5日`.
    mutating func day(_ column: String, notAfter today: Day) -> Day? {
        guard let raw = self[column] else { return nil }
        let digits = raw.prefix { $0 != " " }.unicodeScalars.split { !("0"..."9").contains($0) }.map(
            String.init)
        let parts =
            digits.count == 1 && digits[0].utf8.count == 8
            ? Self.eight(digits[0]) : digits.map { Int($0) ?? 0 }
        guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
            refuse(column, .notADay)
            return nil
        }
        guard day <= today else {
            refuse(column, .dayAhead)
            return nil
        }
        return day
    }

    private static func eight(_ text: String) -> [Int] {
        let number = Int(text) ?? 0
        return [number / 10_000, number / 100 % 100, number % 100]
    }
}
