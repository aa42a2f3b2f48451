import Foundation
import Testing

/// The pages about the house: their links lead somewhere, their words are whole, and nothing calls far away.
@Suite struct PaperTests {
    @Test func aLinkInAPageLeadsSomewhere() {
        var breaches: [Breach] = []
        for file in Tree.texts where file.path.hasSuffix(".md") {
            let folder = file.path.split(separator: "/").dropLast().map(String.init)
            for (index, line) in file.lines.enumerated() {
                for link in line.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/).map(\.output.1)
                where !link.contains(":") {
                    var parts = folder
                    for part in link.split(separator: "/") where part != "." {
                        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
                    }
                    let path = parts.joined(separator: "/")
                    if !Tree.exists(path) {
                        breaches.append(Breach(file, index + 1, "\(link) leads nowhere"))
                    }
                }
            }
        }
        expectNone(breaches)
    }

    @Test func everyWordHasItsThreeNamesOnce() {
        let page = "docs/words.md"
        var seen: Set<String> = []
        var breaches: [Breach] = []
        for (index, line) in Tree.text(of: page).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where line.hasPrefix("| ") && !line.hasPrefix("| 中文") && !line.hasPrefix("| ---") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells.count != 3 || cells.contains("") {
                breaches.append(Breach("\(page):\(index + 1)", "three cells: 中文, English, code"))
            } else if !seen.insert(cells[0]).inserted {
                breaches.append(Breach("\(page):\(index + 1)", "\(cells[0]) stands twice"))
            }
        }
        #expect(seen.count > 30)
        expectNone(breaches)
    }

    /// The only hosts named outside `Package.swift`: this machine, examples, and the names of formats.
    static let hosts: Set<String> = [
        "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "www.w3.org", "www.apache.org", "www.rfc-editor.org",
        "schemas.openxmlformats.org", "schemas.microsoft.com", "purl.org", "spec.openapis.org",
        "json-schema.org", "wiki.open311.org",
    ]
    static let families = [
        ".example", ".example.com", ".example.org", ".example.net", ".test", ".invalid", ".localhost",
    ]

    @Test func nothingIsFetchedFromAfar() {
        var breaches: [Breach] = []
        for file in Tree.texts {
            for offset in file.bytes.offsets(of: "://", whole: false) {
                let rest = file.bytes[(offset + 3)...].prefix(120)
                let host = String(decoding: rest.prefix { isHost($0) }, as: UTF8.self).lowercased()
                let name = host.hasPrefix("[") ? host : String(host.split(separator: ":").first ?? "")
                if !isKnown(name) {
                    breaches.append(
                        Breach(file, file.line(at: offset), "\(name): name no host from elsewhere"))
                }
            }
        }
        expectNone(breaches)
    }

    private func isHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: isWord(byte) && byte < 0x80 && byte != UInt8(ascii: "_")
        }
    }

    /// A host of the lists, a made-up one without a dot, or one that is put in when the program runs.
    private func isKnown(_ host: String) -> Bool {
        if host.isEmpty || Self.hosts.contains(host) || !host.contains(".") { return true }
        return Self.families.contains { host.hasSuffix($0) || "." + host == $0 }
    }
}
