import ArgumentParser
import Foundation
import People
import Platform
import Values
import Web

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "Print the table of addresses, or the rights.")

    @Flag(help: "Only pages that a person opens.")
    var pages = false

    @Flag(help: "As JSON.")
    var json = false

    @Flag(help: "Print docs/rights.md.")
    var rights = false

    func run() throws {
        if rights { return tell(RightsDocument.text(Rooms.all)) }
        let lines = Rooms.all.flatMap(\.routes).filter { !pages || $0.isPage }
            .sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
        if json {
            let rows = lines.map {
                ["method": $0.method.rawValue, "path": $0.pattern, "right": $0.right.name]
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return tell(String(decoding: try encoder.encode(rows), as: UTF8.self))
        }
        for line in lines {
            let method = line.method.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
            tell("\(method)\(line.pattern)  \(line.right.name)  \(line.summary.chinese)")
        }
    }
}
