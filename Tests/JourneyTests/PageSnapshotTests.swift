import Actions
import Foundation
import Testing
import Trials
import Values
import Web

/// The content of each page that `linli routes --pages` lists, in each language, as the role that uses it.
///
/// The roles and the examples of numbered pages are those of `Browser/pages.txt`, at which the browser's
/// matrix looks too.
@Suite struct PageSnapshotTests {
    /// A Saturday morning, on which the demo was told and stands still.
    static let today = Instant(seconds: 1_795_230_000)

    @Test func everyPageSaysWhatItSaid() async throws {
        let town = try await Town.still(at: Self.today)
        let pages = try PageToSee.listed()
        let patterns = Set(town.site.routes.filter(\.isPage).map(\.pattern))
        #expect(patterns == Set(pages.map(\.pattern)), "Browser/pages.txt lists every page, and no other")

        var visitors: [String: Visitor] = [:]
        for role in Set(pages.map(\.role)).sorted() {
            visitors[role] = try await town.visitor(Role(rawValue: role))
        }
        var written: Set<String> = []
        // What a journey does would change the lists, so it comes last.
        for page in pages.filter({ !$0.isOfJourney }) {
            let visitor = try #require(visitors[page.role], "\(page.role)")
            let path = try await page.path(visitor, notAmong: patterns)
            written.formUnion(try await look(at: path, page, visitor))
        }
        for page in pages.filter(\.isOfJourney) + PageToSee.filled {
            let (visitor, path) = try await PageJourneys(town: town).open(page.pattern)
            written.formUnion(try await look(at: path, page, visitor))
        }
        try expectNoOther(than: written)
    }

    /// Compares a page in each language; the names of its snapshots.
    private func look(at path: String, _ page: PageToSee, _ visitor: Visitor) async throws -> [String] {
        var names: [String] = []
        for language in Language.allCases {
            visitor.language = language
            let reply = await visitor.get(path)
            #expect(reply.status < 500 && reply.text.contains("<main"), "\(path): \(reply.status)")
            let title = reply.text.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.1) } ?? ""
            let text = "\(page.role) \(page.pattern) \(reply.status)\n\(title)\n" + Outline(reply.text).text
            let weight = await PageWeight.of(reply, visitor)
            #expect(weight <= PageWeight.most(page.pattern), "\(path): \(weight) bytes with style and script")
            let name = "\(language.rawValue)/\(page.fileName)"
            names.append(name)
            let complaint = try Snapshot(name, beside: #filePath).complaint(text)
            if let complaint { Issue.record(Comment(rawValue: "\(language.rawValue) \(complaint)")) }
        }
        return names
    }

    /// What no page writes any more is gone, and all together is small enough to be read.
    private func expectNoOther(than written: Set<String>) throws {
        let folder = Snapshot.folder(beside: #filePath)
        var size = 0
        for language in Language.allCases {
            let place = folder.appendingPathComponent(language.rawValue)
            for file in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                #expect(written.contains("\(language.rawValue)/\(file)"), "\(file) is of no page")
                size += FileManager.default.contents(atPath: place.path + "/" + file)?.count ?? 0
            }
        }
        #expect(size < 1_000_000, "\(size) bytes of snapshots")
    }

    @Test func anOutlineKeepsWhatIsReadAndNothingElse() {
        let rows = (1...33).map { "<li>\($0)</li>" }.joined()
        let page = """
            <title>no</title><main id="m"><h1>有  事</h1><p>说一声，<a href="/say?a=1&amp;b=2">这里</a>&lt;</p>
            <form method="post" action="/say"><input type="hidden" name="csrf" value="x">
            <label for="w">什么事</label><input id="w" name="words" required><button>送出</button></form>
            <svg aria-label="图"><text>12</text></svg><ul>\(rows)</ul>
            <p>AaFc0PMAcACh4doPq-9Muu K7QD-2M4X</p></main>
            """
        let lines = Outline(page).lines
        #expect(lines.prefix(2) == ["# 有 事", "说一声，[这里](/say?a=1&b=2)<"])
        #expect(lines.contains("form post /say") && lines.contains("什么事") && lines.contains("<送出>"))
        #expect(lines.contains("{text words required}") && !lines.joined().contains("csrf"))
        #expect(lines.contains("(drawing: 图)") && !lines.joined().contains("12)"))
        #expect(lines.contains("- 30") && !lines.contains("- 31") && lines.contains("… 33 in all"))
        #expect(lines.last == "… …")
    }
}
