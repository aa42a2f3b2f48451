import Foundation
import Sealing

/// The style sheet, the script and whatever else lies in one directory, read once at the start.
///
/// Only plain files of known kinds directly in it: no dotfile, no link, no folder.
struct Assets: Sendable {
    private struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        let mark: String
    }

    private let files: [String: File]
    /// Changes whenever any file does: part of their addresses, so that a browser may keep them for ever.
    let version: String

    init(directory: String) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted() {
            let path = directory + "/" + name
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard let type = Self.type(of: name), attributes[.type] as? FileAttributeType == .typeRegular
            else { continue }
            let bytes = Self.lean([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name)
            let mark = Digest.sha256(bytes).prefix(6).map { String($0, radix: 16) }.joined()
            files[name] = File(bytes: bytes, type: type, mark: mark)
        }
        self.files = files
        version = files.sorted { $0.key < $1.key }.map(\.value.mark).joined().prefix(24).description
    }

    private static func lean(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        if name.hasSuffix(".css") { return LeanAsset.style(bytes) }
        return name.hasSuffix(".js") ? LeanAsset.script(bytes) : bytes
    }

    private static func type(of name: String) -> String? {
        guard name.utf8.first != UInt8(ascii: ".") else { return nil }
        return switch name.utf8.split(separator: UInt8(ascii: ".")).last.map({ String(Substring($0)) }) {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        default: nil
        }
    }

    func reply(to ask: Ask) -> Reply? {
        guard ask.path.hasPrefix("/assets/"), let file = files[String(ask.path.dropFirst(8))] else {
            return nil
        }
        let mark = "\"\(file.mark)\""
        var reply =
            ask.headers["if-none-match"] == mark
            ? Reply(status: 304) : Reply(type: file.type, body: file.bytes)
        let age = ask.value("v") == nil ? "public, max-age=3600" : "public, max-age=31536000, immutable"
        reply.headers += [("Cache-Control", age), ("ETag", mark)]
        return reply
    }
}
