import Actions
import Values
import Web

/// A page's parts one under another, in the house's rhythm.
func flow(_ parts: HTML) -> HTML { "<div class=\"flow\">\(parts)</div>" }

/// The small things that every staff page says of a need in the same way.
extension Scene {
    var zone: Zone { .shanghai }
    var today: Day { now.day(in: zone) }

    /// A moment as one says it now.
    func moment(_ instant: Instant) -> String { instant.relative(to: now, in: zone, language) }

    /// A due time: late and today as stamps, else the day.
    func due(_ due: Instant?, isOpen: Bool) -> HTML {
        Look.cell(dueCell(due, isOpen: isOpen), in: language)
    }

    func dueCell(_ due: Instant?, isOpen: Bool) -> RowCell {
        guard let due else { return .words(self(StaffPhrase.anyTime)) }
        let day = due.day(in: zone), today = today
        guard isOpen else { return .words(day.near(today, language)) }
        if let late = due.late(at: now, in: zone, language) { return .stamp(late, .late) }
        return day == today
            ? .stamp(self(StaffPhrase.today), .you) : .words(day.near(today, language))
    }

    /// The state as a word in a frame.
    func stamp(_ state: NeedState) -> HTML {
        Look.stamp(state.title[language], state == .closed ? .done : .plain)
    }

    /// A small form of one button.
    func act(_ phrase: some Phrase, _ action: Link, _ weight: Look.Weight = .small) -> HTML {
        Look.act(self(phrase), link(action), frame: frame, rid: rid, weight)
    }

    /// A form that keeps what was typed and says its faults beside the fields; `part` tells its fields from
    /// those
    /// of other forms of the page.
    func form(
        _ action: Link, files: Bool = false, part: String? = nil, _ fields: [Field], send: some Phrase,
        weight: Look.Weight = .small
    ) -> HTML {
        let fields = fields.map { field in part.map { field.inside($0) } ?? field }
        return Look.form(
            link(action), frame: frame, rid: rid, files: files,
            "\(Look.fields(fields, in: language))\(Look.acts(Look.send(self(send), weight)))")
    }

    /// Whether the form that ends so in its address was sent and is shown again.
    func wasSent(_ noun: String) -> Bool {
        !refusals.isEmpty && visit.ask.path.utf8.reversed().starts(with: ("/" + noun).utf8.reversed())
    }

    /// This scene for the form of that noun: what was typed and refused belongs to the form that was sent
    /// alone.
    func of(_ noun: String) -> Scene {
        wasSent(noun) ? self : Scene(visit: visit, frame: frame, fields: Fields(), refusals: [])
    }

    /// The faults that no field of the page shows.
    func loose(_ shown: Set<String> = []) -> HTML {
        let also = refusals.filter { $0.field.map { !shown.contains($0) } ?? true }.map { $0.text[language] }
        return also.isEmpty ? .empty : Look.faults([], also: also, in: language)
    }
}

extension NeedSummary {
    /// Who it is about, as far as a list may say: who said it for whom, and how many said the same.
    func who(_ scene: Scene) -> String {
        if voices > 1 { return scene(StaffPhrase.voices(voices)) }
        return forWhom == .mine ? scene(StaffPhrase.inPerson) : forWhom.title[scene.language]
    }
}

/// Words that several staff pages share.
enum StaffPhrase: Phrase {
    case anyTime, today, inPerson, all, urgent, ledger, day, noRows
    case voices(Int64), items(Int)
    case sectionDay, sectionNeeds, sectionImport, sectionCity, sectionTerms, sectionOwners

    var text: Text {
        switch self {
        case .anyTime: Text("随时", "Any time")
        case .today: Text("今天", "today")
        case .inPerson: Text("本人", "In person")
        case .all: Text("全部", "All")
        case .urgent: Text("急", "urgent")
        case .ledger: Text("需求台账", "Needs ledger")
        case .day: Text("今天", "Today")
        case .noRows: Text("这里现在没有。", "Nothing here now.")
        case .voices(let count): Text("\(count)户附议", "\(count) households")
        case .items(let count): Text("\(count)件", count == 1 ? "1 need" : "\(count) needs")
        case .sectionDay: Text("今天", "Today")
        case .sectionNeeds: Text("需求", "Needs")
        case .sectionImport: Text("导入", "Import")
        case .sectionCity: Text("各处", "Places")
        case .sectionTerms: Text("类别", "Vocabulary")
        case .sectionOwners: Text("归谁办", "Owners")
        }
    }
}
