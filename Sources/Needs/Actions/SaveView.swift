public import Actions
public import Values

/// A member of staff keeps a list's filters under a name; twenty a list at most.
public struct SaveView: Action {
    public static let name = "views.save"
    public static let right = NeedsRights.saveView
    static let most = 20

    public let page: String
    public let title: String
    public let query: String

    public init(page: String, title: String, query: String) {
        self.page = page
        self.title = title
        self.query = query
    }

    /// One's own ground: a view shows nothing that its maker may not see anyway.
    public func subject(in work: Work) throws -> PlacePath {
        work.actor.grants.map(\.place).first { work.rights.allow(work.actor, Self.right, on: $0) } ?? .root
    }

    public func run(on subject: PlacePath, in work: Work) throws -> SavedView {
        guard let account = work.actor.account else { throw GroundRefusal.signInFirst }
        let view = SavedView(
            id: work.newIdentifier(), account: account,
            page: try DraftTexts.text(page, .line(1...40), field: "page"),
            title: try DraftTexts.text(title, .line(1...30), field: "title"),
            query: try DraftTexts.text(query, .line(0...1000), field: "query"))
        let kept = try SavedViewStore.views(of: account, page: view.page, in: work.community, work.database)
        guard kept.count < Self.most else { throw NeedRefusal.tooManyViews }
        try SavedViewStore.insert(view, work)
        return view
    }

    public func object(of subject: PlacePath, _ answer: SavedView, in work: Work) -> Identifier { answer.id }
}

/// Its maker removes a kept list.
public struct RemoveView: Action {
    public static let name = "views.remove"
    public static let right = NeedsRights.saveView

    public let view: Identifier

    public init(_ view: Identifier) { self.view = view }

    public func subject(in work: Work) throws -> PlacePath {
        guard let found = try SavedViewStore.view(view, in: work.community, work.database),
            found.isOwn(of: work.actor)
        else { throw GroundRefusal.notFound }
        return try SaveView(page: "", title: "", query: "").subject(in: work)
    }

    public func run(on subject: PlacePath, in work: Work) throws -> Done {
        try SavedViewStore.remove(view, work)
        return Done()
    }

    public func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { view }
}
