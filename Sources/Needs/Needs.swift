public import Web

/// What Needs brings into the house: needs, wishes, offers, and the resources that answer them.
public let capability = Capability(
    name: "needs",
    rights: NeedsRights.table + ResourceRights.table + StaffPages.rights,
    migrations: NeedsSchema.migrations,
    routes: PublicPages.routes + ResourcePages.routes + StaffPages.routes + Open311.routes + AlikeRoute.all,
    flows: [FeedbackJudgesUses(), ClosedNeedFreesLinks(), ConsentTakenHidesWho()],
    sections: PublicPages.sections + ResourcePages.sections + StaffPages.sections,
    jobs: NeedsJobs.all + [ResourceLetters.job] + StaffPages.jobs,
    invariants: NeedsInvariants.all + ResourceInvariants.all, words: [NeedStore.words, ResourceStore.words])
