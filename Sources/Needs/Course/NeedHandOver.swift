public import Actions
import People
public import Values

extension NeedOwners {
    /// Gives every open need for which an account has no right any more another owner, and takes back what
    /// the account was to see to or was asked to take over there.
    public static func handOver(from account: Identifier, in work: Work) throws {
        let person = try person(account, in: work)
        func mayOwn(_ path: PlacePath) -> Bool {
            person.map { work.rights.allow($0, NeedsRights.handle, on: path) } ?? false
        }
        for rule in try OwnerRuleStore.rules(of: account, work) where !mayOwn(rule.path) {
            try OwnerRuleStore.remove(rule.id, work)
        }
        let asked = try OwnerRuleStore.openNeeds(askedOf: account, work).filter { !mayOwn($0.path) }
        try OwnerRuleStore.forgetAsked(asked.map(\.id), work)
        let left = try OwnerRuleStore.openNeeds(of: account, work).filter { !mayOwn($0.path) }
        try handOver(left.map(\.id), in: work)
    }

    /// As ``handOver(from:in:)``, for everybody who has to do with needs at or below some places: whose role
    /// reached the old paths may not reach the new ones.
    static func handOver(below paths: [PlacePath], in work: Work) throws {
        var asked: Set<Identifier> = []
        for path in paths {
            for account in try OwnerRuleStore.accounts(below: path, work)
            where asked.insert(account).inserted {
                try handOver(from: account, in: work)
            }
        }
    }

    /// One notice for each new owner, however many needs they get.
    private static func handOver(_ needs: [Identifier], in work: Work) throws {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        var taken: [Identifier: [String]] = [:]
        for id in needs {
            let need = try work.need(id)
            let next = try owner(of: need.classKey, at: need.path, vocabulary, work)
            try work.change(need) { change in
                change.need.owner = next?.account
                change.need.ownerName = next?.name ?? ""
                change.add(.assigned, next?.name ?? "")
            }
            if let next { taken[next.account, default: []].append(need.serial) }
        }
        for (owner, numbers) in taken.sorted(by: { $0.key < $1.key }) {
            let notice = numbers.count == 1 ? StaffNotice.assigned(numbers[0]) : .handedOver(numbers.count)
            try work.send(notice, to: owner)
        }
    }
}
