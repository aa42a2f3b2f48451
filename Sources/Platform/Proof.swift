import Actions
import Foundation
public import Sealing
import Storage
import StorageSQLite
import Values
import Web

/// Whether the stored rows are whole: the engine's own check, every chain of records, every invariant.
public struct Proof: Sendable {
    public let lines: [String]
    public let breaks: [String]

    public var isWhole: Bool { breaks.isEmpty }

    public var text: String {
        (lines + breaks.map { "✕ \($0)" } + [isWhole ? "whole" : "\(breaks.count) breaks"]).joined(
            separator: "\n")
    }

    /// Proves an open house.
    ///
    /// - Parameters: `heads`: lines of `community number hash` kept outside, which the chains must still
    /// hold.
    public static func of(_ open: OpenHouse, heads: String? = nil) async throws -> Proof {
        let invariants = open.capabilities.flatMap(\.invariants)
        let keys = open.house.keys
        // The engine looks through its bytes on one thread while the rules are walked on another.
        async let inspection = open.house.database.inspect()
        let walked = try await open.house.database.read { reading in
            var walk = Walk(reading: reading)
            walk.chains(keys)
            walk.keys(keys)
            for invariant in invariants { walk.invariant(invariant) }
            if let heads { walk.attempt("heads") { try missing(heads, $0) } }
            return Proof(lines: walk.lines, breaks: walk.breaks)
        }
        return Proof(lines: walked.lines, breaks: try await inspection + walked.breaks)
    }

    /// Proves a backup's file, without changing it.
    public static func ofFile(at path: String, keys: KeyRing) async throws -> Proof {
        let database = try SQLiteDatabase(path: path, readers: 1)
        defer { database.close() }
        let faults = try await database.inspect()
        return try await database.read { reading in
            var walk = Walk(reading: reading)
            walk.chains(keys)
            walk.keys(keys)
            return Proof(lines: walk.lines, breaks: faults + walk.breaks)
        }
    }

    /// What remains to be said where a file is too broken to be opened as a house.
    public static func ofBytes(at path: String) throws -> Proof {
        Proof(lines: [], breaks: ["the house cannot be opened on it"] + (try SQLiteDatabase.inspect(path)))
    }

    private static func missing(_ heads: String, _ reading: any Reading) throws -> [String] {
        try heads.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count == 3, let community = Identifier(String(parts[0])), let number = Int64(parts[1])
            else {
                return "a line of the heads cannot be read"
            }
            let hash = try reading.first(
                "SELECT hash FROM record WHERE community = \(community) AND number = \(number)"
            ) { $0.bytes(0) }
            return hash.map { hex($0[...]) } == String(parts[2])
                ? nil : "the head of row \(number) is not in the chain"
        }
    }

    /// Goes on where broken bytes end one part, so that the others are proved all the same.
    private struct Walk {
        let reading: any Reading
        var lines: [String] = []
        var breaks: [String] = []

        mutating func chains(_ keys: KeyRing) {
            var communities: [Identifier] = []
            attempt("record") { reading in
                communities = try reading.recordedCommunities()
                return []
            }
            for community in communities {
                var length: Int64 = 0, head = ""
                let found = attempt("record \(community)") { reading in
                    let chain = try RecordChain(of: community, in: reading, keys: keys)
                    (length, head) = (chain.length, Proof.hex(chain.head.prefix(8)))
                    return chain.breaks
                }
                if found != nil { lines.append("record \(community): \(length) rows, head \(head)…") }
            }
        }

        /// Whether the keys that are there open what is sealed; what they do not is lost, and said by name.
        mutating func keys(_ keys: KeyRing) {
            var lines: [String] = []
            attempt("keys") { reading in
                let inventory = try KeyInventory(keys, reading)
                lines = inventory.lines
                return inventory.shut == 0 ? [] : Array(inventory.lines)
            }
            self.lines += lines.prefix(1)
        }

        mutating func invariant(_ invariant: Invariant) {
            guard let found = attempt(invariant.name, invariant.breaks) else { return }
            lines.append("\(invariant.name): \(found == 0 ? "holds" : "\(found) breaks")")
        }

        /// How many breaks were found; nil where the bytes did not let it be walked.
        @discardableResult
        mutating func attempt(_ name: String, _ part: (any Reading) throws -> [String]) -> Int? {
            do {
                let found = try part(reading)
                breaks += found.map { "\(name): \($0)" }
                return found.count
            } catch {
                breaks.append("\(name): cannot be walked: \(error)")
                return nil
            }
        }
    }

    static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
