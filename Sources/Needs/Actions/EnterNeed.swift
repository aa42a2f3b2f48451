public import Actions
import People
public import Values

/// Staff write down a need that came on paper, at a visit, by telephone, in a talk, a survey or a chat group.
///
/// Refuses: what ``ReportNeed`` refuses, an unknown source, a day to come or more than two years gone.
public struct EnterNeed: Action {
    public static let name = "needs.enter"
    public static let right = NeedsRights.enter

    public let draft: NeedDraft
    public let source: String
    /// The day on which it was said; nil is today.
    public let day: Day?
    /// The account of the one who said it, where they have one.
    public let reporter: Identifier?

    public init(_ draft: NeedDraft, source: String, day: Day? = nil, reporter: Identifier? = nil) {
        self.draft = draft
        self.source = source
        self.day = day
        self.reporter = reporter
    }

    public func subject(in work: Work) throws -> NeedSpot {
        try NeedSpot(draft.place, in: work.community, work.database)
    }

    public func run(on spot: NeedSpot, in work: Work) throws -> ReportedNeed {
        guard try VocabularyStore.vocabulary(in: work.community, work.database).offers(.source, source) else {
            throw NeedRefusal.noSuchSource
        }
        if let reporter, try AccountStore.account(reporter, in: work.community, work.database) == nil {
            throw GroundRefusal.notFound
        }
        var intake = Intake(source: source, reported: try reported(at: work.now))
        intake.enteredBy = work.actor.account
        intake.reporter = reporter
        return ReportedNeed(try work.takeIn(try draft.checked(), at: spot, intake))
    }

    /// Noon of the day it was said, but never later than now.
    private func reported(at now: Instant) throws -> Instant {
        let today = now.day(in: .shanghai)
        guard let day, day != today else { return now }
        guard day < today else { throw NeedRefusal.dayAhead }
        guard today - day <= 731 else { throw NeedRefusal.dayTooOld }
        return day.start(in: .shanghai) + .hours(12)
    }

    public func object(of subject: NeedSpot, _ answer: ReportedNeed, in work: Work) -> Identifier {
        answer.id
    }
}
