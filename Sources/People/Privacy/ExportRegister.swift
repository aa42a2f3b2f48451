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
        let count = try FigureStore.figures(
            [RegisterFigure.people.rawValue], at: [place.path], in: work.community, work.database)
        let people = Int(count[place.path]?[RegisterFigure.people.rawValue] ?? 0)
        try work.noteExport(why: why, people: people, isOpen: isOpen, on: place)
        return people
    }

    public func object(of subject: Place, _ answer: Int, in work: Work) -> Identifier { subject.id }
}

extension PrivacyRoutes {
    static let shortestPassphrase = 12

    /// What every file with people in it is asked for with.
    static let exportInputs = [
        Input("why", PrivacyPhrase.exportWhy.text, .line(100), required: true),
        Input("passphrase", PrivacyPhrase.passphrase.text, .password, required: true),
        Input("open", PrivacyPhrase.exportOpen.text, .flag),
    ]

    /// A workbook that opens with the passphrase alone, in the office program that everybody has.
    static var export: Route {
        .file(
            "/register/export", PrivacyRights.export, PrivacyPhrase.export.text,
            fields: [
                Input("place", ProfilePhrase.place.text, .line(60))
            ] + exportInputs, shows: RegisterPage()
        ) { visit, fields in
            let order = try ExportOrder(fields), code = fields["place"] ?? ""
            let (why, isOpen) = (order.why, order.isOpen)
            let place = try await visit.place(code: code)
            // Without the form's mark: each file is a row of its own.
            _ = try await visit.perform(
                ExportRegister(code.isEmpty ? nil : code, why: why, isOpen: isOpen))
            let sheet = RegisterSheet(
                place: place, isOpen: isOpen,
                opensAll: isOpen && visit.allows(RegisterRights.sensitive, on: place),
                language: visit.language, now: visit.now, keys: visit.house.keys)
            let bytes = try await visit.house.database.read { try sheet.bytes($0) }
            return try order.locked(bytes, RegisterPhrase.title.text, of: place, visit)
        }
    }
}

/// What somebody says who wants a file with people in it.
struct ExportOrder {
    let why: String
    let passphrase: String
    /// Whether names and telephones are opened.
    let isOpen: Bool

    /// - Throws: ``PrivacyRefusal/passphraseShort``, and what a form refuses.
    init(_ fields: Fields) throws {
        var reader = FormReader(fields)
        (why, isOpen, passphrase) = (
            reader.line("why", 100), reader.flag("open"), fields["passphrase"] ?? ""
        )
        if passphrase.unicodeScalars.count < PrivacyRoutes.shortestPassphrase {
            reader.refuse(
                "passphrase", PrivacyRefusal.passphraseShort, name: PrivacyRefusal.passphraseShort.name)
        }
        try reader.finish()
    }

    /// The workbook of a place, behind the passphrase.
    ///
    /// - Throws: ``PrivacyRefusal/exportTooLarge``.
    func locked(_ bytes: [UInt8], _ title: Text, of place: Place, _ visit: Visit) throws -> Reply {
        let day = visit.now.day(in: .shanghai)
        return .workbook(
            try Self.lock(bytes, passphrase), name: "\(title[visit.language]) \(place.name) \(day)")
    }

    static func lock(_ bytes: [UInt8], _ passphrase: String) throws -> [UInt8] {
        do { return try LockedWorkbook.lock(bytes, passphrase) } catch LockFault.tooLarge {
            throw PrivacyRefusal.exportTooLarge
        }
    }
}

/// The form of an export, on the page of what is exported.
struct ExportForm {
    let to: Link
    /// What says which part is meant.
    let carrying: [(name: String, value: String)]
    let mayOpen: Bool
    /// What stands in it opened.
    var opens = PrivacyPhrase.exportOpen
    let scene: Scene

    /// With the part in the address too, so that a refusal shows the same list again.
    private var address: Link {
        carrying.filter { !$0.value.isEmpty }.reduce(to) { $0.setting(query: $1.name, $1.value) }
    }

    var fields: [Field] {
        let open = scene.field("open", opens, .tick).hint(
            scene(PrivacyPhrase.exportOpenHint))
        return carrying.map { Field($0.name, "", .hidden).value($0.value) } + [
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
