import Actions
import People
import Storage
import Values
import Web

/// A worker's day on one screen: what is late, what is due, what is new, and what waits for their word.
struct DayPage: Page {
    struct Model: Codable, Sendable {
        let late: [NeedSummary]
        let due: [NeedSummary]
        let fresh: [NeedSummary]
        let answered: [NeedSummary]
        let asked: [NeedSummary]
        let answers: [WaitingAnswer]
        let counts: Counts
        let workload: Load
        /// The late ones of everybody, for those who supervise.
        let lateOfAll: [NeedSummary]
        let offers: Int

        var vocabulary = Vocabulary([])
        var mayEnter = false
        /// Whether they see the register's lists of the month.
        var seesLists = false

        enum CodingKeys: CodingKey {
            case late, due, fresh, answered, asked, answers, counts, workload, lateOfAll, offers
        }
    }

    struct Counts: Codable, Sendable {
        let late: Int, due: Int, fresh: Int, held: Int
    }

    /// What one has in hand, and the mean of all who have any, in tenths.
    struct Load: Codable, Sendable {
        let mine: Int
        let meanTenths: Int
    }

    /// At most so many of each on one screen; the rest is a click away.
    static let most = 8

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let day = DayStore(visit, reading)
        let late = try day.mine(late: true), due = try day.mine(late: false)
        let pressing = Set((late + due).map(\.id))
        let fresh = try day.fresh().filter { !pressing.contains($0.id) },
            supervises = visit.allows(NeedsRights.assign, on: visit.locality.path)
        var model = Model(
            late: Array(late.prefix(Self.most)), due: Array(due.prefix(Self.most)),
            fresh: Array(fresh.prefix(Self.most)),
            answered: try day.answered(), asked: try day.list(.asked), answers: try day.answers(),
            counts: Counts(
                late: late.count, due: due.count, fresh: fresh.count,
                held: visit.allowsAnywhere(NeedsRights.admit) ? try day.count(.held) : 0),
            workload: try day.load(), lateOfAll: supervises ? try day.list(.late, sort: .due) : [],
            offers: visit.allowsAnywhere(NeedsRights.seeOffers) ? try day.offers() : 0)
        model.vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        model.seesLists = visit.allowsAnywhere(RegisterRights.see)
        model.mayEnter = visit.allowsAnywhere(NeedsRights.enter)
        return model
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(StaffPhrase.day) }

    func view(_ model: Model, _ scene: Scene) -> HTML { DayView(model: model, scene: scene).html }
}
