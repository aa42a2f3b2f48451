public import Actions
import Storage
public import Values

/// Opens the sealed values of one row of the record; the opening is itself a row, with why.
public struct OpenRecord: Action {
    public static let name = "people.open-record"
    public static let right = PeopleRights.openRecord

    let number: Int64
    let why: String

    public init(_ number: Int64, why: String) {
        self.number = number
        self.why = why
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard try RecordStore.line(number, in: work.community, work.database) != nil else {
            throw GroundRefusal.notFound
        }
        if let account = work.actor.account {
            work.record(["number": "\(number)", "why": why], about: account)
        }
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
