import Actions
import Storage
import Values

extension Work {
    /// Somebody of the register who was not merged away.
    ///
    /// - Throws: ``RegisterRefusal/personNotFound``, ``PrivacyRefusal/erased``.
    func registered(_ id: Identifier) throws -> RegisteredPerson {
        try PersonStore.shown(id, in: community, keys, database)
    }

    /// Somebody who lives and was not merged away.
    func living(_ id: Identifier) throws -> RegisteredPerson {
        let person = try registered(id)
        guard person.mergedInto == nil else { throw RegisterRefusal.isMerged }
        guard person.died == nil else { throw RegisterRefusal.isDead }
        return person
    }

    func household(_ id: Identifier) throws -> Household {
        guard let household = try HouseholdStore.household(id, in: community, database) else {
            throw RegisterRefusal.householdNotFound
        }
        return household
    }

    /// A household that there still is.
    func openHousehold(_ id: Identifier) throws -> Household {
        let household = try household(id)
        guard household.period.until == nil else { throw RegisterRefusal.householdNotFound }
        return household
    }

    /// The stays of somebody that have not ended.
    func presentStays(of person: Identifier) throws -> [Residence] {
        try ResidenceStore.stays(of: person, in: community, database).filter { $0.period.until == nil }
    }
}

extension RegisterIntake {
    /// Ends the present stays of somebody, and a household that nobody is left in.
    func leaveAll(_ person: RegisteredPerson, on day: Day, _ why: LeavingReason) throws {
        let stays = try work.presentStays(of: person.id)
        guard !stays.isEmpty else { throw RegisterRefusal.notLiving }
        for stay in stays {
            let household = try work.household(stay.household)
            try leave(stay, of: person, household.path, on: day, why)
            try endIfEmpty(household, on: day)
        }
    }

    func endIfEmpty(_ household: Household, on day: Day) throws {
        let left = try ResidenceStore.members(of: household.id, in: work.community, work.database)
        if left.isEmpty, household.period.until == nil { try end(household, on: day) }
    }
}
