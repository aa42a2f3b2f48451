import Testing
import Trials

@testable import Web

/// Compares a piece of a page with the file of that name beside the tests;
/// `RECORD_SNAPSHOTS=1` writes it anew.
func expectSnapshot(_ name: String, _ piece: HTML, at place: SourceLocation = #_sourceLocation) throws {
    let complaint = try Snapshot(name + ".html", beside: #filePath).complaint(piece.string + "\n")
    if let complaint { Issue.record(Comment(rawValue: complaint), sourceLocation: place) }
}
