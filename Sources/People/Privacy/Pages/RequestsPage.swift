import Actions
import Storage
import Values
import Web

/// What residents ask about their own data, the soonest due first, to be answered in words.
struct RequestsPage: Page {
    struct Line: Codable, Sendable {
        let request: PersonRequest
        /// The person of the register, masked.
        let name: String?
        /// For a link: who at the account's home it may be.
        let candidates: [PersonPrivacy.Named]
        let limits: [ErasureLimit]
        let mayDecide: Bool
    }

    struct Model: Codable, Sendable {
        let open: [Line]
        let decided: [Line]
        let today: Day
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let top = try visit.top(for: PrivacyRights.decide)
        let community = visit.community, keys = visit.house.keys
        let open = try RequestStore.list(
            decided: false, below: top, in: community, keys, reading, limit: 100)
        let decided = try RequestStore.list(
            decided: true, below: top, in: community, keys, reading, limit: 30)
        return Model(
            open: try open.map { try line($0, visit, reading) },
            decided: try decided.map { try line($0, visit, reading) },
            today: visit.now.day(in: .shanghai))
    }

    private func line(_ request: PersonRequest, _ visit: Visit, _ reading: any Reading) throws -> Line {
        let community = visit.community, keys = visit.house.keys
        let person = try request.person.flatMap {
            try PersonStore.person($0, in: community, keys, reading)
        }
        let isOpen = request.decided == nil
        let mayErase = person.map { visit.allows(PrivacyRights.erase, on: $0) } ?? false
        return Line(
            request: request, name: person.map { MaskedName.of($0.name) },
            candidates: isOpen && request.kind == .link ? try candidates(request, visit, reading) : [],
            limits: try isOpen && request.kind == .erase
                ? person.map { try ErasureLimit.of($0.id, in: community, keys, reading) } ?? [] : [],
            mayDecide: isOpen && visit.allows(PrivacyRights.decide, on: request)
                && (request.kind != .erase || mayErase))
    }

    /// Those at the account's home whose name or birthday was typed come first.
    private func candidates(
        _ request: PersonRequest, _ visit: Visit, _ reading: any Reading
    ) throws -> [PersonPrivacy.Named] {
        guard let home = try PlaceStore.place(at: request.path, reading) else { return [] }
        let community = visit.community
        let people = try HouseholdStore.households(at: home.id, in: community, reading)
            .flatMap { try ResidenceStore.members(of: $0.id, in: community, reading) }
            .compactMap { try PersonStore.person($0.person, in: community, visit.house.keys, reading) }
            .filter { visit.allows(RegisterRights.see, on: $0) }
        func fits(_ person: RegisteredPerson) -> Int {
            (person.name == request.typed.value ? 2 : 0) + (person.born == request.typed.born ? 1 : 0)
        }
        return people.sorted { (fits($1), $0.id) < (fits($0), $1.id) }.map { person in
            let mark = fits(person) == 3 ? " ✓" : ""
            return PersonPrivacy.Named(
                id: person.id, name: "\(MaskedName.of(person.name)) \(person.born)\(mark)")
        }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PrivacyPhrase.requests) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.dayline(title(model, scene), [Look.note(HTML(text: scene(PrivacyPhrase.requestsNote)))]))
        \(scene.faults(model.open.filter(\.mayDecide).flatMap { fields($0, scene) }))
        \(if: model.open.isEmpty, Look.empty(scene(PrivacyPhrase.noRequests)),
            else: Look.rows(model.open.map { row($0, model.today, scene) }))
        \(if: !model.decided.isEmpty, Look.section(
            scene(PrivacyPhrase.decided), Look.rows(model.decided.map { row($0, model.today, scene) })))
        """
    }

    private func row(_ line: Line, _ today: Day, _ scene: Scene) -> ListRow {
        let request = line.request, language = scene.language
        let isLate = request.decided == nil && request.due < today
        let state: HTML =
            request.outcome.map { Look.stamp($0.title[language], $0 == .agreed ? .done : .plain) }
            ?? Look.stamp(
                scene(isLate ? PrivacyPhrase.late : PrivacyPhrase.waits), isLate ? .late : .plain)
        let who: HTML =
            request.person.map { id in
                Look.link(line.name ?? "＊", scene.link("/register/people/\(id)"))
            } ?? HTML(text: request.accountName)
        let when =
            request.decided.map { scene.moment($0) }
            ?? scene(PrivacyPhrase.answerBy(request.due.long(language)))
        let answer = request.answer.map { scene(PrivacyPhrase.answerLine($0)) } ?? ""
        return ListRow(
            """
            <div class="flow"><p>\(who)　\(request.kind.title[language])　\(state)<br>\
            \(typed(request, scene)) \(answer)</p>\(if: line.mayDecide, forms(line, scene))</div>
            """, when: when)
    }

    private func typed(_ request: PersonRequest, _ scene: Scene) -> HTML {
        var words = request.typed.part.map { $0.title[scene.language] + "：" } ?? ""
        words += request.typed.value
        if let born = request.typed.born { words += "　\(born)" }
        if !request.typed.words.isEmpty { words += "　\(request.typed.words)" }
        return HTML(text: words)
    }

    private func fields(_ line: Line, _ scene: Scene) -> [Field] {
        let scene = scene.sent(to: "/register/requests/\(line.request.id)")
        let request = line.request, mark = "\(request.id)"
        let outcomes = PersonRequest.Outcome.allCases.map { Choice($0.rawValue, $0.title[scene.language]) }
        var fields = [
            scene.field("outcome", PrivacyPhrase.outcome, .select(outcomes)).inside(mark),
            scene.field("answer", PrivacyPhrase.answer).hint(scene(PrivacyPhrase.answerHint)).limit(300)
                .inside(mark),
        ]
        if request.kind == .link {
            let choices = [Choice("", "—")] + line.candidates.map { Choice("\($0.id)", $0.name) }
            fields.insert(
                scene.field("person", PrivacyPhrase.whichOne, .select(choices)).inside(mark), at: 0)
        }
        return fields
    }

    private func forms(_ line: Line, _ scene: Scene) -> HTML {
        let limits = line.limits.map { ListRow(HTML(text: scene(PrivacyPhrase.stays($0)))) }
        let address: Link = "/register/requests/\(line.request.id)"
        return """
            \(if: !limits.isEmpty, Look.rows(limits))
            \(scene.form(address, fields(line, scene), send: PrivacyPhrase.decide, .line))
            """
    }
}
