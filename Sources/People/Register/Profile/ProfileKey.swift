public import Values

/// A figure of the community's profile. The order is that of the published table.
public enum ProfileKey: String, Sendable, CaseIterable, Codable {
    case buildings, households, people, men, women
    case migrants, migrantMen = "migrant-men", migrantWomen = "migrant-women"
    case migrantMothers = "migrant-women-of-child-bearing-age"
    case retired, emptyNest = "elder-empty-nest", alone = "elder-alone", noKin = "elder-no-kin"
    case dependent = "elder-dependent", partly = "elder-partly", dementia = "elder-dementia"
    case disabled, hearing = "disabled-hearing", intellectual = "disabled-intellectual"
    case mental = "disabled-mental", physical = "disabled-physical", sight = "disabled-sight"
    case eldersAndDisabled = "elders-and-disabled", under18 = "under-18", under14 = "under-14"
    case over60 = "over-60", retiredParty = "retired-party"

    public var title: Text {
        switch self {
        case .buildings: Text("楼", "Buildings")
        case .households: Text("户", "Households")
        case .people: Text("人", "People")
        case .men: Text("男", "Men")
        case .women: Text("女", "Women")
        case .migrants: Text("外来人口", "From outside the city")
        case .migrantMen: Text("外来，男", "From outside, men")
        case .migrantWomen: Text("外来，女", "From outside, women")
        case .migrantMothers: Text("外来育龄妇女（15至49岁）", "From outside, women of 15 to 49")
        case .retired: Text("离退休老人", "Retired elders")
        case .emptyNest: Text("空巢老人", "In empty nests")
        case .alone: Text("独居老人", "Living alone")
        case .noKin: Text("孤寡老人", "Without kin")
        case .dependent: Text("失能老人", "Care-dependent")
        case .partly: Text("半失能老人", "Partly dependent")
        case .dementia: Text("失智老人", "With dementia")
        case .disabled: Text("有残疾证的人", "With a disability certificate")
        case .hearing: Text("听力", "Hearing")
        case .intellectual: Text("智力", "Intellectual")
        case .mental: Text("精神", "Mental")
        case .physical: Text("肢体", "Physical")
        case .sight: Text("视力", "Sight")
        case .eldersAndDisabled: Text("离退休老人和残疾人", "Retired elders and disabled people")
        case .under18: Text("不满18岁", "Under 18")
        case .under14: Text("不满14岁", "Under 14")
        case .over60: Text("60岁以上", "60 and over")
        case .retiredParty: Text("离退休党员", "Retired Party members")
        }
    }

    /// Whether the people behind it are a sensitive group.
    var isSensitive: Bool {
        switch self {
        case .dependent, .partly, .dementia, .disabled, .hearing, .intellectual, .mental, .physical, .sight,
            .eldersAndDisabled:
            true
        default: false
        }
    }

    /// Whether rows of people stand behind it.
    var countsPeople: Bool { self != .buildings && self != .households }

    static let disabilities: [ProfileKey] = [.hearing, .intellectual, .mental, .physical, .sight]

    /// The groups that have to be read to count everything.
    static let groups =
        [
            "elder-empty-nest", "elder-alone", "elder-no-kin", "elder-dependent", "elder-partly",
            "elder-dementia", "disabled-speech",
        ] + disabilities.map(\.rawValue)

    private static let disabledGroups = ["disabled-speech"] + disabilities.map(\.rawValue)

    /// The test of whether somebody counts here, made once for a whole population.
    func test(in all: Population) -> (Population.One) -> Bool {
        let retired = all.bit(FactKind.retired.rawValue), party = all.bit(FactKind.party.rawValue)
        let disabled = Self.disabledGroups.reduce(UInt64(0)) { $0 | all.bit($1) }, own = all.bit(rawValue)
        switch self {
        case .buildings, .households: return { _ in false }
        case .people: return { _ in true }
        case .men: return { $0.sex == .male }
        case .women: return { $0.sex == .female }
        case .migrants: return { $0.isMigrant }
        case .migrantMen: return { $0.isMigrant && $0.sex == .male }
        case .migrantWomen: return { $0.isMigrant && $0.sex == .female }
        case .migrantMothers:
            return { $0.isMigrant && $0.sex == .female && $0.age >= 15 && $0.age <= 49 }
        case .retired: return { $0.marks & retired != 0 }
        case .disabled: return { $0.marks & disabled != 0 }
        case .eldersAndDisabled: return { $0.marks & (disabled | retired) != 0 }
        case .under18: return { $0.age < 18 }
        case .under14: return { $0.age < 14 }
        case .over60: return { $0.age >= 60 }
        case .retiredParty: return { $0.marks & retired != 0 && $0.marks & party != 0 }
        default: return { $0.marks & own != 0 }
        }
    }
}
