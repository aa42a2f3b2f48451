import Actions
import Values
import Web

/// Every address of the register, and its entries of the head's menu.
enum RegisterRoutes {
    static var all: [Route] { profile }

    static let sections: [Section] = [
        Section(ProfilePhrase.title.text, "/profile", .staff, RegisterRights.count, order: 62)
    ]

    private static var profile: [Route] {
        [
            .page(
                "/profile", RegisterRights.profile, ProfilePhrase.title.text, ProfilePage(),
                query: ProfilePage.query),
            .download(
                "/profile.xlsx", RegisterRights.profile, Text("社区概况，表格", "The profile as a workbook"),
                query: ProfilePage.query
            ) { visit, reading in try ProfileSheet.reply(visit, reading) },
            .verb(
                .post, "/profile/editions", RegisterRights.publish, ProfilePhrase.publishTitle.text,
                shows: ProfilePage()
            ) { visit, fields in
                let day = visit.now.day(in: .shanghai)
                let done = try await visit.perform(PublishProfile(quarterOf: day), fields: fields)
                return .made(done, see: "/profile?edition=\(Quarter(of: day).description)")
            },
        ]
    }
}
