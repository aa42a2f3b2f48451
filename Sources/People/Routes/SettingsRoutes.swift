import Actions
import Storage
import Values
import Web

/// The addresses of settings, the record, drafts and notices.
enum SettingsRoutes {
    static var all: [Route] { settings + record + drafts + [notices] }

    private static var settings: [Route] {
        [
            .page(
                "/settings", PeopleRights.changeSettings, Text("设置", "Settings"), SettingsPage(),
                query: [Input("year", SettingsPhrase.year.text, .number(2000...2100))]),
            .verb(
                .post, "/settings", PeopleRights.changeSettings, Text("改社区的设置", "Change the settings"),
                fields: [
                    Input("name", SettingsPhrase.name.text, .line(40), required: true),
                    Input("english", SettingsPhrase.english.text, .line(80)),
                    Input("foot", SettingsPhrase.foot.text, .line(120)),
                    Input("line", SettingsPhrase.phone.text, .phone),
                ], shows: SettingsPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let name = reader.line("name", 40), english = reader.line("english", 80, required: false)
                let foot = reader.line("foot", 120, required: false)
                let phone = reader.phone("line", required: false)
                try reader.finish()
                _ = try await visit.perform(
                    ChangeLocality(
                        name: name, english: english,
                        foot: FoundLocality.Foot(line: foot, phone: phone?.spoken ?? "")), fields: fields)
                return .done(see: "/settings")
            },
            .verb(
                .post, "/settings/calendar", PeopleRights.changeSettings, Text("改日历", "Change the calendar"),
                fields: [
                    Input("day", SettingsPhrase.day.text, .day, required: true),
                    Input(
                        "work", SettingsPhrase.isWork.text, .choice(["rest", "work", "week"]),
                        required: true),
                    Input("title", SettingsPhrase.dayName.text, .line(20)),
                ], shows: SettingsPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let day = reader.day("day"), title = reader.line("title", 20, required: false)
                let work = reader.choice("work", among: ["rest", "work", "week"])
                try reader.finish()
                guard let day else { throw GroundRefusal.notFound }
                let isWork: Bool? = work == "week" ? nil : work == "work"
                _ = try await visit.perform(SetCalendarDay(day, isWork: isWork, name: title), fields: fields)
                return .done(see: "/settings?year=\(day.year)")
            },
        ]
    }

    private static var record: [Route] {
        [
            .page(
                "/record", PeopleRights.seeRecord, Text("记录", "The record"), RecordPage(),
                query: [
                    Input("who", SettingsPhrase.who.text, .line(40)),
                    Input("action", SettingsPhrase.action.text, .line(60)),
                    Input("day", SettingsPhrase.day.text, .day),
                    Input("before", SettingsPhrase.next.text, .number(1...Int64.max)),
                ]),
            .verb(
                .post, "/record/open", PeopleRights.openRecord, Text("打开一行看", "Open a line's contents"),
                fields: [
                    Input("number", SettingsPhrase.number.text, .number(1...Int64.max), required: true),
                    Input("why", SettingsPhrase.why.text, .line(200), required: true),
                ], shows: RecordPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let number = reader.number("number", 1...Int64.max), why = reader.line("why", 200)
                try reader.finish()
                guard let number else { throw GroundRefusal.notFound }
                _ = try await visit.perform(OpenRecord(number, why: why), fields: fields)
                return Outcome.done(see: "/record?open=\(number)")
                    .with(try RecordPage.opened.cookie(number, visit, minutes: 5))
            },
        ]
    }

    private static var drafts: [Route] {
        [
            .raw(
                .get, "/drafts/{form}", PeopleRights.own, Text("草稿", "A draft"), checksOrigin: false
            ) { visit in
                let form = try draftName(visit), community = visit.accountCommunity, keys = visit.house.keys
                guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
                let text = try await visit.house.database.read {
                    try DraftStore.draft(form, of: account, in: community, keys, $0)
                }
                guard let text else { throw GroundRefusal.notFound }
                return .text(text)
            },
            .raw(
                .put, "/drafts/{form}", PeopleRights.own, Text("留着草稿", "Keep a draft"),
                largestBody: DraftStore.longest
            ) { visit in
                try visit.checkScriptOrigin()
                let form = try draftName(visit), community = visit.accountCommunity, keys = visit.house.keys
                guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
                guard visit.ask.body.count <= DraftStore.longest else { throw PeopleRefusal.draftTooLong }
                guard let text = String(validating: visit.ask.body, as: UTF8.self) else {
                    throw WebRefusal.brokenBody
                }
                let now = visit.now
                try await visit.house.database.write(in: community) {
                    try DraftStore.keep(text, form, of: account, in: community, keys, at: now, $0)
                }
                return Reply(status: 204)
            },
        ]
    }

    /// The name of a form: letters, digits, hyphens and a few signs that stand in addresses.
    private static func draftName(_ visit: Visit) throws -> String {
        let name = try visit.parameter("form")
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x3a: true
            default: false
            }
        }
        guard isPlain, name.utf8.count <= 80 else { throw GroundRefusal.notFound }
        return name
    }

    private static var notices: Route {
        .verb(
            .post, "/notices/seen", PeopleRights.own, Text("知道了", "Notices were seen"),
            fields: [Input("notice", Text("到哪一条", "Up to which"), .identifier, required: true)],
            shows: MePage()
        ) { visit, fields in
            guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
            var reader = FormReader(fields)
            let notice = reader.identifier("notice")
            try reader.finish()
            guard let notice else { throw GroundRefusal.notFound }
            let community = visit.accountCommunity, now = visit.now
            try await visit.house.database.write(in: community) {
                try NoticeStore.see(upTo: notice, of: account, in: community, at: now, $0)
            }
            return .done(see: "/me")
        }
    }
}
