import Actions
import Foundation
import Sealing
import Storage
import Values
import Web

/// Takes a house apart into parts, and lets as many readers prove them as there are processors.
///
/// Each part is one reading, so it sees one moment of the house; two parts may see different ones.
struct ProofWalk: Sendable {
    let database: any Database
    let keys: KeyRing

    private static let rowsAtOnce: Int64 = 50_000, communitiesAtOnce = 16

    func part(
        _ kind: ProofPart.Kind, _ name: String,
        _ walk: @escaping @Sendable (any Reading) throws -> ProofFinding
    ) -> ProofPart {
        ProofPart(kind: kind, name: name) { [database] in try await database.read(walk) }
    }

    /// Chains first, then the engine's look at its bytes, which takes longest, and the rest beside it.
    func prove(_ rules: [ProofPart], counting tables: [TableShape]) async -> Proof {
        let began = ContinuousClock.now
        var chains: [ProofPart], spans = [KeyInventory.Span()]
        do {
            let lengths = try await database.read { try $0.recordLengths() }
            chains = lengths.flatMap(self.chains)
            spans = KeyInventory.Span.covering(lengths.map(\.0), each: Self.communitiesAtOnce)
        } catch {
            chains = [part(.chain, "record") { _ in throw error }]
        }
        let bytes = ProofPart(kind: .bytes, name: "") { [database] in
            ProofFinding(breaks: try await database.inspect())
        }
        let counts = tables.map { table in
            part(.table, table.name) { ProofFinding(rows: try table.count($0)) }
        }
        let parts = chains + [bytes] + spans.map(sealed) + rules + counts
        return ProofTelling(began: began, parts: parts, findings: await walk(parts)).proof
    }

    private func chains(of community: Identifier, _ length: Int64) -> [ProofPart] {
        RecordChain.Stretch.of(length, each: Self.rowsAtOnce).map { stretch in
            part(.chain, "record \(community)") { [keys] reading in
                let chain = try RecordChain(of: community, in: reading, keys: keys, stretch: stretch)
                var finding = ProofFinding(breaks: chain.breaks, rows: chain.rows)
                finding.head = chain.head
                return finding
            }
        }
    }

    /// Whether the keys that are there open what is sealed; what they do not is lost, and said by name.
    private func sealed(_ span: KeyInventory.Span) -> ProofPart {
        part(.keys, "keys") { [keys] reading in
            var finding = ProofFinding()
            finding.inventory = try KeyInventory(keys, reading, of: span)
            return finding
        }
    }

    /// An invariant as one part, or as parts of some communities each where it holds in each by itself.
    func rules(_ invariants: [Invariant]) async -> [ProofPart] {
        var parts: [ProofPart] = []
        for invariant in invariants { parts += await self.parts(of: invariant) }
        return parts
    }

    private func parts(of invariant: Invariant) async -> [ProofPart] {
        guard let each = invariant.each else {
            return [part(.rule, invariant.name) { ProofFinding(breaks: try invariant.breaks($0)) }]
        }
        do {
            let communities = try await database.read(each.communities)
            return stride(from: 0, to: max(1, communities.count), by: Self.communitiesAtOnce).map { start in
                let some = communities[start..<min(start + Self.communitiesAtOnce, communities.count)]
                return part(.rule, invariant.name) { reading in
                    ProofFinding(breaks: try some.flatMap { try each.breaks($0, reading) })
                }
            }
        } catch {
            return [part(.rule, invariant.name) { _ in throw error }]
        }
    }

    private func walk(_ parts: [ProofPart]) async -> [ProofFinding] {
        await withTaskGroup(of: (Int, ProofFinding).self) { group in
            var findings = [ProofFinding](repeating: ProofFinding(), count: parts.count)
            for (number, part) in parts.enumerated() {
                if number >= Machine.readers, let (done, finding) = await group.next() {
                    findings[done] = finding
                }
                group.addTask { (number, await part.found()) }
            }
            for await (number, finding) in group { findings[number] = finding }
            return findings
        }
    }
}
