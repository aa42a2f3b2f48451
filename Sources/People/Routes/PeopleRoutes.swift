import Sealing
import Values
import Web

/// Every address of People, and its entries of the head's menu.
enum PeopleRoutes {
    static func all(_ passwords: PasswordCheck) -> [Route] {
        EntryRoutes(passwords: passwords).all + MeRoutes(passwords: passwords).all
            + StaffRoutes(passwords: passwords).all + PlaceRoutes.all + SettingsRoutes.all
    }

    static let sections: [Section] = [
        Section(Text("人", "People"), "/people", .staff, PeopleRights.seePeople, order: 70),
        Section(Text("地方", "Places"), "/places", .staff, PeopleRights.seeTree, order: 75),
        Section(Text("记录", "Record"), "/record", .staff, PeopleRights.seeRecord, order: 85),
        Section(Text("设置", "Settings"), "/settings", .staff, PeopleRights.changeSettings, order: 90),
    ]
}
