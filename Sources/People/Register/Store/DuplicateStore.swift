import Actions
import Sealing
import Storage
import Values

/// Who may stand in the register twice.
enum DuplicateStore {
    struct Pair: Codable, Sendable {
        enum Reason: String, Codable, Sendable, CaseIterable {
            case phone, sound

            var title: Text {
                switch self {
                case .phone: Text("生日和电话一样", "Same birthday and telephone")
                case .sound: Text("生日一样，名字读音一样", "Same birthday, names of one sound")
                }
            }
        }

        let first: Identifier
        let second: Identifier
        let reason: Reason
    }

    private struct Candidate {
        let id: Identifier
        let sound: String
        let phone: [UInt8]?
    }

    /// Pairs of one sex born on one day, with one telephone or names of one sound; at most `limit`.
    static func pairs(
        in community: Identifier, _ reading: any Reading, limit: Int = 200
    ) throws -> [Pair] {
        var groups: [String: [Candidate]] = [:]
        try reading.each(
            """
            SELECT p.id, p.sex, p.born, p.sort_key, p.phone_token FROM person p
            JOIN (SELECT sex, born FROM person WHERE community = \(community) AND merged_into IS NULL
            AND \(ArrivedPeople.isSeen("person"))
            GROUP BY sex, born HAVING COUNT(*) > 1) b ON b.sex = p.sex AND b.born = p.born
            WHERE p.community = \(community) AND p.merged_into IS NULL AND p.died IS NULL
            AND \(ArrivedPeople.isSeen("p"))
            ORDER BY p.born, p.id LIMIT 50000
            """
        ) { row in
            let candidate = Candidate(
                id: try row.identifier(0), sound: sound(row.text(3)), phone: row.optionalBytes(4))
            groups["\(row.text(2)) \(row.text(1))", default: []].append(candidate)
        }
        var pairs: [Pair] = []
        for (_, people) in groups.sorted(by: { $0.key < $1.key }) {
            for (index, first) in people.enumerated() {
                for second in people.dropFirst(index + 1) {
                    if let reason = reason(first, second) {
                        pairs.append(Pair(first: first.id, second: second.id, reason: reason))
                    }
                    if pairs.count >= limit { return pairs }
                }
            }
        }
        return pairs
    }

    private static func reason(_ first: Candidate, _ second: Candidate) -> Pair.Reason? {
        if let phone = first.phone, phone == second.phone { return .phone }
        return !first.sound.isEmpty && first.sound == second.sound ? .sound : nil
    }

    /// The sounds alone of a sort key: `wang2王 fang1芳` is `wang fang`.
    private static func sound(_ sortKey: String) -> String {
        sortKey.split(separator: " ").map { word in
            String(word.unicodeScalars.prefix { ("a"..."z").contains($0) })
        }.joined(separator: " ")
    }
}
