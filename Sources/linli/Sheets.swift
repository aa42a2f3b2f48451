import Actions
import ArgumentParser
import Foundation
import Needs
import Platform
import Values
import Web

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring a spreadsheet in (XLSX, or CSV in UTF-8 or GB18030): all of it or nothing.",
        discussion: "Prints every fault with its row. The same file twice changes nothing.")

    @OptionGroup var data: DataOptions

    @Argument(help: "needs, resources or people.")
    var kind: ImportKind

    @Argument(help: "The file.")
    var file: String

    @Option(help: "The community's short name; the house's own where none is given.")
    var community: String?

    @Flag(help: "Only look the rows through and print what would happen.")
    var dryRun = false

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read")
        }
        let open = try await data.openExisting()
        defer { open.close() }
        let errand = try await Errand(open, at: community)
        var run = ImportRun(errand.steward, by: .house, in: errand.community)
        run.progress = { step, rows in
            if rows % 10_000 == 0 { tell("\(step.rawValue) \(rows)") }
        }
        do {
            try await bring(run, [UInt8](bytes), in: open)
        } catch let refusals as Refusals {
            for refusal in refusals.all { tell("✕ \(refusal.text.chinese)  \(refusal.text.english)") }
            throw ExitCode.failure
        } catch let refusal as any Refusal {
            tell("✕ \(refusal.text.chinese)  \(refusal.text.english)")
            throw ExitCode.failure
        }
    }

    private func bring(_ run: ImportRun, _ bytes: [UInt8], in open: OpenHouse) async throws {
        let batch = try await run.stage(kind, fileName: file, bytes)
        let found = try await run.batch(batch)
        tell(
            """
            rows \(found.rows)  fresh \(found.fresh)  changed \(found.changed)  known \(found.known)  \
            faults \(found.faults)
            """)
        for row in try await run.faults(batch).prefix(1000) {
            for fault in row.faults { tell("✕ \(row.line): \(fault.column) \(fault.why.text.chinese)") }
        }
        guard !dryRun, found.mayBeAdopted else {
            try await run.discard(batch)
            if found.faults > 0 { throw ExitCode.failure }
            return
        }
        try await run.adopt(batch)
        let held = open.house.database.counters["longest_group_us"] ?? 0
        tell("adopted; no change held the writer longer than \(held / 1000) ms")
    }
}

extension ImportKind: ExpressibleByArgument {}

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a list into a spreadsheet: needs.csv, needs.xlsx, resources.csv, resources.xlsx.",
        discussion: "The same export as on the page, with the same filters.")

    @OptionGroup var data: DataOptions

    @Argument(help: "The list with its form, as needs.xlsx.")
    var list: String

    @Option(help: "The new file.")
    var to: String

    @Option(help: "The page's filter as in its address, as `view=open&class=housing-lamp`.")
    var filter: String = ""

    @Option(help: "The community's short name; the house's own where none is given.")
    var community: String?

    func run() async throws {
        guard let query = Percent.pairs(filter) else { throw ValidationError("the filter cannot be read") }
        guard !FileManager.default.fileExists(atPath: to) else {
            throw ValidationError("\(to) exists already")
        }
        let open = try await data.openExisting()
        defer { open.close() }
        let reply = try await Errand(open, at: community).get("/" + list, query: query)
        guard reply.status == 200, reply.header("Content-Disposition") != nil else {
            throw ValidationError("there is no list \(list) to export")
        }
        guard FileManager.default.createFile(atPath: to, contents: Data(reply.body)) else {
            throw ValidationError("\(to) cannot be written")
        }
        tell("\(reply.body.count) bytes")
    }
}
