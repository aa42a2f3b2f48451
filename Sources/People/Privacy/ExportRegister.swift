public import Actions
import Sealing
public import Values
import Web

/// The people of a place leave the house in a file: who took them, for what, and how many, is on record.
public struct ExportRegister: Action {
    public static let name = "privacy.export-register"
    public static let right = PrivacyRights.export

    let place: String?
    let why: String
    /// Whether names, telephones and numbers are opened.
    let isOpen: Bool

    /// - Parameters: `place`: a place's code; nil takes the whole community.
    public init(_ place: String?, why: String, isOpen: Bool) {
        self.place = place
        self.why = why
        self.isOpen = isOpen
    }

    public func subject(in work: Work) throws -> Place {
        guard let place else { return try work.place(work.community) }
        guard let found = try PlaceStore.place(code: place, in: work.community, work.database) else {
            throw PeopleRefusal.placeNotFound
        }
        return found
    }

    /// How many people the file will hold.
    public func run(on place: Place, in work: Work) throws -> Int {
        guard !why.isEmpty else { throw RegisterRefusal.whyMissing }
        if isOpen { try work.require(PrivacyRights.exportOpen, on: place) }
        let count = try FigureStore.figures(
            [RegisterFigure.people.rawValue], at: [place.path], in: work.community, work.database)
        let people = Int(count[place.path]?[RegisterFigure.people.rawValue] ?? 0)
        if isOpen { work.record(reason: "opened") } else { work.record(reason: "masked") }
        if let account = work.actor.account {
            work.record(["why": why, "people": "\(people)"], about: account)
        }
        return people
    }

    public func object(of subject: Place, _ answer: Int, in work: Work) -> Identifier { subject.id }
}

extension PrivacyRoutes {
    static let shortestPassphrase = 12

    /// A workbook that opens with the passphrase alone, in the office program that everybody has.
    static var export: Route {
        .file(
            "/register/export", PrivacyRights.export, PrivacyPhrase.export.text,
            fields: [
                Input("place", ProfilePhrase.place.text, .line(60)),
                Input("why", PrivacyPhrase.exportWhy.text, .line(100), required: true),
                Input("passphrase", PrivacyPhrase.passphrase.text, .password, required: true),
                Input("open", PrivacyPhrase.exportOpen.text, .flag),
            ], shows: RegisterPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let code = reader.line("place", 60, required: false), why = reader.line("why", 100)
            let isOpen = reader.flag("open"), passphrase = fields["passphrase"] ?? ""
            if passphrase.unicodeScalars.count < shortestPassphrase {
                reader.refuse(
                    "passphrase", PrivacyRefusal.passphraseShort, name: PrivacyRefusal.passphraseShort.name)
            }
            try reader.finish()
            let place = try await visit.place(code: code)
            // Without the form's mark: each file is a row of its own.
            _ = try await visit.perform(
                ExportRegister(code.isEmpty ? nil : code, why: why, isOpen: isOpen))
            let sheet = RegisterSheet(
                place: place, isOpen: isOpen,
                opensAll: isOpen && visit.allows(RegisterRights.sensitive, on: place),
                language: visit.language, now: visit.now, keys: visit.house.keys)
            let bytes = try await visit.house.database.read { try sheet.bytes($0) }
            return .file(
                try locked(bytes, passphrase),
                type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name: fileName(place, visit))
        }
    }

    private static func fileName(_ place: Place, _ visit: Visit) -> String {
        let title = RegisterPhrase.title(visit.language)
        return "\(title) \(place.name) \(visit.now.day(in: .shanghai)).xlsx"
    }

    static func locked(_ bytes: [UInt8], _ passphrase: String) throws -> [UInt8] {
        do { return try LockedWorkbook.lock(bytes, passphrase) } catch LockFault.tooLarge {
            throw PrivacyRefusal.exportTooLarge
        }
    }
}

/// The form of an export, on the register's page.
struct ExportForm {
    let place: String?
    let mayOpen: Bool
    let scene: Scene

    /// With the place in the address too, so that a refusal shows the same list again.
    private var address: Link {
        place.map { Link("/register/export").setting(query: "place", $0) } ?? "/register/export"
    }

    var fields: [Field] {
        let open = scene.field("open", PrivacyPhrase.exportOpen, .tick).hint(
            scene(PrivacyPhrase.exportOpenHint))
        return [
            Field("place", "", .hidden).value(place),
            scene.field("why", PrivacyPhrase.exportWhy).hint(scene(PrivacyPhrase.exportWhyHint)).limit(100),
            scene.field("passphrase", PrivacyPhrase.passphrase, .newPassword).hint(
                scene(PrivacyPhrase.passphraseHint)),
        ] + (mayOpen ? [open] : [])
    }

    var whole: HTML {
        Look.section(
            scene(PrivacyPhrase.export), note: HTML(text: scene(PrivacyPhrase.exportNote)), hang: true,
            scene.form(address, fields, send: PrivacyPhrase.exportSend, .line))
    }
}
