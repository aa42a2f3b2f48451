import Values

/// The published table of the community that the demo is modelled on, and what of it is split further so that
/// every household can be made out of it.
///
/// The classes of disability add up to 125, the people to 123: two have two certificates.
enum CensusTable {
    static let people = 11_458, men = 5_601, women = 5_857, households = 4_177
    static let migrantMen = 506, migrantWomen = 512, migrantMothers = 289
    static let retired = 2_522, emptyNest = 532, alone = 235, noKin = 13
    static let dependent = 16, partly = 15, dementia = 5
    static let under18 = 1_098, under14 = 705, retiredParty = 558
    static let disabled = 123
    static let disabilities = [
        ("disabled-hearing", 15), ("disabled-intellectual", 23), ("disabled-mental", 21),
        ("disabled-physical", 50), ("disabled-sight", 16),
    ]

    /// Elders by themselves: alone, in couples, and one couple with a mother.
    static let elderCouples = 147

    /// Households from outside the city: couples with a child, couples without, people by themselves.
    static let migrantFamilies = 160, migrantCouples = 200, migrantSingles = 138
    static let migrantBoys = 82, migrantSingleMen = 64
    /// Women of 50 and over among them, so that 289 are left of child-bearing age.
    static let migrantOlderWomen = 145

    /// The other households with somebody of working age: couples, and people without a spouse.
    static let couples = 2_740, singles = 556, singleMen = 350
    /// Couples with one child and with two.
    static let oneChild = 700, twoChildren = 119, boys = 490
    /// Households where two retired parents live along, or one.
    static let elderPairs = 800, elderOnes = 390, elderOneMen = 90, aloneMen = 55
    /// Parents of over sixty without a pension, in pairs and by themselves.
    static let parentPairs = 300, parentOnes = 251, parentOneMen = 72
    /// Grown children who live with their parents.
    static let grown = 93, grownMen = 50
}
