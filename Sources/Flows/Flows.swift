public import Web

/// What one capability's facts mean for another, a file each.
public let capability = Capability(
    name: "flows",
    flows: [
        AdoptedGridsMoveNeeds(), EndedRolesHandNeedsOver(), MovedPlaceMovesNeeds(), MovingGridsMoveNeeds(),
        TakenConsentHidesContacts(),
    ])
