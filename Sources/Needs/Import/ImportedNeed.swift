import People
import Values

/// A row of a table that can become a need.
struct ImportedNeed: Sendable {
    var place: Identifier
    var spot = ""
    var classKey = ""
    var group = ""
    var urgency = ""
    var source = ""
    var quantity: Int64 = 1
    var words = ""
    var contact = Contact()
    /// When it was said; nil for the moment it comes in.
    var reported: Instant?

    /// Reads a row; what is wrong with it stands in `cells.faults` afterwards.
    init(_ cells: inout NamedCells, _ words: Vocabulary, _ places: PlaceBook, now: Instant) {
        place = places.root.id
        self.words = cells.text("words", .passage(1...500), required: true)
        spot = cells.text("spot", .line(0...80))
        classKey = cells.term("class", .need, words) ?? words.openClass
        group = cells.term("group", .group, words) ?? ""
        urgency = cells.term("urgency", .urgency, words) ?? words.urgency(of: classKey)
        source = cells.term("source", .source, words) ?? words.terms(.source).last?.key ?? ""
        quantity = max(1, cells.number("quantity") ?? 1)
        contact.name = cells.text("name", .line(0...40))
        if let raw = cells["phone"] {
            do { contact.phone = try Phone(raw).digits } catch { cells.refuse("phone", .notAPhone) }
        }
        readPlace(&cells, places)
        readDay(&cells, now)
    }

    private mutating func readPlace(_ cells: inout NamedCells, _ places: PlaceBook) {
        guard let name = cells["place"] else { return }
        switch places.find(name) {
        case .place(let found): place = found.id
        case .several: cells.refuse("place", .severalPlaces)
        case .missing, .none: cells.refuse("place", .noSuchPlace)
        }
    }

    /// A day, perhaps with a time behind it, as spreadsheets hand it over; noon where there is none.
    private mutating func readDay(_ cells: inout NamedCells, _ now: Instant) {
        guard let raw = cells["day"] else { return }
        let parts = raw.split(separator: " ")
        let written = parts.first.map { String($0).replacing("/", with: "-").replacing(".", with: "-") } ?? ""
        guard let day = Day(Self.padded(written)) else { return cells.refuse("day", .notADay) }
        let time = parts.dropFirst().first.flatMap { TimeOfDay(String($0)) } ?? TimeOfDay(hour: 12, minute: 0)
        let said = time.map { day.at($0, in: .shanghai) } ?? day.start(in: .shanghai)
        if day > now.day(in: .shanghai) { return cells.refuse("day", .dayAhead) }
        if now.day(in: .shanghai) - day > 3660 { return cells.refuse("day", .dayTooOld) }
        reported = min(said, now)
    }

    /// `2026-3-5` as `2026-03-05`.
    private static func padded(_ text: String) -> String {
        text.split(separator: "-").map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    }
}

/// A row of a table that can become a resource.
struct ImportedResource: Sendable {
    var content: ResourceContent
    var contact = ""

    init(_ cells: inout NamedCells, _ words: Vocabulary, _ places: PlaceBook) {
        content = ResourceContent(place: places.root.id, reach: places.root.path)
        content.name = cells.text("name", .line(1...60), required: true)
        content.kind = cells.term("kind", .resourceKind, words) ?? words.terms(.resourceKind).last?.key ?? ""
        content.ownerName = cells.text("owner", .line(0...60))
        content.ownerKind =
            cells.term("owner-kind", .ownerKind, words) ?? words.terms(.ownerKind).last?.key ?? ""
        content.layer = cells.term("layer", .layer, words) ?? words.terms(.layer).first?.key ?? ""
        content.stage = words.terms(.stage).first?.key ?? ""
        content.classes = cells.terms("classes", .need, words)
        if cells["classes"] == nil { cells.refuse("classes", .missing) }
        content.groups = cells.terms("groups", .group, words)
        content.capacity = cells.number("capacity")
        content.unit = cells.text("unit", .line(0...10))
        content.hours = cells.text("hours", .line(0...80))
        content.conditions = cells.text("conditions", .passage(0...300))
        content.description = cells.text("description", .passage(0...500))
        contact = cells.text("contact", .line(0...80))
        guard let name = cells["place"] else { return }
        switch places.find(name) {
        case .place(let found): content.place = found.id
        case .several: cells.refuse("place", .severalPlaces)
        case .missing, .none: cells.refuse("place", .noSuchPlace)
        }
    }
}
