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
        let faults = try await open.house.database.inspect()
        return try await open.house.database.read { reading in
            var lines: [String] = []
            var breaks = faults
            for community in try reading.recordedCommunities() {
                let chain = try RecordChain(of: community, in: reading, keys: keys)
                lines.append(
                    "record \(community): \(chain.length) rows, head \(Self.hex(chain.head.prefix(8)))…")
                breaks += chain.breaks.map { "record \(community): \($0)" }
            }
            for invariant in invariants {
                let found = try invariant.breaks(reading)
                lines.append("\(invariant.name): \(found.isEmpty ? "holds" : "\(found.count) breaks")")
                breaks += found.map { "\(invariant.name): \($0)" }
            }
            if let heads { breaks += try missing(heads, reading) }
            return Proof(lines: lines, breaks: breaks)
        }
    }

    /// Proves a backup's file, without changing it.
    public static func ofFile(at path: String, keys: KeyRing) async throws -> Proof {
        let database = try SQLiteDatabase(path: path, readers: 1)
        defer { database.close() }
        let faults = try await database.inspect()
        return try await database.read { reading in
            var lines: [String] = []
            var breaks = faults
            for community in try reading.recordedCommunities() {
                let chain = try RecordChain(of: community, in: reading, keys: keys)
                lines.append("record \(community): \(chain.length) rows")
                breaks += chain.breaks
            }
            return Proof(lines: lines, breaks: breaks)
        }
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
