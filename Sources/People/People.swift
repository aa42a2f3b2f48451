public import Web

/// What People brings into the house: the tree of places, accounts, roles, sessions and the record's page.
public let capability = Capability(
    name: "people",
    rights: PeopleRights.table,
    migrations: PeopleSchema.migrations,
    routes: PeopleRoutes.all,
    sections: PeopleRoutes.sections,
    jobs: PeopleJobs.all,
    invariants: PeopleInvariants.all)
