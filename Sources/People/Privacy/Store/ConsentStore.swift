import Actions
import Foundation
import Sealing
public import Storage
public import Values

/// The purposes of a community: those shipped, with its own texts and additions.
enum PurposeStore {
    /// The purposes that are asked for now, each in its newest text.
    static func current(in community: Identifier, _ reading: any Reading) throws -> [Purpose] {
        try newest(in: community, reading).compactMap { $0.isClosed ? nil : $0.purpose }
    }

    static func purpose(_ code: String, in community: Identifier, _ reading: any Reading) throws -> Purpose? {
        try current(in: community, reading).first { $0.code == code }
    }

    /// What a purpose is called, closed or not.
    static func names(in community: Identifier, _ reading: any Reading) throws -> [String: Purpose.Wording] {
        Dictionary(try newest(in: community, reading).map { ($0.purpose.code, $0.purpose.name) }) { $1 }
    }

    private struct Line {
        let purpose: Purpose
        let isClosed: Bool
    }

    private static func newest(in community: Identifier, _ reading: any Reading) throws -> [Line] {
        try kept.value(community, reading) { reading in
            let own = try reading.all(
                """
                SELECT code, version, chinese, english, words_chinese, words_english, closed FROM purpose
                WHERE community = \(community) ORDER BY code, version LIMIT 1000
                """
            ) { row in
                Line(
                    purpose: Purpose(
                        row.text(0), version: row.int(1), .init(row.text(2), row.text(3)),
                        .init(row.text(4), row.text(5))), isClosed: !row.isNull(6))
            }
            let latest = Dictionary(own.map { ($0.purpose.code, $0) }) { $1 }
            let known = Set(Purpose.shipped.map(\.code))
            return Purpose.shipped.map { latest[$0.code] ?? Line(purpose: $0, isClosed: false) }
                + latest.values.filter { !known.contains($0.purpose.code) }
                .sorted { $0.purpose.code < $1.purpose.code }
        } ?? []
    }

    private static let kept = Kept<Identifier, [Line]>(most: 2_000)

    static func insert(_ purpose: Purpose, isClosed: Bool, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO purpose (community, code, version, chinese, english, words_chinese, words_english,
            made, closed)
            VALUES (\(work.community), \(purpose.code), \(Int64(purpose.version)), \(purpose.name.chinese),
            \(purpose.name.english), \(purpose.words.chinese), \(purpose.words.english), \(work.now),
            \(isClosed ? work.now : nil))
            """)
    }
}

/// Consents as they are stored.
public enum ConsentStore {
    static func insert(_ consent: Consent, of person: Identifier, in work: Work) throws {
        let details = try consent.guardian.map { guardian in
            try work.key(of: person).seal(
                Array(JSONEncoder().encode(guardian)), context: context(consent.id))
        }
        try work.database.run(
            """
            INSERT INTO consent (community, id, person, purpose, version, given, giver, form, details, made)
            VALUES (\(work.community), \(consent.id), \(person), \(consent.purpose),
            \(Int64(consent.version)), \(consent.given.description), \(consent.giver.rawValue),
            \(consent.form.rawValue), \(details), \(work.now))
            """)
    }

    /// Takes a purpose's consents back; how many held until now.
    static func withdraw(
        _ purpose: String, of person: Identifier, on day: Day, _ form: ConsentForm, in work: Work
    ) throws -> Int {
        try work.database.run(
            """
            UPDATE consent SET withdrawn = \(day.description), withdrawn_form = \(form.rawValue)
            WHERE community = \(work.community) AND person = \(person) AND purpose = \(purpose)
            AND withdrawn IS NULL
            """)
    }

    /// Every consent of a person, the newest first.
    static func consents(
        of person: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [Consent] {
        let key = try reading.key(of: person, in: community, keys)
        return try reading.all(
            """
            SELECT id, purpose, version, given, giver, form, details, withdrawn FROM consent
            WHERE community = \(community) AND person = \(person) ORDER BY given DESC, id DESC LIMIT 200
            """
        ) { row in
            let id = try row.identifier(0)
            let guardian = try row.optionalBytes(6).flatMap { box in
                try key.map { try $0.open(box, context: context(id)) }
            }.map { try JSONDecoder().decode(Consent.Guardian.self, from: Data($0)) }
            return Consent(
                id: id, purpose: row.text(1), version: row.int(2), given: try row.day(3),
                giver: try row.choice(4), form: try row.choice(5), guardian: guardian,
                withdrawn: try row.optionalDay(7))
        }
    }

    /// Whether somebody agreed to a purpose and did not take it back.
    public static func holds(
        _ purpose: String, of person: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Bool {
        try reading.exists(
            """
            SELECT 1 FROM consent WHERE community = \(community) AND person = \(person)
            AND purpose = \(purpose) AND withdrawn IS NULL
            """)
    }

    private static func context(_ consent: Identifier) -> String { "consent.details \(consent)" }
}
