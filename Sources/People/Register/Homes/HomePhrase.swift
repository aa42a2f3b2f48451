import Values

/// What the pages of homes say.
enum HomePhrase: Phrase {
    case list, listNote, homes, area, owners, tenants, floor, noArea, noOwners, noTenants
    case totals(Int, Int, String, Int), none, ownersOf(Int)
    case measureTitle, areaHint, ownersTitle, ownersNote, name(Int), shareOf(Int), shareHint, known(Int),
        moreOwners
    case tenantTitle, tenantName, ended, livesHere, somebodyElse, before, erased

    var text: Text { listText ?? formText }

    private var listText: Text? {
        switch self {
        case .list: Text("房子和产权", "Homes and their owners")
        case .listNote:
            Text("业主大会按面积和人数表决，看的就是这张表。", "An owners' meeting counts by area and by heads: by this list.")
        case .homes: Text("门牌", "Home")
        case .area: Text("面积", "Floor area")
        case .owners: Text("产权人", "Owners")
        case .tenants: Text("租户", "Tenants")
        case .floor: Text("楼层", "Floor")
        case .noArea: Text("还没有记面积。", "No floor area is written yet.")
        case .noOwners: Text("还没有记产权人。", "No owners are written yet.")
        case .noTenants: Text("没有记租户。", "No tenants are written.")
        case .totals(let homes, let measured, let area, let owned):
            Text(
                "一共\(homes)套，\(measured)套记了面积，合计\(area)；\(owned)套记了产权人。",
                "\(homes) homes, \(measured) measured, \(area) together; the owners of \(owned) are written.")
        case .none: Text("这里还没有门牌。", "There are no homes here.")
        case .ownersOf(let count): Text("\(count)位", "\(count)")
        case .livesHere: Text("现在住着", "Living there")
        case .before: Text("以前的产权人和租户", "Owners and tenants before")
        case .erased: Text("已删", "erased")
        default: nil
        }
    }

    private var formText: Text {
        switch self {
        case .measureTitle: Text("记面积", "Write the floor area")
        case .areaHint: Text("平方米，比如89.50", "In square metres, such as 89.50")
        case .ownersTitle: Text("记产权人", "Write the owners")
        case .ownersNote:
            Text("一次写全。几个人共有的，份额加起来要正好是一整份。", "All of them at once; shares make exactly one whole.")
        case .name(let number): Text("第\(number)位的名字", "Name of owner \(number)")
        case .known(let number): Text("第\(number)位", "Owner \(number)")
        case .shareOf(let number): Text("第\(number)位的份额", "Share of owner \(number)")
        case .moreOwners: Text("再加一位", "One more owner")
        case .shareHint: Text("比如1、1/2、33.33%", "Such as 1, 1/2, 33.33%")
        case .tenantTitle: Text("记租户", "Write a tenant")
        case .tenantName: Text("租户的名字", "The tenant's name")
        case .somebodyElse: Text("登记里没有，写名字", "Not in the register: write the name")
        case .ended: Text("不租了", "Rents no longer")
        default: .empty
        }
    }
}
