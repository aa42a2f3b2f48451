import Foundation
import Testing

@testable import Web

/// Compares a piece of a page with the file of that name beside the tests;
/// `RECORD_SNAPSHOTS=1` writes it anew.
func expectSnapshot(_ name: String, _ piece: HTML, at place: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name + ".html")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(piece.bytes + [0x0A]).write(to: file)
        return
    }
    let kept = try #require(
        FileManager.default.contents(atPath: file.path),
        "no snapshot \(name): record it with RECORD_SNAPSHOTS=1",
        sourceLocation: place)
    let old = String(decoding: kept, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = (piece.string + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    guard old != new else { return }
    let line = zip(old, new).prefix { $0 == $1 }.count
    let was = line < old.count ? old[line] : "(end)"
    let comes = line < new.count ? new[line] : "(end)"
    Issue.record("\(name).html, line \(line + 1)\nwas:   \(was)\ncomes: \(comes)", sourceLocation: place)
}
