import Actions
import Foundation
import Sealing
import Storage
import Values

/// Ability assessments as they are stored: the results under the person's key.
enum AbilityStore {
    /// When somebody was last assessed, and is due again.
    struct Last: Sendable {
        let day: Day
        let due: Day
    }

    /// Days after which ability is assessed again here.
    static func days(in community: Identifier, _ reading: any Reading) throws -> Int {
        try PeriodStore.days(PrivacyPeriod.ability.name, in: community, reading) ?? PrivacyPeriod.ability.days
    }

    @discardableResult
    static func insert(
        _ new: NewAbility, of person: Identifier, due: Day, in work: Work
    ) throws -> Identifier {
        let id = work.newIdentifier()
        let bytes = try JSONEncoder().encode(new)
        let sealed = try work.key(of: person).seal(Array(bytes), context: RegisterKeys.ability(id))
        try work.database.run(
            """
            INSERT INTO ability (community, id, person, day, due, sealed, made)
            VALUES (\(work.community), \(id), \(person), \(new.day.description), \(due.description),
            \(sealed), \(work.now))
            """)
        return id
    }

    static func isAssessed(_ person: Identifier, on day: Day, in work: Work) throws -> Bool {
        try work.database.exists(
            """
            SELECT 1 FROM ability WHERE community = \(work.community) AND person = \(person)
            AND day = \(day.description) AND struck IS NULL LIMIT 1
            """)
    }

    /// Whether there was one to strike out.
    static func strike(_ id: Identifier, of person: Identifier, in work: Work) throws -> Bool {
        try work.database.run(
            """
            UPDATE ability SET struck = \(work.now) WHERE community = \(work.community) AND id = \(id)
            AND person = \(person) AND struck IS NULL
            """) > 0
    }

    /// Every result of a person, the last first; those struck out stand in their place.
    static func assessments(
        of person: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [AbilityAssessment] {
        let key = try reading.key(of: person, in: community, keys)
        return try reading.all(
            """
            SELECT id, day, due, sealed, struck FROM ability
            WHERE community = \(community) AND person = \(person) ORDER BY day DESC, id DESC LIMIT 200
            """
        ) { row in
            let id = try row.identifier(0)
            let result = try key.map { key in
                let bytes = try key.open(row.bytes(3), context: RegisterKeys.ability(id))
                return try JSONDecoder().decode(NewAbility.self, from: Data(bytes))
            }
            return AbilityAssessment(
                id: id, day: try row.day(1), due: try row.day(2), isStruck: !row.isNull(4), result: result,
                reckoning: try result.map { try AbilityReckoning($0.parts, $0.findings) })
        }
    }

    /// The last assessment of everybody who has one.
    static func last(
        in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: Last] {
        var all: [Identifier: Last] = [:]
        try reading.each(
            """
            SELECT person, day, due FROM ability WHERE community = \(community) AND struck IS NULL
            ORDER BY person, day, id LIMIT 500000
            """
        ) { row in
            all[try row.identifier(0)] = Last(day: try row.day(1), due: try row.day(2))
        }
        return all
    }

    /// Takes results away for good.
    ///
    /// - Parameters: `told`: those of the station's own screening alone, which rest on the person's word.
    static func remove(of person: Identifier, told: Bool = false, in work: Work) throws {
        let all = try assessments(of: person, in: work.community, work.keys, work.database)
        let gone = all.filter { !told || $0.result?.kind == .screened }.map(\.id)
        try work.database.run(
            "DELETE FROM ability WHERE community = \(work.community) AND id IN \(list: gone)")
    }
}
