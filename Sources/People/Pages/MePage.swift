import Actions
import Sealing
import Storage
import Values
import Web

/// What is mine: name, number, channels, password, second factor, tokens.
struct MePage: Page {
    struct Model: Codable, Sendable {
        let account: Account
        /// Masked; nil where there is none.
        let phone: String?
        let roles: [PlacedRole]
        /// Where the person lives; nil for who lives in no grid.
        let grid: OwnGrid?
        let tokens: [PersonalToken]
        /// What a token of mine may be given.
        let rights: [String]
        let notices: [PageNotice]
        /// A token made just now, shown once.
        let madeToken: String?
        let sendsCodes: Bool
        let shownCode: String?
    }

    static let madeToken = SealedCookie<String>(name: "made-token")

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let account = try visit.ownAccount(reading)
        let community = account.community, keys = visit.house.keys
        let phone = try AccountStore.phone(of: account.id, in: community, keys, reading)
        let under = CodeUnderWay.cookie.read(visit)
        return Model(
            account: account, phone: phone?.masked,
            roles: try PlacedRole.list(of: account.id, in: community, reading),
            grid: try OwnGrid(of: account.path, in: community, reading),
            tokens: try TokenStore.tokens(of: account.id, in: community, reading),
            rights: visit.house.rights.rows.map(\.right).filter(visit.allowsAnywhere).map(\.name),
            notices: try NoticeStore.unseen(of: account.id, in: community, reading),
            madeToken: Self.madeToken.read(visit), sendsCodes: visit.house.settings.sendsCodes,
            shownCode: visit.house.settings.isDemo ? under?.shown : nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(AccountPhrase.mine) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let forms = MeForms(model: model, scene: scene)
        return """
            \(Look.head(model.account.name,
                note: HTML(text: scene(AccountPhrase.mineLead(scene.visit.locality.name)))))
            \(scene.faults(forms.all))
            \(forms.news)
            \(model.grid.map { $0.view(scene) })
            \(Look.section(scene(AccountPhrase.profile), hang: true, forms.profile))
            \(Look.section(scene(AccountPhrase.roles), hang: true, forms.roles))
            \(Look.section(scene(AccountPhrase.password), hang: true, id: "password", forms.password))
            \(Look.section(scene(AccountPhrase.changePhone), hang: true, forms.phone))
            \(Look.section(scene(AccountPhrase.factor), hang: true, forms.factor))
            \(Look.section(scene(AccountPhrase.tokens), hang: true, id: "tokens", forms.tokens))
            \(Look.section(scene(AccountPhrase.sessions), hang: true, forms.leave))
            """
    }
}

/// A role with the name of its place.
struct PlacedRole: Codable, Sendable {
    let id: Identifier
    let role: Role
    let place: String
    let path: PlacePath

    static func list(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [PlacedRole] {
        let roles = try GrantStore.roles(of: account, in: community, reading)
        return try roles.map { given in
            let place = try PlaceStore.place(given.place, in: community, reading)
            return PlacedRole(id: given.id, role: given.role, place: place?.name ?? "", path: given.path)
        }
    }
}

extension Visit {
    /// The visitor's own account.
    ///
    /// - Throws: ``GroundRefusal/signInFirst`` for a guest.
    func ownAccount(_ reading: any Reading) throws -> Account {
        guard let id = actor.account else { throw GroundRefusal.signInFirst }
        guard let account = try AccountStore.account(id, in: accountCommunity, reading) else {
            throw GroundRefusal.signInFirst
        }
        try require(PeopleRights.own, on: account)
        return account
    }

    /// Performs an action on the visitor's own account, wherever that is.
    func performOnOwn<A: Action>(_ action: A, _ fields: Fields) async throws -> A.Answer {
        try await house.steward.perform(
            action, by: actor, in: accountCommunity, mark: fields["rid"].flatMap { Identifier($0) })
    }
}
