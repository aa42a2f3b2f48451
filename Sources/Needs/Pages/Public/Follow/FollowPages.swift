import Actions
import People
import Sealing
import Storage
import Values
import Web

/// The addresses at which one follows what one said, with number and code.
enum FollowPages {
    static let routes: [Route] = [
        .page("/follow", NeedsRights.seePublic, FollowPhrase.title.text, FollowPage()),
        .verb(
            .post, "/follow", NeedsRights.seePublic, FollowPhrase.open.text,
            fields: [
                Input("number", FollowPhrase.number.text, .line(20), required: true),
                Input("secret", FollowPhrase.secret.text, .line(20), required: true),
            ],
            answers: OpenedNeed.self, shows: FollowPage(), open),
        .page("/follow/{number}", NeedsRights.follow, FollowPhrase.title.text, FollowNeedPage()),
        .download(
            "/follow/{number}/photos/{photo}", NeedsRights.follow, FollowPhrase.photos.text, picture),
        .verb(
            .post, "/follow/{number}/feedback", NeedsRights.feedback, FollowPhrase.feedbackTitle.text,
            fields: [
                Input("answer", FollowPhrase.feedbackLead.text, .choice(["1", "2", "3"]), required: true),
                Input("more", FollowPhrase.more.text, .lines(300)),
            ],
            shows: FollowNeedPage(), feedback),
        .verb(
            .post, "/follow/{number}/words", NeedsRights.follow, FollowPhrase.wordTitle.text,
            fields: [Input("words", FollowPhrase.wordLabel.text, .lines(300), required: true)],
            shows: FollowNeedPage(), addWord),
        .verb(
            .post, "/follow/{number}/consent", NeedsRights.consent, FollowPhrase.consentTitle.text,
            fields: [Input("agree", FollowPhrase.consentYes.text, .flag)], shows: FollowNeedPage(), consent),
        .verb(
            .post, "/follow/{number}/withdraw", NeedsRights.withdraw, FollowPhrase.withdrawTitle.text,
            fields: [Input("reason", FollowPhrase.reason.text, .line(100))], shows: FollowNeedPage(), withdraw
        ),
    ]

    // MARK: Opening

    private static let tries = OpeningTries()

    /// Whether the number is unknown or the code wrong is not told apart, nor by how long the answer takes.
    private static func open(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        guard !tries.isBlocked(visit.ask.remote, at: visit.now) else { throw FollowRefusal.tryLater }
        let typed = fields["number"] ?? "", secret = fields["secret"] ?? ""
        let need = try await visit.house.database.read { reading in
            try NeedStore.need(serial: typed, in: visit.community, reading)
        }
        let proved = NeedSecret(of: need?.id ?? visit.community, visit.house.keys).matches(secret)
        guard let need, proved else {
            tries.note(visit.ask.remote, at: visit.now)
            throw FollowRefusal.secretWrong
        }
        let cookie = OpenedNeeds.cookie(number: need.serial, need: need.id, visit)
        return .done(OpenedNeed(number: need.serial), see: "/follow/\(need.serial)").with(cookie)
    }

    // MARK: Once it is open

    private static func find(_ visit: Visit) async throws -> Need {
        try await visit.house.database.read { reading in try FollowNeedPage.need(visit, reading) }
    }

    private static func feedback(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await find(visit)
        var reader = FormReader(fields)
        let answer = fields["answer"].flatMap(Int64.init).flatMap(Satisfaction.init(rawValue:))
        if answer == nil { reader.refuse("answer", FormPhrase.chooseOne, name: "form.choice") }
        let words = reader.lines("more", 300, required: false)
        try reader.finish()
        guard let answer else { throw NeedRefusal.nothingToAnswer }
        try await visit.perform(GiveFeedback(need.id, answer, words: words), fields: fields)
        return .done(see: "/follow/\(need.serial)")
    }

    private static func addWord(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await find(visit)
        var reader = FormReader(fields)
        let words = reader.lines("words", 300)
        try reader.finish()
        try await visit.perform(AddWord(need.id, words: words), fields: fields)
        return .done(see: "/follow/\(need.serial)")
    }

    private static func consent(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await find(visit)
        let agrees = FormReader(fields).flag("agree")
        try await visit.perform(GiveConsent(need.id, agrees), fields: fields)
        return .done(see: "/follow/\(need.serial)")
    }

    private static func withdraw(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await find(visit)
        var reader = FormReader(fields)
        let reason = reader.line("reason", 100, required: false)
        try reader.finish()
        try await visit.perform(WithdrawNeed(need.id, reason: reason), fields: fields)
        return .done(see: "/follow/\(need.serial)")
    }

    private static func picture(_ visit: Visit, _ reading: any Reading) throws -> Reply {
        let need = try FollowNeedPage.need(visit, reading)
        guard let id = Identifier(try visit.parameter("photo")) else { throw GroundRefusal.notFound }
        let bytes = try AttachmentStore.open(
            id, .whole, in: visit.community, visit.house.keys, reading
        ) { owner, _ in
            guard owner == AttachmentOwner("need", need.id) else { throw GroundRefusal.notFound }
        }
        return Reply(type: "image/jpeg", body: bytes)
    }
}

/// What a program hears that opened a need.
struct OpenedNeed: Codable, Sendable {
    let number: String
}

/// Why a need does not open.
enum FollowRefusal: Refusal, CaseIterable {
    case secretWrong, openFirst, tryLater

    var name: String {
        switch self {
        case .secretWrong: "follow.secret-wrong"
        case .openFirst: "follow.open-first"
        case .tryLater: "follow.try-later"
        }
    }

    var status: Int {
        switch self {
        case .secretWrong: 422
        case .openFirst: 403
        case .tryLater: 429
        }
    }

    var field: String? { self == .secretWrong ? "secret" : nil }

    var remedy: Remedy? { self == .openFirst ? Remedy(FollowPhrase.title.text, "/follow") : nil }

    var text: Text {
        switch self {
        case .secretWrong: FollowPhrase.secretWrong.text
        case .openFirst: FollowPhrase.openFirst.text
        case .tryLater: FollowPhrase.tryLater.text
        }
    }
}
