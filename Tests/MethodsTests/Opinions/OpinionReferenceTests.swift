import Foundation
import Methods
import Testing

/// The published conversations beside red-dwarf's figures.
@Suite(.enabled(if: SharedData.folder != nil)) struct OpinionReferenceTests {
    struct Reference: Decodable {
        struct Components: Decodable { let mean: [Double], components: [[Double]] }
        struct Consensus: Decodable { let agree: [String: Double], disagree: [String: Double] }
        struct Entry: Decodable {
            let tid: Int, success: Int, trials: Int
            let probability: Double, test: Double, repness: Double, repnessTest: Double
            let side: String
            enum CodingKeys: String, CodingKey {
                case tid, success = "n-success", trials = "n-trials", probability = "p-success", test =
                    "p-test"
                case repness, repnessTest = "repness-test", side = "repful-for"
            }
        }
        let pca: Components
        let projections: [String: [Double]]
        let labels: [String: Int]
        let consensus: Consensus
        let repness: [String: [Entry]]
        enum CodingKeys: String, CodingKey {
            case pca, projections, labels, consensus = "group_aware_consensus", repness
        }
    }

    static let conversations: [URL] = {
        guard let folder = SharedData.folder?.appendingPathComponent("opinions") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appendingPathComponent($0) }
    }()

    @Test(arguments: conversations)
    func agreesWithTheReference(_ folder: URL) throws {
        let votes = try OpinionVotes(csv: bytes("votes.csv", in: folder))
        let moderated = try OpinionVotes.moderated(in: bytes("moderated.txt", in: folder))
        let reference = try JSONDecoder().decode(
            Reference.self, from: Data(bytes("reddwarf.json", in: folder)))
        let map = OpinionMap(of: votes, moderated: moderated)
        for (statement, mean) in zip(map.statements, reference.pca.mean) {
            #expect(abs(statement.mean - mean) < 1e-9)
        }
        let rows = try table(of: bytes("votes.csv", in: folder), map)
        let ours = [map.statements.map(\.component1), map.statements.map(\.component2)]
        for (component, theirs) in zip(ours, reference.pca.components) {
            #expect(residual(component, rows) < 1e-12)
            // Of wide matrices the reference takes a randomised decomposition: there its own residual
            // bounds it.
            let given = residual(theirs, rows)
            let tolerance = given < 1e-9 ? 1e-8 : 100 * given
            let far = min(distance(component, theirs), distance(component, theirs.map { -$0 }))
            #expect(far < tolerance, "\(folder.lastPathComponent): the reference's residual is \(given)")
        }
        groupsAgree(map, reference)
        for statement in map.statements {
            let agree = try #require(reference.consensus.agree["\(statement.id)"])
            let disagree = try #require(reference.consensus.disagree["\(statement.id)"])
            #expect(abs(try #require(statement.consensus) - agree) < 1e-9)
            #expect(abs(try #require(statement.consensusAgainst) - disagree) < 1e-9)
        }
    }

    private func groupsAgree(_ map: OpinionMap, _ reference: Reference) {
        for person in map.participants { #expect(person.group == reference.labels["\(person.id)"]) }
        #expect(map.groups.count == reference.repness.count)
        for group in map.groups {
            let theirs = reference.repness["\(group.id)"] ?? []
            #expect(Set(group.representative.map(\.statement)) == Set(theirs.map(\.tid)))
            for entry in group.representative {
                // Of the statement best agreed on the reference may give the figures of those who disagree.
                let given = theirs.first { $0.tid == entry.statement && $0.side == "\(entry.stance.opinion)" }
                guard let given else {
                    #expect(entry.isBestAgreed)
                    continue
                }
                #expect(entry.stance.saying == given.success && entry.stance.seen == given.trials)
                #expect(abs(entry.stance.probability - given.probability) < 1e-9)
                #expect(abs(entry.stance.probabilityTest - given.test) < 1e-9)
                #expect(abs(entry.stance.representativeness - given.repness) < 1e-9)
                #expect(abs(entry.stance.representativenessTest - given.repnessTest) < 1e-9)
            }
        }
    }

    private func bytes(_ name: String, in folder: URL) throws -> [UInt8] {
        // Not by `Data(contentsOf:)`: of an empty file it leaks its buffer, and the leak checker ends the
        // run.
        let file = try FileHandle(forReadingFrom: folder.appendingPathComponent(name))
        defer { try? file.close() }
        return [UInt8](try file.readToEnd() ?? Data())
    }

    /// Each participant's votes about the statements' means, as places and distances.
    private func table(of csv: [UInt8], _ map: OpinionMap) throws -> [[(place: Int, value: Double)]] {
        let places = Dictionary(uniqueKeysWithValues: map.statements.enumerated().map { ($1.id, $0) })
        let people = Dictionary(uniqueKeysWithValues: map.participants.enumerated().map { ($1.id, $0) })
        var rows = [[Int: Double]](repeating: [:], count: people.count)
        for line in String(decoding: csv, as: UTF8.self).split(separator: "\n").dropFirst() {
            let numbers = line.split(separator: ",").compactMap { Int($0) }
            guard let row = people[numbers[0]], let place = places[numbers[1]] else { continue }
            rows[row][place] =
                map.statements[place].isModerated ? 0 : Double(numbers[2]) - map.statements[place].mean
        }
        return rows.map { row in row.map { (place: $0.key, value: $0.value) } }
    }

    /// How far the scatter matrix turns a vector of length one from its own direction, as a share of its
    /// value.
    private func residual(_ vector: [Double], _ rows: [[(place: Int, value: Double)]]) -> Double {
        var product = [Double](repeating: 0, count: vector.count)
        for row in rows {
            let score = row.reduce(0) { $0 + $1.value * vector[$1.place] }
            for entry in row { product[entry.place] += score * entry.value }
        }
        let value = zip(product, vector).reduce(0) { $0 + $1.0 * $1.1 }
        return distance(product, vector.map { value * $0 }) / value
    }

    private func distance(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
}
