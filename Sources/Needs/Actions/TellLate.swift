import Actions
import People
import Values

/// The house notices that a need passed its due time: its owner and the supervisor are told, once.
struct TellLate: Action {
    static let name = "needs.tell-late"
    static let right = NeedsRights.handle

    let need: Identifier

    func subject(in work: Work) throws -> Need { try work.need(need) }

    func run(on need: Need, in work: Work) throws -> Done {
        // Since it was listed it may have been seen to.
        guard need.isLate(at: work.now), need.lateTold == nil, need.held == .no else { return Done() }
        let changed = try work.change(need) { change in
            change.need.lateTold = work.now
            change.add(.late)
        }
        let supervisors = try GrantStore.holders(
            of: [.supervisor], over: need.path, in: work.community, work.database)
        var told: [Identifier] = []
        for account in [need.owner].compactMap({ $0 }) + supervisors.map(\.account)
        where !told.contains(account) {
            told.append(account)
            try work.send(.late(need.serial), to: account)
        }
        work.tell(NeedBecameLate(need: changed))
        return Done()
    }

    func object(of subject: Need, _ answer: Done, in work: Work) -> Identifier { need }
}
