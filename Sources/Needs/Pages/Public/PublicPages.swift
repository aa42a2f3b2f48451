import Actions
import Values
public import Web

/// The pages that anybody may open, with or without an account.
public enum PublicPages {
    /// What stands in the head's menu for residents.
    public static let sections: [Section] = [
        Section(PublicPhrase.home.text, "/", .everyone, NeedsRights.seePublic, order: 10),
        Section(PublicPhrase.needs.text, "/needs/public", .everyone, NeedsRights.seePublic, order: 20),
        Section(PublicPhrase.wishes.text, "/wishes", .everyone, NeedsRights.seePublic, order: 30),
        Section(PublicPhrase.resources.text, "/resources", .everyone, NeedsRights.seePublic, order: 40),
        Section(PublicPhrase.threeLists.text, "/lists", .everyone, NeedsRights.seePublic, order: 50),
        Section(PublicPhrase.help.text, "/help", .everyone, NeedsRights.seePublic, order: 90),
    ]

    public static let routes: [Route] =
        lookRoutes + SayPages.routes + FollowPages.routes + WishPages.routes
        + OfferPages.routes + PaperPages.routes

    private static let lookRoutes: [Route] = [
        .page("/", NeedsRights.seePublic, Text("社区首页", "The community's front page"), FrontPage()),
        .page(
            "/needs/public", NeedsRights.seePublic, Text("公开的需求", "What is public of needs"),
            PublicNeedsPage(), query: PublicNeedsPage.query),
        .page(
            "/lists", NeedsRights.seePublic, Text("三张清单", "The three lists"), ThreeListsPage(isSheet: false)),
        .page(
            "/lists/sheet", NeedsRights.seePublic, Text("三张清单，打印用", "The three lists, to print"),
            ThreeListsPage(isSheet: true)),
        .page("/help", NeedsRights.seePublic, Text("帮助", "Help"), HelpPage()),
        .page("/privacy", NeedsRights.seePublic, Text("个人信息怎么用", "Privacy"), PrivacyPage()),
    ]
}
