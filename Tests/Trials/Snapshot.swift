public import Foundation

/// A text that is kept in a file beside its tests, so that a change of it shows as a difference to be read;
/// `RECORD_SNAPSHOTS=1` writes it anew.
public struct Snapshot: Sendable {
    public let file: URL

    /// - Parameters: `name`: below the folder `Snapshots`, with its ending. `source`: the file of the tests.
    public init(_ name: String, beside source: String) {
        file = Self.folder(beside: source).appendingPathComponent(name)
    }

    public static func folder(beside source: String) -> URL {
        URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent("Snapshots")
    }

    public static var isRecorded: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }

    /// What a test has to complain of; nil where the text is as it was, or is recorded now.
    public func complaint(_ text: String) throws -> String? {
        let name = file.lastPathComponent
        if Self.isRecorded {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return nil
        }
        guard let kept = FileManager.default.contents(atPath: file.path) else {
            return "no snapshot \(name): record it with RECORD_SNAPSHOTS=1"
        }
        let old = Self.lines(String(decoding: kept, as: UTF8.self)), new = Self.lines(text)
        guard old != new else { return nil }
        return "\(name)\n" + Self.difference(old, new).joined(separator: "\n")
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The lines that went and came, in order, no more than can be read.
    private static func difference(_ old: [Substring], _ new: [Substring], most: Int = 40) -> [String] {
        var changes: [(line: Int, text: String)] = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, let line, _): changes.append((offset, "\(offset + 1) was:   \(line)"))
            case .insert(let offset, let line, _): changes.append((offset, "\(offset + 1) comes: \(line)"))
            }
        }
        let sorted = changes.sorted { ($0.line, $0.text) < ($1.line, $1.text) }.map(\.text)
        return sorted.count > most ? sorted.prefix(most) + ["… \(sorted.count - most) more"] : sorted
    }
}
