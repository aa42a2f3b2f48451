public import Sealing
public import Web

/// What People brings into the house: the tree of places, accounts, roles, sessions and the record's page.
public let capability: Capability = contents(passwords: PasswordCheck())

/// The same with another way to check passwords: a test takes a cheaper one.
public func contents(passwords: PasswordCheck) -> Capability {
    Capability(
        name: "people", rights: PeopleRights.table + RegisterRights.table + GridsRights.table,
        migrations: PeopleSchema.migrations,
        routes: PeopleRoutes.all(passwords) + RegisterRoutes.all + GridsRoutes.all,
        sections: PeopleRoutes.sections + RegisterRoutes.sections + GridsRoutes.sections,
        jobs: PeopleJobs.all,
        invariants: PeopleInvariants.all + RegisterInvariants.all + GridsInvariants.all,
        words: [AccountStore.words])
}
