import Actions
import Storage
import Values
import Web

/// Every address of the register, and its entries of the head's menu.
enum RegisterRoutes {
    static var all: [Route] {
        profile + pages + opening + groups + moves + merges + homes + ability + monthly
    }

    static let sections: [Section] = [
        Section(ProfilePhrase.title.text, "/profile", .staff, RegisterRights.count, order: 62),
        Section(ProfilePhrase.title.text, "/profile", .everyone, RegisterRights.profile, order: 62),
        Section(RegisterPhrase.title.text, "/register", .staff, RegisterRights.see, order: 63),
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

    private static var pages: [Route] {
        [
            .page(
                "/register", RegisterRights.see, RegisterPhrase.title.text, RegisterPage(),
                query: RegisterPage.query),
            .page(
                "/register/people/{id}", RegisterRights.see, Text("登记里的一个人", "One person of the register"),
                RegisterPersonPage()),
            .page(
                "/register/households/{id}", RegisterRights.see, Text("一户人家", "A household"),
                HouseholdPage()),
            .page(
                "/register/duplicates", RegisterRights.merge, RegisterPhrase.duplicates.text, DuplicatesPage()
            ),
        ]
    }

    private static var opening: [Route] {
        [
            .verb(
                .post, "/register/people/{id}/open", RegisterRights.open, RegisterPhrase.openTitle.text,
                fields: [
                    .choice("part", RegisterPhrase.what.text, of: OpenPerson.Part.self, required: true),
                    Input("why", RegisterPhrase.why.text, .line(100), required: true),
                ], answers: RegisterPersonPage.Opened.self, shows: RegisterPersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let part = reader.choice("part", of: OpenPerson.Part.self)
                let why = reader.line("why", 100)
                try reader.finish()
                let id = try visit.identifier("id")
                guard let part else { throw GroundRefusal.notFound }
                // Without the form's mark: what was opened is not kept to be answered again.
                let value = try await visit.perform(OpenPerson(id, part, why: why))
                let opened = RegisterPersonPage.Opened(person: id, part: part, value: value)
                return Outcome.made(opened, see: "/register/people/\(id)")
                    .with(try RegisterPersonPage.opened.cookie(opened, visit, minutes: 1))
            }
        ]
    }

    private static var groups: [Route] {
        [
            .verb(
                .post, "/register/people/{id}/groups", RegisterRights.change, RegisterPhrase.enterTitle.text,
                fields: [
                    Input("group", RegisterPhrase.group.text, .choice([]), required: true),
                    Input("level", RegisterPhrase.level.text, .line(GroupDetails.level)),
                    Input("basis", RegisterPhrase.basis.text, .line(GroupDetails.basis)),
                    Input("since", RegisterPhrase.day.text, .day, required: true),
                    .choice("source", RegisterPhrase.source.text, of: FactSource.self, required: true),
                ], shows: RegisterPersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("group", 60)
                let level = reader.line("level", GroupDetails.level, required: false)
                let basis = reader.line("basis", GroupDetails.basis, required: false)
                let since = reader.day("since"), source = reader.choice("source", of: FactSource.self)
                try reader.finish()
                guard let since, let source else { throw GroundRefusal.notFound }
                let id = try visit.identifier("id")
                let membership = NewMembership(
                    code, Period(since: since), GroupDetails(level: level, basis: basis, source: source))
                _ = try await visit.perform(EnterGroup(membership, id), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
            .verb(
                .post, "/register/people/{id}/groups/{code}/review", RegisterRights.change,
                RegisterPhrase.looked.text,
                fields: [Input("level", RegisterPhrase.level.text, .line(GroupDetails.level))],
                shows: RegisterPersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let level = reader.line("level", GroupDetails.level, required: false)
                try reader.finish()
                let id = try visit.identifier("id"), code = try visit.parameter("code")
                _ = try await visit.perform(ReviewGroup(code, id, level: level), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
            .verb(
                .post, "/register/people/{id}/groups/{code}/end", RegisterRights.change,
                RegisterPhrase.leaveGroup.text, shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id"), day = visit.now.day(in: .shanghai)
                _ = try await visit.perform(
                    LeaveGroup(try visit.parameter("code"), id, on: day), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
        ]
    }
}
