public import Web

/// What Needs brings into the house: needs, wishes, offers, and the resources that answer them.
public let capability = Capability(
    name: "needs",
    rights: NeedsRights.table + ResourceRights.table,
    migrations: NeedsSchema.migrations,
    routes: PublicPages.routes + ResourcePages.routes,
    flows: [FeedbackJudgesUses(), ClosedNeedFreesLinks(), ConsentTakenHidesWho()],
    sections: PublicPages.sections + ResourcePages.sections,
    jobs: NeedsJobs.all + [ResourceLetters.job],
    invariants: NeedsInvariants.all + ResourceInvariants.all)
