/// Everybody and everything that the demo community is told with, read once and checked.
///
/// The demo, the tests, the benchmarks and the documents share it. All of it is invented, and the same
/// everywhere. Names for the thousands who have no line here come out of `Names` by `Dice`.
public struct Cast: Sendable {
    public let staff: [CastStaff]
    public let residents: [CastResident]
    public let parties: [CastParty]
    public let resources: [CastResource]
    public let agreements: [CastAgreement]
    public let circles: [CastCircle]
    public let wishes: [CastWish]
    public let offers: [CastOffer]
    public let stories: [NeedStory]

    /// Reads the tables; throws a `CastFault` that names the line where one is wrong.
    public init() throws {
        staff = try CastStaff.read()
        residents = try CastResident.read()
        parties = try CastParty.read()
        resources = try CastResource.read()
        agreements = try CastAgreement.read()
        circles = try CastCircle.read()
        wishes = try CastWish.read()
        offers = try CastOffer.read()
        stories = try NeedStory.read()
    }

    public var estates: [Estate] { Estate.all }
    public var buildings: [CastBuilding] { CastBuilding.all }
    public var districts: [CityTree.District] { CityTree.districts }
}
