public import Actions
import Values

/// Who may do what with places, people, slips, settings and the record.
public enum PeopleRights {
    public static let enter = Right("people.enter", Text("登录", "Sign in"))
    public static let own = Right("people.own", Text("看和改自己的资料", "See and change one's own account"))
    public static let seeTree = Right("people.see-tree", Text("看地方和数目", "See places and their figures"))
    public static let changeTree = Right("people.change-tree", Text("加、改地方", "Add and change places"))
    public static let found = Right("people.found", Text("设立社区", "Found a community"))
    public static let seePeople = Right("people.see-people", Text("看谁在这里工作", "See who works here"))
    public static let addPeople = Right("people.add-people", Text("加人", "Add people"))
    public static let grant = Right("people.grant", Text("给身份", "Give roles"))
    public static let disable = Right("people.disable", Text("停用账户", "Disable accounts"))
    public static let printSlips = Right("people.print-slips", Text("打印入户条", "Print household slips"))
    public static let changeSettings = Right(
        "people.change-settings", Text("改社区的设置", "Change the community's settings"))
    public static let seeRecord = Right("people.see-record", Text("看记录", "Read the record"))
    public static let openRecord = Right(
        "people.open-record", Text("看记录里的内容", "Open the values in the record"))
    public static let demo = Right("people.demo", Text("在演示里换个人看", "See the demo as somebody else"))

    public static let table: [RightRow] = [
        RightRow(enter, anyone: .place),
        RightRow(demo, anyone: .place),
        RightRow(own, anyone: .own),
        RightRow(seeTree, everyStaff),
        RightRow(changeTree, .roles(.stationHead, .administrator)),
        RightRow(found, .roles(.administrator)),
        RightRow(
            seePeople,
            .roles(
                .socialWorker, .communityWorker, .supervisor, .stationHead, .chair, .secretary, .auditor,
                .district, .city, .administrator)),
        RightRow(addPeople, .roles(.stationHead, .administrator)),
        RightRow(grant, .roles(.sectionHead, .stationHead, .administrator)),
        RightRow(disable, .roles(.stationHead, .administrator)),
        RightRow(
            printSlips,
            .roles(
                .communityWorker, .socialWorker, .stationHead, .sectionHead, .gridLeader, .stairwellHead,
                .administrator)),
        RightRow(changeSettings, .roles(.stationHead, .administrator)),
        RightRow(
            seeRecord, .roles(.supervisor, .stationHead, .auditor, .district, .city, .administrator)),
        RightRow(openRecord, .roles(.stationHead, .auditor), confidential: true),
    ]

    private static let everyStaff: [Role: Reach] = Dictionary(
        uniqueKeysWithValues: Role.allCases.filter(\.isStaff).map { ($0, .place) })
}
