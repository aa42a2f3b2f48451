public import Actions
import Values

/// Who may do what with the register of people.
public enum RegisterRights {
    public static let profile = Right("register.profile", Text("看社区概况", "See the community's profile"))
    public static let count = Right(
        "register.count", Text("看没有遮掉的数", "See the figures before small ones are hidden"))
    public static let see = Right("register.see", Text("看居民登记，名字遮着", "See the register, masked"))
    public static let open = Right(
        "register.open", Text("看一位居民的名字、电话、证件号", "Open one person's name, phone, number"))
    public static let sensitive = Right(
        "register.sensitive", Text("看敏感的群体和信息", "See sensitive groups and facts"))
    public static let assess = Right(
        "register.assess", Text("记老年人能力评估", "Write down ability assessments of elders"))
    public static let change = Right("register.change", Text("改居民登记", "Change the register"))
    public static let merge = Right("register.merge", Text("合并重复的人", "Merge duplicates"))
    public static let homes = Right(
        "register.homes", Text("看房子的面积、产权人和租户", "See homes: floor area, owners, tenants"))
    public static let publish = Right("register.publish", Text("公布社区概况", "Publish the profile"))

    public static let table: [RightRow] = [
        RightRow(profile, anyone: .place),
        RightRow(
            count,
            .roles(
                .socialWorker, .communityWorker, .supervisor, .stationHead, .secretary, .sectionHead,
                .gridLeader, .auditor)),
        RightRow(
            see,
            .roles(
                .socialWorker, .communityWorker, .supervisor, .stationHead, .sectionHead, .gridLeader,
                .stairwellHead), confidential: true),
        RightRow(
            open, .roles(.socialWorker, .communityWorker, .supervisor, .stationHead), confidential: true),
        RightRow(sensitive, .roles(.socialWorker, .supervisor, .stationHead), confidential: true),
        RightRow(assess, .roles(.socialWorker, .stationHead), confidential: true),
        RightRow(
            change, .roles(.socialWorker, .communityWorker, .stationHead, .sectionHead), confidential: true),
        RightRow(merge, .roles(.communityWorker, .stationHead), confidential: true),
        RightRow(
            homes, .roles(.socialWorker, .communityWorker, .stationHead, .sectionHead), confidential: true),
        RightRow(publish, .roles(.stationHead)),
    ]
}
