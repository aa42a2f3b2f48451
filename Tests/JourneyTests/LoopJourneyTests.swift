import Actions
import Foundation
import Testing
import Values
import Web

/// The loop of a need from its first word to its close, as forms and as JSON, each step by the one whose it
/// is.
@Suite struct LoopJourneyTests {
    private struct Linking: Decodable {
        struct Panel: Decodable {
            let candidates: [Candidate]
        }

        struct Candidate: Decodable {
            let community: String
            let resource: String
            let left: Int64
            let pros: [String]
        }

        let panel: Panel
    }

    @Test(arguments: [false, true])
    func aNeedGoesRoundTheLoop(asJSON: Bool) async throws {
        let town = try await Town.shared
        let guest = try await town.visitor(), head = try await town.visitor(.stationHead)
        let words = "二号楼门口的灯坏了，晚上回家看不清台阶\(asJSON ? "甲" : "乙")"
        let (number, secret) = try await say(words, guest, asJSON)

        // The station finds it, and takes it on.
        #expect(await head.get("/needs?view=all&q=\(number)").text.contains(words.prefix(12)))
        #expect(await head.get("/needs/\(number)").text.contains(words))
        try await expectDone(head.act("/needs/\(number)/acceptance", [:], asJSON: asJSON))

        // It asks the likeliest resource, whose answer the station's desk hears.
        let linking: Linking = try await head.model("/needs/\(number)/links")
        let chosen = try #require(linking.panel.candidates.first { $0.left > 0 })
        #expect(!chosen.pros.isEmpty)
        let asked = await head.json(
            "/needs/\(number)/links", ["resource": chosen.resource, "of": chosen.community, "quantity": "1"])
        #expect(asked.status == 201)
        let link = asked.text.filter { $0 != "\"" }
        try await expectDone(head.act("/links/\(link)/answer", ["answer": "accept"], asJSON: asJSON))
        let today = "\(SystemClock().now.day(in: .shanghai))"
        try await expectDone(
            head.act("/links/\(link)/uses", ["day": today, "quantity": "1"], asJSON: asJSON))
        try await expectDone(head.act("/needs/\(number)/links/feedback", [:], asJSON: asJSON))

        // The resident comes back with number and secret, and says how it went.
        let again = try await town.visitor()
        let wrong = await again.act("/follow", ["number": number, "secret": "0000-0000"], asJSON: asJSON)
        #expect((400..<500).contains(wrong.status))
        try await expectDone(again.act("/follow", ["number": number, "secret": secret], asJSON: asJSON))
        #expect(await again.get("/follow/\(number)").text.contains(words))
        try await expectDone(again.act("/follow/\(number)/feedback", ["answer": "3"], asJSON: asJSON))

        // The station writes a sentence for all.
        let sentence = "二号楼门口的灯修好了，夜里亮着\(asJSON ? "甲" : "乙")"
        try await expectDone(head.act("/needs/\(number)/sentence", ["sentence": sentence], asJSON: asJSON))
        // The resident's yes closed it: nobody closes it twice.
        let late = await head.json("/needs/\(number)/closure", ["outcome": "done", "reason": "灯修好了"])
        #expect(late.status == 409)

        // Everybody reads the sentence and the state, and nothing else.
        for visitor in [try await town.visitor(), try await town.visitor(.resident)] {
            let page = await visitor.get("/needs/public?step=done")
            #expect(page.status == 200 && page.text.contains(sentence) && !page.text.contains(words))
            let model = await visitor.get("/needs/public.json?step=done").text
            #expect(model.contains(sentence) && !model.contains(words))
        }
        let outside = await again.get("/open311/v2/requests/\(number).json")
        #expect(outside.text.contains(#""status":"closed""#) && outside.text.contains(sentence))
    }

    /// A resident who types what stands in the public list is shown it.
    @Test func whoTypesIsShownWhatMayBeTheSame() async throws {
        struct Found: Decodable {
            let number: String
            let title: String
        }
        let guest = try await Town.shared.visitor()
        for words in ["荷风苑12栋的楼道灯坏了，夜里看不清", "河边的护栏松了，怕孩子掉下去", "荷溪新苑14栋的电梯会抖"] {
            let reply = await guest.json("/needs/alike", ["words": words])
            let found = try JSONDecoder().decode([Found].self, from: Data(reply.body))
            #expect(!found.isEmpty && found.allSatisfy { $0.number.hasPrefix("X-") }, "\(words)")
        }
    }

    private func say(_ words: String, _ guest: Visitor, _ asJSON: Bool) async throws -> (String, String) {
        let said = await guest.act("/say", ["words": words, "class": "housing-lamp"], asJSON: asJSON)
        if asJSON {
            #expect(said.status == 201)
            return (try #require(said.field("number")), try #require(said.field("secret")))
        }
        #expect(said.status == 303)
        let place = try #require(said.header("Location"))
        let page = await guest.get(place)
        let secret = try #require(page.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/))
        return (String(try #require(place.split(separator: "/").last)), String(secret.0))
    }

    private func expectDone(_ reply: Reply, at place: SourceLocation = #_sourceLocation) async throws {
        let isDone = [200, 201, 303].contains(reply.status)
        #expect(isDone, "\(reply.status) \(reply.text.suffix(600))", sourceLocation: place)
    }
}
