import Testing
import Values

@testable import Web

@Suite struct LookTests {
    private static func frame(_ language: Language, _ change: (inout Frame) -> Void = { _ in }) -> Frame {
        var frame = Frame(
            language: language, placeName: "水秀里社区", placeParents: "湖滨区 荷塘街道", footLine: "荷溪路88号",
            csrf: "token", path: "/styleguide?q=1", assetVersion: "1")
        frame.nav = [NavItem(title: "首页", link: "/", current: true), NavItem(title: "需求", link: "/needs")]
        change(&frame)
        return frame
    }

    @Test(arguments: Language.allCases)
    func theStyleguideLooksAsItDid(_ language: Language) throws {
        try expectSnapshot(
            "styleguide-\(language.rawValue)", Look.styleguide(frame: Self.frame(language)))
    }

    @Test func aStaffPageAtNightInLargeType() throws {
        let frame = Self.frame(.chinese) {
            $0.audience = .staff
            $0.largeType = true
            $0.theme = .dark
            $0.personName = "陆小满 <社工>"
            $0.demo = true
        }
        try expectSnapshot("staff", Look.document(frame: frame, title: "今天", main: Look.head("今天")))
    }

    /// The strictest Content-Security-Policy holds, and every field has one label.
    @Test(arguments: Language.allCases)
    func nothingIsInline(_ language: Language) {
        let page = Look.styleguide(frame: Self.frame(language)).string
        for banned in [" style=", "<style", " onclick", "javascript:", "<script>"] {
            #expect(!page.contains(banned), "\(banned)")
        }
        let ids = page.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(Set(ids).count == ids.count, "an id stands twice")
        for target in page.split(separator: " for=\"").dropFirst().compactMap({
            $0.split(separator: "\"").first
        }) {
            #expect(ids.contains(target), "no field \(target)")
        }
        #expect(page.utf8.count < 60_000)
    }

    @Test func everySentenceIsInItsLanguage() {
        let page = Look.document(
            frame: Self.frame(.english) {
                $0.nav = []
                $0.placeName = "S"
                $0.placeParents = "H"
                $0.footLine = "F"
            },
            title: "T", main: .empty)
        let rest = page.string.replacing("中文", with: "")
        #expect(!rest.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }

    @Test func aFaultIsSaidTwiceAndTied() {
        let field = Field("tel", "手机号", .telephone).hint("11位").value("1\"38").fault("少了一位")
        let html = Look.field(field, in: .chinese).string
        #expect(html.contains("aria-invalid=\"true\" aria-describedby=\"f-tel-x f-tel-h\""))
        #expect(html.contains("value=\"1&quot;38\""))
        let top = Look.faults([field, Field("ok", "好的")], also: ["过了时间"], in: .chinese).string
        #expect(top.contains("还差两处，改好就能送出") && top.contains("<a href=\"#f-tel\">手机号：少了一位</a>"))
        #expect(Look.faults([Field("ok", "好的")], in: .english).isEmpty)
    }

    @Test func aPasswordIsNeverShownAgain() {
        let html = Look.field(Field("p", "暗号", .password).value("secret"), in: .chinese).string
        #expect(!html.contains("secret") && html.contains("autocomplete=\"current-password\""))
    }

    @Test(arguments: [
        [12, 9, 14, 21, 8], [0, 0, 0, 0, 0], [1], [], [1, 1_000_000, 0], [Int.max, 1], [-5, 3],
    ])
    func theRiverStaysInItsBed(_ counts: [Int]) throws {
        let band = RiverBand(counts: counts, bleed: true)
        #expect(band.threads.count == 5 && band.stems.count == counts.count)
        let points = band.outline.split { "MCLZ ".contains($0) }.compactMap { Double($0) }
        let heights = points.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(heights.allSatisfy { (0...160).contains($0) })
    }

    /// Twice as many stand at the second step: the water is twice as broad there.
    @Test func breadthIsTheNumber() {
        let points = RiverBand(counts: [10, 20], bleed: false).outline
            .split { "MCLZ ".contains($0) }.compactMap { Double($0) }
        let pairs = stride(from: 0, to: points.count - 1, by: 2).map { (x: points[$0], y: points[$0 + 1]) }
        let breadths = [250.0, 750.0].map { x in
            let banks = pairs.filter { $0.x == x }.map(\.y)
            return (banks.max() ?? 0) - (banks.min() ?? 0)
        }
        #expect(breadths == [61, 122])
    }

    @Test(arguments: [
        (1386, 1412, "98.2%"), (1, 3, "33.3%"), (5, 5, "100%"), (9, 5, "100%"), (0, 5, "0%"), (-1, 5, "0%"),
        (1, 0, "0%"), (Int.max, Int.max, "100%"), (1, Int.max, "0%"),
    ])
    func aShareHasOneDecimal(_ part: Int, _ whole: Int, _ percent: String) {
        #expect(Look.percent(part, of: whole) == percent)
    }

    @Test func aListIsPagedByKey() {
        let html = Look.pager(Pager("第1至20件", next: "/needs?after=a&q=灯"), in: .chinese).string
        #expect(html.contains("rel=\"next\" href=\"/needs?after=a&amp;q=") && !html.contains("rel=\"prev\""))
    }
}
