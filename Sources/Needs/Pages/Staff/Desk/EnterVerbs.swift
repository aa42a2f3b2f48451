import Actions
import Imaging
import People
import Values
import Web

/// Writing needs down: the whole form, and the one line of a day's page.
enum EnterVerbs {
    static let all: [Route] = [page, enter, quick]

    /// Photos are made anew one at a time, beside the pages.
    private static let photos = PhotoLine()

    private static let page = Route.page(
        "/needs/new", NeedsRights.enter, Text("记一件需求", "Enter a need"), EnterPage())

    private static let inputs: [Input] = [
        Input("words", Text("什么事", "What"), .lines(500), required: true),
        Input("source", Text("从哪里听来", "Source"), .choice([]), required: true),
        Input("day", Text("哪天说的", "Day"), .day),
        Input("place", Text("地方的代号", "Code of the place"), .line(40)),
        Input("spot", Text("具体在哪", "Exactly where"), .line(100)),
        Input("class", Text("类别", "Class"), .choice([])),
        Input("group", Text("人群", "Group"), .choice([])),
        Input("urgency", Text("急不急", "Urgency"), .choice([])),
        .choice("for", Text("为谁", "For whom"), of: ForWhom.self),
        Input("name", Text("称呼", "Name"), .line(40)),
        Input("phone", Text("电话", "Phone"), .phone),
        .choice("tell", Text("怎么告诉", "Told by"), of: ContactWay.self),
        Input("quantity", Text("多少", "Quantity"), .number(1...10_000)),
        Input("kind", Text("是微心愿", "A wish"), .flag),
        Input("photo", Text("照片", "Photos"), .file(8 << 20)),
    ]

    private static let enter = Route.verb(
        .post, "/needs/new", NeedsRights.enter, Text("代人记一件需求", "Enter a need for somebody"), fields: inputs,
        answers: ReportedNeed.self, shows: EnterPage(), largestBody: 26 << 20
    ) { visit, fields in
        var reader = FormReader(fields)
        var draft = NeedDraft(reader.lines("words", 500), at: place(fields, visit))
        draft.spot = reader.line("spot", 100, required: false)
        draft.classKey = fields["class"]?.nonEmpty
        draft.group = fields["group"]?.nonEmpty
        draft.urgency = fields["urgency"]?.nonEmpty
        draft.forWhom = fields["for"].flatMap(ForWhom.init) ?? .mine
        draft.contact.name = reader.line("name", 40, required: false)
        draft.contact.phone = reader.phone("phone", required: false)?.digits ?? ""
        draft.contactBy = fields["tell"].flatMap(ContactWay.init) ?? .number
        draft.quantity = reader.number("quantity", 1...10_000, required: false) ?? 1
        draft.kind = reader.flag("kind") ? .wish : .need
        let day = reader.day("day", required: false)
        let uploads = (fields.files["photo"] ?? []).filter { !$0.bytes.isEmpty }
        if uploads.count > 3 { reader.refuse("photo", NeedRefusal.tooManyPhotos) }
        for upload in uploads.prefix(3) {
            do throws(PhotoFault) {
                draft.photos.append(try await photos.reencode(upload.bytes))
            } catch {
                reader.refuse("photo", error)
            }
        }
        try reader.finish()
        let source = fields["source"]?.nonEmpty ?? "desk"
        let made = try await visit.perform(EnterNeed(draft, source: source, day: day), fields: fields)
        return .made(made, see: "/needs/\(made.number)")
    }

    /// The place by its code; the whole community where none is said.
    private static func place(_ fields: Fields, _ visit: Visit) -> PlaceMark {
        fields["place"]?.nonEmpty.map { .code($0) } ?? .id(visit.community)
    }

    private static let quick = Route.verb(
        .post, "/day/notes", NeedsRights.enter, Text("一句话记一件", "Enter a need in one sentence"),
        fields: [Input("words", Text("什么事", "What"), .line(500), required: true)], answers: ReportedNeed.self,
        shows: DayPage()
    ) { visit, fields in
        var reader = FormReader(fields)
        let words = reader.lines("words", 500)
        try reader.finish()
        let place = LedgerFilter.scope(NeedsRights.enter, visit)?.first.map { PlaceMark.path($0.text) }
        let draft = NeedDraft(words, at: place ?? .id(visit.community))
        let made = try await visit.perform(EnterNeed(draft, source: "keyed-in"), fields: fields)
        return .made(made, see: "/needs/\(made.number)")
    }
}
