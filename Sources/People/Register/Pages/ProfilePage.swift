import Actions
import Sheets
import Storage
import Values
import Web

/// The community's profile: for those who work with it as of any day and place, for everybody else the
/// edition of the quarter, in which small counts do not stand.
struct ProfilePage: Page {
    struct Model: Codable, Sendable {
        let place: String
        let english: String
        /// The place's short code; nil for the whole.
        let code: String?
        let profile: Profile
        /// The same a year before, where it is known.
        let before: Profile?
        /// The quarter of a public edition, `2026-4`; nil where it was counted just now.
        let edition: String?
        let editions: [String]
        /// Whether figures open to the people behind them.
        let opens: Bool
        let opensSensitive: Bool
        let mayCount: Bool
        let mayPublish: Bool
        let today: Day
        /// Areas and grids to choose from.
        let places: [Choice]

        struct Choice: Codable, Sendable {
            let code: String
            let name: String
            let english: String
        }
    }

    static let query: [Input] = [
        Input("day", ProfilePhrase.day.text, .day),
        Input("place", ProfilePhrase.place.text, .line(60)),
        Input("edition", ProfilePhrase.edition.text, .line(6)),
    ]

    /// A guest sees the edition, and nothing of it is their own.
    var isTheSameForGuests: Bool { true }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let mayCount = (try? visit.top(for: RegisterRights.count)) != nil
        guard mayCount, visit.value("edition") == nil else {
            return try edition(visit, reading, mayCount: mayCount)
        }
        return try counted(visit, reading)
    }

    /// Just now out of the register.
    private func counted(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let place = try self.place(visit, reading)
        try visit.require(RegisterRights.count, on: place)
        // Of a single building or home a count is a person.
        guard place.kind <= .grid else { throw PeopleRefusal.placeNotFound }
        let today = visit.now.day(in: .shanghai)
        let day = min(visit.value("day").flatMap { Day($0) } ?? today, today)
        let keys = visit.house.keys
        let opensAll = visit.allows(RegisterRights.sensitive, on: place)
        func profile(_ day: Day) throws -> Profile {
            let whole = try Profile(on: day, of: place, keys, reading)
            return opensAll ? whole : whole.withoutSmallSensitive
        }
        return try model(
            visit, reading, place, try profile(day), before: try profile(day.adding(months: -12)),
            edition: nil, mayCount: true)
    }

    private func place(_ visit: Visit, _ reading: any Reading) throws -> Place {
        if let code = visit.value("place"), !code.isEmpty {
            guard let place = try PlaceStore.place(code: code, in: visit.community, reading) else {
                throw PeopleRefusal.placeNotFound
            }
            return place
        }
        let top = try visit.top(for: RegisterRights.count)
        guard let place = try PlaceStore.place(at: top, reading) else { throw PeopleRefusal.placeNotFound }
        return place
    }

    /// As it was published.
    private func edition(_ visit: Visit, _ reading: any Reading, mayCount: Bool) throws -> Model {
        let asked = visit.value("edition").flatMap { Quarter($0) }
        guard let place = try PlaceStore.top(of: visit.community, reading),
            let profile = try EditionStore.edition(upTo: asked, in: visit.community, reading)
        else { throw RegisterRefusal.nothingThere }
        let quarter = Quarter(of: profile.day)
        let last = Quarter(of: profile.day.adding(months: -12))
        let known = try EditionStore.exists(last, in: visit.community, reading)
        return try model(
            visit, reading, place, profile,
            before: known ? try EditionStore.edition(upTo: last, in: visit.community, reading) : nil,
            edition: quarter.description, mayCount: mayCount)
    }

    private func model(
        _ visit: Visit, _ reading: any Reading, _ place: Place, _ profile: Profile, before: Profile?,
        edition: String?, mayCount: Bool
    ) throws -> Model {
        let today = visit.now.day(in: .shanghai)
        let isWhole = place.id == place.community
        let top = try PlaceStore.top(of: visit.community, reading)
        let places = try edition == nil ? top.map { try choices(below: $0, reading) } ?? [] : []
        let opens = edition == nil && visit.allows(RegisterRights.see, on: place)
        let isPublished = try EditionStore.exists(Quarter(of: today), in: visit.community, reading)
        return Model(
            place: place.name, english: place.english, code: isWhole ? nil : place.code, profile: profile,
            before: before, edition: edition,
            editions: try EditionStore.quarters(in: visit.community, reading).map(\.description),
            opens: opens, opensSensitive: opens && visit.allows(RegisterRights.sensitive, on: place),
            mayCount: mayCount,
            mayPublish: mayCount && !isPublished && isWhole
                && visit.allows(RegisterRights.publish, on: place),
            today: today, places: places)
    }

    private func choices(below top: Place, _ reading: any Reading) throws -> [Model.Choice] {
        let areas = try PlaceStore.places(.area, below: top.path, reading)
        let grids = try PlaceStore.places(.grid, below: top.path, reading)
        return (areas + grids).map { Model.Choice(code: $0.code, name: $0.name, english: $0.english) }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ProfilePhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML { ProfileView(model: model, scene: scene).whole }
}
