import Actions
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Of a quiet class the public is told neither class nor place, by no page and by no filter, until a worker
/// releases a sentence.
@Suite struct QuietClassTests {
    @Test(arguments: Engine.all) func thePublicIsToldNeitherWhatNorWhere(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.hidden()
            #expect(try await trial.row(of: need).classKey == nil)
            let row = try await trial.row(of: need)
            #expect(row.className == "一件私事" && row.place.isEmpty && row.sentence == nil)
            let english = await trial.open("/needs/public", language: .english).text
            #expect(english.contains("A private matter") && english.contains("In the community"))
            for path in ["/", "/needs/public", "/lists", "/lists/sheet", "/wishes", "/follow"] {
                for json in [true, false] {
                    let answer = await trial.open(path, json: json)
                    #expect(answer.status == 200)
                    // The form's choices name areas of service and places, so the class itself is looked for.
                    for told in ["crisis-violence", "挨打受欺", "Violence at home"] {
                        #expect(!answer.text.contains(told), "\(path)")
                    }
                }
            }
            let front: FrontPage.Model = try await trial.open("/", json: true).decode()
            #expect(front.figures.open == 1 && front.openPrivate == 1)
            #expect(front.areas.allSatisfy { $0.figures.open == 0 })
            let follow = await trial.open("/follow/\(need.serial)", json: true)
            #expect(follow.status != 200 && !follow.text.contains("crisis"))
            for path in ["requests/\(need.serial).json", "requests.json", "requests.xml"] {
                #expect(!(await trial.open("/open311/v2/\(path)").text.contains("crisis")))
            }
        }
    }

    @Test(arguments: Engine.all) func noFilterFindsOut(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.hidden()
            let tells = [("class", "crisis-violence"), ("area", "crisis"), ("at", "p1"), ("at", "g11")]
            for filter in tells {
                for further in [[], [("class", "private")], [("step", "open")], [("year", "2026")]] {
                    let query = further.contains { $0.0 == filter.0 } ? [filter] : [filter] + further
                    let page: PublicNeedsPage.Model = try await trial.open(
                        "/needs/public", query, json: true
                    ).decode()
                    #expect(page.rows.isEmpty && page.count ?? 0 == 0, "\(query)")
                }
            }
            for query in [[], [("class", "private")], [("at", "shuixiuli")], [("number", need.serial)]] {
                let page: PublicNeedsPage.Model = try await trial.open(
                    "/needs/public", query, json: true
                ).decode()
                #expect(page.rows.map(\.number) == [need.serial], "\(query)")
            }
        }
    }

    @Test(arguments: Engine.all) func aReleasedSentenceIsReadWithItsPlace(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.hidden()
            try await trial.needs.perform(ReleaseSentence(need.id, sentence: "有一家人平安了"))
            let row = try await trial.row(of: need)
            #expect(row.classKey == "crisis-violence" && row.place == "第1网格")
            #expect(row.title(.chinese) == "有一家人平安了")
            let page: PublicNeedsPage.Model = try await trial.open(
                "/needs/public", [("class", "crisis-violence")], json: true
            ).decode()
            #expect(page.rows.map(\.number) == [need.serial])
            try await trial.needs.perform(TakeSentenceBack(need.id))
            #expect(try await trial.row(of: need).classKey == nil)
            #expect(try await trial.needs.breaks() == [])
        }
    }

    /// The mark is data: who takes it off or sets it changes what the public reads, and the figures with it.
    @Test(arguments: Engine.all) func theMarkIsTheCommunitysToSet(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let quiet = try await trial.hidden(), plain = try await trial.needs.report()
            try await trial.needs.mark("crisis-violence", isQuiet: false)
            try await trial.needs.mark("housing-lamp", isQuiet: true)
            #expect(try await trial.row(of: quiet).place == "第1网格")
            #expect(try await trial.row(of: plain).place.isEmpty)
            let front: FrontPage.Model = try await trial.open("/", json: true).decode()
            #expect(front.openPrivate == 1 && front.areas.map(\.figures.open).reduce(0, +) == 1)
            #expect(try await trial.needs.breaks() == [])
            // Of public space or not: what is quiet is shown by no other program's door.
            let services = await trial.open("/open311/v2/services.json").text
            #expect(!services.contains("housing-lamp") && services.contains("housing-lift"))
        }
    }

    @Test func theSettingsSayAndKeepIt() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let form = await trial.open(
                "/settings/terms", [("list", "class"), ("key", "crisis-despair")], as: .stationHead)
            #expect(form.text.contains("大家看不到是哪类事、在哪里"))
            func keep(_ more: String) async -> PublicAnswer {
                let entry = """
                    {"chinese": "陪伴", "parent": "comfort", "urgency": "general"\(more)}
                    """
                return await trial.send("/settings/terms/class/comfort-company", entry, as: .stationHead)
            }
            let both = await keep(#", "quiet": true, "public-space": true"#)
            #expect(both.status == 422 && both.text.contains("只勾一样"))
            #expect(await keep(#", "quiet": true"#).status == 200)
            let words = try await trial.needs.words()
            #expect(words.isQuiet("comfort-company") && words.isQuiet("crisis-despair"))
            #expect(await keep("").status == 200)
            #expect(try await !trial.needs.words().isQuiet("comfort-company"))
        }
    }

    @Test func whatEndangersOrShamesIsQuietFromTheStart() {
        for key in ["crisis-danger", "crisis-despair", "crisis-violence", "comfort-counselling"] {
            #expect(Vocabulary.defaults.isQuiet(key), "\(key)")
        }
        #expect(!Vocabulary.defaults.isQuiet("comfort-bereaved"))
        #expect(DefaultNeedClass.all.allSatisfy { !($0.isQuiet && $0.publicSpace) })
    }
}

extension PublicTrial {
    /// A need of a quiet class, told by anybody.
    fileprivate func hidden() async throws -> Need {
        var draft = needs.draft("他又动手了")
        draft.classKey = "crisis-violence"
        return try await needs.need(needs.perform(ReportNeed(draft), by: .anyone).id)
    }

    fileprivate func row(of need: Need) async throws -> PublicRow {
        let page: PublicNeedsPage.Model = try await open("/needs/public", json: true).decode()
        return try #require(page.rows.first { $0.number == need.serial })
    }
}

extension NeedTrial {
    func words() async throws -> Vocabulary {
        let community = self.community
        return try await database.read { try VocabularyStore.vocabulary(in: community, $0) }
    }

    /// Sets or takes off the mark of a class that is quiet.
    func mark(_ key: String, isQuiet: Bool) async throws {
        let term = try #require(try await words().term(.need, key))
        var edit = EditTerm(.need, key: key, chinese: term.chinese, english: term.english)
        edit.details = term.details
        edit.details?.isQuiet = isQuiet
        try await perform(edit, by: staff[.stationHead])
    }
}
