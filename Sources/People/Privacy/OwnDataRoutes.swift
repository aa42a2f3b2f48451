import Actions
import Foundation
import Storage
import Values
import Web

extension PrivacyRoutes {
    /// What somebody does with their own data.
    static var own: [Route] { [link, correct, erase, agree, withdraw, take] }

    private static func account(_ visit: Visit) throws -> Identifier {
        guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
        return account
    }

    /// The person that the visitor's account is known to be.
    private static func person(_ visit: Visit) async throws -> Identifier {
        let account = try account(visit), community = visit.accountCommunity
        let person = try await visit.house.database.read {
            try LinkStore.person(of: account, in: community, $0)
        }
        guard let person else { throw PrivacyRefusal.notLinked }
        return person
    }

    private static var link: Route {
        .verb(
            .post, "/me/data/link", PrivacyRights.own, PrivacyPhrase.askLink.text,
            fields: [
                Input("name", PrivacyPhrase.fullName.text, .line(40), required: true),
                Input("born", RegisterPhrase.born.text, .day, required: true),
            ], answers: Identifier.self, shows: OwnDataPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let typed = PersonRequest.Typed(value: reader.line("name", 40), born: reader.day("born"))
            try reader.finish()
            let id = try await visit.performOnOwn(
                AskAboutOneself(.link, typed, by: try account(visit)), fields)
            return .made(id, see: "/me/data")
        }
    }

    private static var correct: Route {
        .verb(
            .post, "/me/data/correct", PrivacyRights.own, PrivacyPhrase.correct.text,
            fields: [
                .choice("part", PrivacyPhrase.whatIsWrong.text, of: PersonRequest.Part.self, required: true),
                Input("value", PrivacyPhrase.rightValue.text, .line(100), required: true),
                Input("words", PrivacyPhrase.howKnown.text, .line(200)),
            ], answers: Identifier.self, shows: OwnDataPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            var typed = PersonRequest.Typed(part: reader.choice("part", of: PersonRequest.Part.self))
            // A birthday or number that cannot be one is said beside the field, before anybody decides on it.
            switch typed.part {
            case .born: typed.value = reader.day("value")?.description ?? ""
            case .phone: typed.value = reader.phone("value")?.digits ?? ""
            default: typed.value = reader.line("value", 100, required: false)
            }
            typed.words = reader.line("words", 200, required: false)
            try reader.finish()
            let id = try await visit.performOnOwn(
                AskAboutOneself(.correct, typed, by: try account(visit)), fields)
            return .made(id, see: "/me/data")
        }
    }

    private static var erase: Route {
        .verb(
            .post, "/me/data/erase", PrivacyRights.own, PrivacyPhrase.askErase.text,
            answers: Identifier.self, shows: OwnDataPage()
        ) { visit, fields in
            let id = try await visit.performOnOwn(
                AskAboutOneself(.erase, PersonRequest.Typed(), by: try account(visit)), fields)
            return .made(id, see: "/me/data")
        }
    }

    private static var agree: Route {
        .verb(
            .post, "/me/data/consents/{purpose}", PrivacyRights.consent, PrivacyPhrase.agree.text,
            shows: OwnDataPage()
        ) { visit, fields in
            let person = try await person(visit)
            _ = try await visit.performOnOwn(
                NoteConsent(try visit.parameter("purpose"), of: person, .ownPhone), fields)
            return .done(see: "/me/data")
        }
    }

    private static var withdraw: Route {
        .verb(
            .post, "/me/data/consents/{purpose}/withdraw", PrivacyRights.consent,
            PrivacyPhrase.withdraw.text, shows: OwnDataPage()
        ) { visit, fields in
            let person = try await person(visit)
            _ = try await visit.performOnOwn(
                WithdrawConsent(try visit.parameter("purpose"), of: person, .ownPhone), fields)
            return .done(see: "/me/data")
        }
    }

    /// The whole file in one form; that it was taken stands in the record.
    private static var take: Route {
        .raw(
            .post, "/me/data/take", PrivacyRights.own, PrivacyPhrase.takeAlong.text,
            fields: [
                .choice("form", PrivacyPhrase.takeAlong.text, of: TakeAlong.Form.self, required: true)
            ]
        ) { visit in
            let fields = try Fields(visit.ask)
            var reader = FormReader(fields)
            let form = reader.choice("form", of: TakeAlong.Form.self)
            try reader.finish()
            guard let form else { throw GroundRefusal.notFound }
            let id = try await person(visit), community = visit.accountCommunity, keys = visit.house.keys
            // Without the form's mark: a file is made anew each time, and each time it is a row.
            _ = try await visit.house.steward.perform(
                TakeAlong(form, by: try account(visit)), by: visit.actor, in: community)
            let file = try await visit.house.database.read { reading in
                let person = try PersonStore.shown(id, in: community, keys, reading)
                return try PersonalFile(of: person, isOpen: true, visit, reading)
            }
            return try reply(file, form, visit)
        }
    }

    private static func reply(
        _ file: PersonalFile, _ form: TakeAlong.Form, _ visit: Visit
    ) throws -> Reply {
        let name = "\(PrivacyPhrase.mine(visit.language)) \(visit.now.day(in: .shanghai))"
        switch form {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return .file(
                Array(try encoder.encode(file)), type: "application/json; charset=utf-8",
                name: "\(name).json")
        case .xlsx:
            return .workbook(try PersonalSheet.bytes(file, visit.language, visit.now), name: name)
        }
    }
}
