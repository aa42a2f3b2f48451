public import Web

/// What Needs brings into the house: needs, wishes, offers, and the resources that answer them.
public let capability = Capability(
    name: "needs",
    rights: NeedsRights.table,
    migrations: NeedsSchema.migrations,
    routes: PublicPages.routes,
    sections: PublicPages.sections,
    jobs: NeedsJobs.all,
    invariants: NeedsInvariants.all)
