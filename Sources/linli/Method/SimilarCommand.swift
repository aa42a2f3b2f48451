import ArgumentParser
import Foundation
import Methods

/// Finds for each text of one file the most similar ones of another.
struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract:
            "Find texts of a file that may say the same as those of another: candidates, never findings.")

    @Argument(help: "The texts to search, one a line.")
    var corpus: String

    @Argument(help: "The texts to search for, one a line.")
    var queries: String

    @Option(help: "How many at most for each text.")
    var top = 10

    @Option(name: .customLong("at-least"), help: "The least score, from 0 to 1.")
    var atLeast = 0.0

    @Flag(help: "Latest lines first instead of most similar first.")
    var newest = false

    @Flag(help: "Print one JSON object: line numbers from 0, and the scores.")
    var json = false

    @Flag(help: "Say the CPU seconds of reading, of building the index and of a query on standard error.")
    var timed = false

    func validate() throws {
        guard (1...10_000).contains(top) else { throw ValidationError("--top must be from 1 to 10000.") }
        guard (0...1).contains(atLeast) else { throw ValidationError("--at-least must be from 0 to 1.") }
    }

    func run() throws {
        var watch = CPUWatch()
        let texts = try lines(corpus), questions = try lines(queries)
        let reading = watch.lap()
        let index = SimilarityIndex(texts)
        let building = watch.lap()
        let found = questions.map {
            index.candidates(for: $0, limit: top, atLeast: atLeast, order: newest ? .newest : .score)
        }
        let asking = watch.lap()
        if json { tellJSON(found) } else { tellTable(questions, found, texts) }
        guard timed else { return }
        let each = questions.isEmpty ? 0 : asking / Double(questions.count)
        let line =
            "{\"reading\":\(reading),\"building\":\(building),\"asking\":\(asking),\"each\":\(each)}\n"
        FileHandle.standardError.write(Data(line.utf8))
    }

    private func lines(_ path: String) throws -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputFault("\(path) cannot be read")
        }
        do { return try TextLines.read(Array(data)) } catch {
            throw InputFault("\(path): \(error.sentence)", line: error.line)
        }
    }

    private func tellJSON(_ found: [[SimilarityCandidate]]) {
        let results = found.map { "[" + $0.map { String($0.number) }.joined(separator: ",") + "]" }
        let scores = found.map { "[" + $0.map { Self.rounded($0.score) }.joined(separator: ",") + "]" }
        tell(
            "{\"results\":[" + results.joined(separator: ",") + "],\"scores\":["
                + scores.joined(separator: ",") + "]}")
    }

    private func tellTable(_ questions: [String], _ found: [[SimilarityCandidate]], _ texts: [String]) {
        for (question, candidates) in zip(questions, found) {
            tell(question)
            for candidate in candidates {
                let score = Self.rounded(candidate.score)
                tell("  \(score)  line \(candidate.number)  \(texts[candidate.number])")
            }
            if candidates.isEmpty { tell("  nothing like it") }
        }
    }

    private static func rounded(_ score: Double) -> String {
        let parts = Int((score * 10_000).rounded())
        let digits = String(parts % 10_000)
        return "\(parts / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// The process's CPU seconds, lap by lap.
private struct CPUWatch {
    private var last = clock()

    mutating func lap() -> Double {
        let now = clock()
        defer { last = now }
        return Double(now - last) / Double(CLOCKS_PER_SEC)
    }
}
