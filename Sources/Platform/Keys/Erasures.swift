import Actions
import Foundation
import People
import Storage
import Values

/// Who was erased, written beside the daily heads: a backup of before does not bring anybody back.
public enum Erasures {
    public static let fileName = "erasures.txt"

    /// `community person` for each, by nobody's name.
    static func lines(_ reading: any Reading) throws -> [String] {
        try reading.all("SELECT community, person FROM erasure ORDER BY community, person LIMIT 1000000") {
            "\(try $0.identifier(0)) \(try $0.identifier(1))"
        }
    }

    /// Writes the list; one that is there is only added to, for the database may be older than it.
    static func write(_ lines: [String], in folder: URL) throws {
        let file = folder.appendingPathComponent(fileName)
        let known = FileManager.default.contents(atPath: file.path).map {
            String(decoding: $0, as: UTF8.self)
        }
        let all = Set((known ?? "").split(separator: "\n").map(String.init)).union(lines)
        guard !all.isEmpty else { return }
        try Data((all.sorted().joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
    }

    /// Erases again whoever a list names; how many there were to erase.
    public static func apply(_ text: String, to open: OpenHouse) async throws -> Int {
        var count = 0
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").compactMap { Identifier(String($0)) }
            guard parts.count == 2 else { throw ErasureFault.unreadable(String(line.prefix(60))) }
            let isErased = try await open.steward.perform(
                RepeatErasure(parts[1]), by: .house, in: parts[0])
            if isErased { count += 1 }
        }
        return count
    }
}

/// A line of a list of erasures that names nobody.
public enum ErasureFault: Error, Equatable, CustomStringConvertible {
    case unreadable(String)

    public var description: String {
        switch self {
        case .unreadable(let line): "a line of the erasures names nobody: \(line)"
        }
    }
}
