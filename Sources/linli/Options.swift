import ArgumentParser
import Foundation
import Logging
import Platform
import Values
import Web

/// Where the data lie, and the file of settings: every command has these.
struct DataOptions: ParsableArguments {
    @Option(help: "The directory of the database, keys and heads. [LINLI_DATA; default ./data]")
    var data: String?

    @Option(
        help: """
            A file, or postgresql://… whose password stands in the environment or the settings file. \
            [LINLI_DATABASE; default linli.sqlite in the directory]
            """)
    var database: String?

    @Option(
        help: """
            postgresql://… of servers that follow: guests' pages are read there while one is at most some \
            seconds behind. [LINLI_DATABASE_READERS]
            """)
    var databaseReaders: String?

    @Option(help: "A file of `name = value` lines. [LINLI_SETTINGS]")
    var settings: String?

    @Option(help: "trace, debug, info, warning or error. [LINLI_LOG; default info]")
    var log: String?

    @Option(help: "The directory of the style sheet and script. [LINLI_ASSETS]")
    var assets: String?

    func choices() throws -> Choices {
        try Choices(file: settings ?? ProcessInfo.processInfo.environment["LINLI_SETTINGS"])
    }

    func directory() throws -> DataDirectory {
        let choices = try choices()
        return DataDirectory(
            try choices.text("data", data) ?? "./data",
            database: try choices.text("database", database).map(DatabasePlace.init),
            followers: try choices.text("database-readers", databaseReaders))
    }

    /// Lines of JSON on standard error, without anything of a person.
    func logger() throws -> Logger {
        let level = try choices().text("log", log).flatMap(Logger.Level.init(rawValue:)) ?? .info
        var logger = Logger(label: "linli") { _ in JSONLines() }
        logger.logLevel = level
        return logger
    }

    /// The settings with what is known of this directory.
    func complete(_ settings: Settings) throws -> Settings {
        var settings = settings
        settings.keysDirectory = try directory().keys
        settings.assets = try choices().text("assets", assets) ?? Self.nearestAssets
        return settings
    }

    func open(_ settings: Settings = Settings()) async throws -> OpenHouse {
        try await OpenHouse.open(try directory(), settings: try complete(settings), log: try logger())
    }

    /// Beside the program where it is installed, else in the sources.
    private static var nearestAssets: String {
        let program =
            CommandLine.arguments.first.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: ".")
        let beside = program.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(
            "assets"
        ).path
        return FileManager.default.fileExists(atPath: beside) ? beside : "Sources/Web/Assets"
    }
}

/// Settings by flag, then environment, then file.
struct Choices {
    private var file: [String: String] = [:]

    /// - Throws: a clear fault where the file cannot be read or a line has no `=`.
    init(file path: String?) throws {
        guard let path else { return }
        for (number, line) in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .enumerated()
        {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard let equals = text.firstIndex(of: "=") else {
                throw ValidationError("\(path), line \(number + 1): expected `name = value`")
            }
            file[text[..<equals].trimmingCharacters(in: .whitespaces)] =
                text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
        }
    }

    func text(_ name: String, _ flag: String?) throws -> String? {
        let variable = "LINLI_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
        return flag ?? ProcessInfo.processInfo.environment[variable] ?? file[name]
    }

    func number(_ name: String, _ flag: Int?) throws -> Int? {
        guard let text = try text(name, flag.map(String.init)) else { return nil }
        guard let number = Int(text) else {
            throw ValidationError("\(name): `\(text)` is not a whole number")
        }
        return number
    }
}
