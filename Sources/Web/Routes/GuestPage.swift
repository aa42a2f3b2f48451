import Actions
import Storage
import Values

/// A page as any guest asks for it: everything that could make it another page.
///
/// A guest is somebody who carries nothing: no cookie, no bearer. What is kept under it is made anew after
/// each commit, whoever wrote, so that a guest never sees less than a signed-in reader.
struct GuestPage: Hashable, Sendable {
    private let path: String
    private let query: [String]
    private let language: Language
    private let day: Day

    /// Nil where the visitor carries something, wants JSON, or says how pages are to look.
    init?(_ entry: Route.Entry) {
        let ask = entry.ask
        guard ask.headers["cookie"] == nil, ask.headers["authorization"] == nil, !ask.wantsJSON else {
            return nil
        }
        let wishes = ["type", "theme", "lang"]
        guard !ask.query.contains(where: { wishes.contains($0.name) }) else { return nil }
        path = ask.path
        query = ask.query.flatMap { [$0.name, $0.value] }
        // A page says its own address several times over: what is kept stays small.
        guard query.reduce(path.utf8.count, { $0 + $1.utf8.count }) <= 200 else { return nil }
        language = ask.language
        day = entry.house.clock.now.day(in: .shanghai)
    }
}

extension Route.Entry {
    /// The page as it was made for a guest since the last commit, or made now.
    func kept<P: Page>(_ guest: GuestPage, _ right: Right, _ page: P) async throws -> Reply {
        // Who carries nothing has written nothing that a page could show as theirs.
        let reply = try await house.database.readNearby { reading in
            try site.guestPages.value(guest, reading) { reading in
                let visit = try admitted(right, reading)
                let model = try page.load(visit, reading)
                return try site.show(page, model, visit, Fields(), [], status: 200)
            }
        }
        guard let reply else { throw WebRefusal.notFound }
        return reply
    }
}
