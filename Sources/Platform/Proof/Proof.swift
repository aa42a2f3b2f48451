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
        let walk = ProofWalk(database: open.house.database, keys: open.house.keys)
        let rules = await walk.rules(open.capabilities.flatMap(\.invariants))
        let kept = heads.map { heads in
            walk.part(.rule, "heads") { ProofFinding(breaks: try missing(heads, $0)) }
        }
        return await walk.prove(rules + (kept.map { [$0] } ?? []), counting: try Rooms.tables)
    }

    /// Proves a backup's file, without changing it.
    public static func ofFile(at path: String, keys: KeyRing) async throws -> Proof {
        let database = try SQLiteDatabase(path: path)
        defer { database.close() }
        return await ProofWalk(database: database, keys: keys).prove([], counting: [])
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

    static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
