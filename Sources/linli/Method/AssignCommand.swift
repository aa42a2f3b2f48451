import ArgumentParser
import Foundation
import Methods

/// Assigns rows to columns, or volunteers to tasks, at the least cost.
struct AssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Assign rows of a cost matrix to columns, or volunteers to tasks, at the least cost.",
        discussion: """
            FILE is JSON: {"cost":[[…],…]}, or {"instance":{"V":[…],"T":[…],"maxdist":…},"edges":…}. A unit
            left unserved costs 1000 times its task's priority.
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["json"]))
    var file: String

    @Flag(name: .customLong("one-task-per-slot"), help: "A volunteer holds one task at a time.")
    var oneTaskPerSlot = false

    @Flag(help: "One object of JSON: objective, assignment, unserved, shortfall.")
    var json = false

    @Option(help: "Solve so many times over, to measure the method alone.")
    var times = 1

    func validate() throws {
        guard (1...1000).contains(times) else { throw ValidationError("--times takes 1 to 1000.") }
    }

    func run() throws {
        let read = try AssignmentFile.read(bytes())
        var answer = try read.solve(oneTaskPerSlot: oneTaskPerSlot)
        for _ in 1..<times { answer = try read.solve(oneTaskPerSlot: oneTaskPerSlot) }
        if json { tell(answer.json) } else { answer.lines.forEach(tell) }
    }

    /// More than any list that can be weighed: a larger file is something else.
    private static let mostBytes = 1 << 30

    private func bytes() throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        if let size = attributes?[.size] as? Int, size > Self.mostBytes {
            throw ValidationError("\(file) is larger than \(Self.mostBytes) bytes.")
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read.")
        }
        return [UInt8](data)
    }
}

extension AssignmentAnswer {
    /// The keys stand in this order; `shortfall` says of each that is unserved how much it lacks, and why.
    fileprivate var json: String {
        let assignment = pairs.map { "[\($0.left),\($0.right)]" }.joined(separator: ",")
        let missing = unserved.map { "\($0.id)" }.joined(separator: ",")
        let shortfall = unserved.map { #"{"id":\#($0.id),"units":\#($0.units),"why":"\#($0.why.rawValue)"}"# }
        return #"{"objective":\#(objective),"assignment":[\#(assignment)],"unserved":[\#(missing)],"#
            + #""shortfall":[\#(shortfall.joined(separator: ","))]}"#
    }

    fileprivate var lines: [String] {
        var lines = ["objective  \(objective)", "assigned   \(pairs.count)", "", "left     right"]
        lines += pairs.map { "\($0.left)".padding(toLength: 9, withPad: " ", startingAt: 0) + "\($0.right)" }
        if !unserved.isEmpty { lines += ["", "unserved units  why"] }
        lines += unserved.map {
            "\($0.id)".padding(toLength: 9, withPad: " ", startingAt: 0)
                + "\($0.units)".padding(toLength: 7, withPad: " ", startingAt: 0) + $0.why.rawValue
        }
        return lines
    }
}
