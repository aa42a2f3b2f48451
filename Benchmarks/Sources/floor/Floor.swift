import Csqlite
import Foundation

/// Writes the rows of needs that a server accepted once more, by SQLite alone: the floor under what the
/// house takes.
///
/// `floor FROM INTO GROUP MOST`: FROM is the database after the run, INTO a copy of it from before, GROUP
/// how many
/// needs one transaction holds, MOST how many are written at most. The answer is one line of JSON.
@main
struct Floor {
    static func main() {
        do {
            try run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("floor: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count == 5, let size = Int(arguments[3]), size > 0, let most = Int64(arguments[4])
        else {
            throw Fault.usage("floor FROM INTO GROUP MOST")
        }
        let into = try Engine(arguments[2])
        try into.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        try into.execute("PRAGMA wal_autocheckpoint = 8000")
        try into.execute("PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON")
        let level = try into.number("PRAGMA synchronous")
        guard level == 2 else { throw Fault.notDurable(level) }
        let needs = try AcceptedNeeds(from: try Engine(arguments[1]), beyond: into, atMost: most)
        let began = Moment.now
        let groups = try needs.write(into, groupsOf: size)
        let spent = Moment.now - began
        let each = 1e6 / Double(max(1, needs.count))
        tell(
            """
            {"needs": \(needs.count), "groups": \(groups), "synchronous": \(level), "seconds": \
            \(spent.wall), \
            "cpu_us": \(spent.processor * each), "needs_per_second": \(Double(needs.count) / spent.wall)}
            """)
    }

    private static func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// The clock on the wall and the processor's time of this process, in seconds.
struct Moment {
    var wall: Double
    var processor: Double

    static var now: Moment { Moment(wall: read(CLOCK_MONOTONIC), processor: read(CLOCK_PROCESS_CPUTIME_ID)) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func - (a: Moment, b: Moment) -> Moment {
        Moment(wall: a.wall - b.wall, processor: a.processor - b.processor)
    }
}

enum Fault: Error {
    case usage(String)
    case notDurable(Int64)
    case engine(Int32, String)
}
