public import Values

/// What a person is to a place. A grant joins a role with a node of the tree of places, and reaches all
/// below it.
public enum Role: String, Sendable, CaseIterable, Codable {
    case resident
    case volunteer
    case organisationLeader = "organisation-leader"
    case companyContact = "company-contact"
    case communityWorker = "community-worker"
    case socialWorker = "social-worker"
    case supervisor
    case stationHead = "station-head"
    case chair
    case secretary
    case treasurer
    case sectionHead = "section-head"
    case gridLeader = "grid-leader"
    case stairwellHead = "stairwell-head"
    case district
    case city
    case auditor
    case administrator

    public var title: Text {
        switch self {
        case .resident: Text("居民", "Resident")
        case .volunteer: Text("志愿者", "Volunteer")
        case .organisationLeader: Text("社会组织负责人", "Organisation's leader")
        case .companyContact: Text("企业联系人", "Company contact")
        case .communityWorker: Text("社区工作者", "Community worker")
        case .socialWorker: Text("社工", "Social worker")
        case .supervisor: Text("督导", "Supervisor")
        case .stationHead: Text("站长", "Station head")
        case .chair: Text("理事长", "Chair")
        case .secretary: Text("秘书", "Secretary")
        case .treasurer: Text("财务", "Treasurer")
        case .sectionHead: Text("片长", "Section head")
        case .gridLeader: Text("网格长", "Grid leader")
        case .stairwellHead: Text("楼门长", "Stairwell head")
        case .district: Text("区级", "District")
        case .city: Text("市级", "City")
        case .auditor: Text("审计", "Auditor")
        case .administrator: Text("管理员", "Administrator")
        }
    }

    /// Whether the role works at the station's desk, and so sees the staff's pages.
    public var isStaff: Bool {
        switch self {
        case .resident, .volunteer, .organisationLeader, .companyContact: false
        default: true
        }
    }
}
