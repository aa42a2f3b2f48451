import Foundation

/// One breach of the house's style: where it is, what it is, and what mends it.
struct Breach: CustomStringConvertible {
    let place: String
    let mend: String

    init(_ file: SourceFile, _ line: Int, _ mend: String) {
        place = "\(file.path):\(line)"
        self.mend = mend
    }

    init(_ place: String, _ mend: String) {
        self.place = place
        self.mend = mend
    }

    var description: String { "\(place): \(mend)" }
}

/// A file of the tree, by its path from the root.
struct SourceFile: Sendable {
    let path: String
    let bytes: [UInt8]
    /// As long as `bytes`, its lines in the same places; comments and the inside of texts are spaces.
    let code: [UInt8]

    var name: String { String(path.split(separator: "/").last ?? "") }
    /// The room that the file stands in: `Needs` for `Sources/Needs/…`.
    var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }
    var lines: [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    /// The number of lines, a last line without its end counted.
    var height: Int { bytes.reduce(bytes.last == newline ? 0 : 1) { $1 == newline ? $0 + 1 : $0 } }

    /// The line, from 1, that the byte at `offset` stands on.
    func line(at offset: Int) -> Int { bytes[..<offset].reduce(1) { $1 == newline ? $0 + 1 : $0 } }
}

/// The tree of the project, found from the place of this file and read once.
enum Tree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file in `Sources` and `Tests`, by path.
    static let swift: [SourceFile] = ["Sources", "Tests"].flatMap { files(under: $0, ending: [".swift"]) }
        .map { SourceFile(path: $0, bytes: bytes(of: $0), code: masked(bytes(of: $0))) }

    static let sources = swift.filter { $0.path.hasPrefix("Sources/") }
    /// Every file of text that is the project's own, by path; `Package.swift` is not among them.
    static let texts: [SourceFile] = (places.flatMap { files(under: $0, ending: endings) } + atRoot)
        .map { SourceFile(path: $0, bytes: bytes(of: $0), code: []) }

    private static let places = [
        "Sources", "Tests", "Browser", "Benchmarks", "docs", "ops", "tools", ".ci",
    ]
    private static let endings = [
        ".swift", ".sql", ".md", ".py", ".sh", ".css", ".js", ".svg", ".txt", ".json", ".service", ".timer",
        ".conf", "run", "setup", "browser", "backup", "unit", "postgres", "new-capability",
        "Containerfile", "Makefile",
    ]
    private static var atRoot: [String] {
        ["Makefile", ".swift-format"] + list(root).filter { $0.hasSuffix(".md") }
    }

    /// The bytes of a file by its path from the root; empty where there is none.
    static func bytes(of path: String) -> [UInt8] {
        [UInt8]((try? Data(contentsOf: root.appendingPathComponent(path))) ?? Data())
    }

    static func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The paths under a folder that end with one of `endings`, in order, without what is built or hidden.
    static func files(under folder: String, ending endings: [String]) -> [String] {
        var found: [String] = []
        for name in list(root.appendingPathComponent(folder)) where !name.hasPrefix(".") && !isBuilt(name) {
            let path = folder + "/" + name
            var isFolder: ObjCBool = false
            let full = root.appendingPathComponent(path).path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                found += files(under: path, ending: endings)
            } else if endings.contains(where: name.hasSuffix) {
                found.append(path)
            }
        }
        return found
    }

    private static func isBuilt(_ name: String) -> Bool {
        name == "out" || name == "__pycache__" || name.hasSuffix(".venv")
    }

    private static func list(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

let newline = UInt8(ascii: "\n")
