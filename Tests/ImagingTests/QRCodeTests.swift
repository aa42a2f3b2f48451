import Testing
import Values

@testable import Imaging

struct QRCodeTests {
    @Test(
        "the side grows with the text, by the standard's table for level M",
        arguments: [(1, 21), (14, 21), (15, 25), (26, 25), (27, 29), (213, 57), (2331, 177)])
    func sides(_ length: Int, _ side: Int) throws {
        let code = try QRCode(String(repeating: "a", count: length))
        #expect(code.side == side)
        #expect(code.modules.count == side * side)
    }

    @Test("an empty text and one too long are refused")
    func refused() {
        #expect(throws: QRCodeFault.empty) { try QRCode("") }
        #expect(throws: QRCodeFault.tooLong) { try QRCode(String(repeating: "a", count: 2332)) }
        #expect(throws: QRCodeFault.tooLong) { try QRCode(String(repeating: "邻", count: 778)) }
        #expect(throws: QRCodeFault.tooLong) { try QRCode(String(repeating: "a", count: 1_000_000)) }
    }

    @Test("three corners carry the finder pattern, and the format says level M")
    func patterns() throws {
        let code = try QRCode("https://linli.example/x?a=\0&b=邻里")
        let rings = [
            "#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######",
        ]
        let last = code.side - 7
        for (left, top) in [(0, 0), (last, 0), (0, last)] {
            for (row, line) in rings.enumerated() {
                let found = (0..<7).map { code.isDark(column: left + $0, row: top + row) ? "#" : " " }
                    .joined()
                #expect(found == line)
            }
        }
        // The first two format bits, unmasked with 10, say 00: level M.
        #expect(code.isDark(column: 0, row: 8) && !code.isDark(column: 1, row: 8))
        #expect(!code.isDark(column: -1, row: 0) && !code.isDark(column: 0, row: code.side))
    }

    @Test("the picture holds the modules and nothing of the text")
    func picture() throws {
        let code = try QRCode("\"><script>alert(1)</script>")
        let svg = code.svg(quietZone: 2)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 33 33\""))
        #expect(!svg.contains("script"))
        let path = try #require(
            svg.split(separator: "<path fill=\"#000\" d=\"").last?.split(separator: "\"").first)
        #expect(path.utf8.allSatisfy { "Mhvz- 0123456789".utf8.contains($0) })
        #expect(drawn(String(path), zone: 2, side: code.side) == code.modules)
    }

    @Test("a quiet zone out of reason is brought back", arguments: [(-5, 21), (4, 29), (Int.max, 221)])
    func quietZone(_ zone: Int, _ whole: Int) throws {
        #expect(try QRCode("a").svg(quietZone: zone).contains("viewBox=\"0 0 \(whole) \(whole)\""))
    }

    /// The modules that a path of bars draws.
    private func drawn(_ path: String, zone: Int, side: Int) -> [Bool] {
        var modules = [Bool](repeating: false, count: side * side)
        for bar in path.split(separator: "M") {
            let numbers = bar.split { !$0.isNumber }.compactMap { Int($0) }
            guard numbers.count == 5 else { return [] }
            for step in 0..<numbers[2] {
                modules[(numbers[1] - zone) * side + numbers[0] - zone + step] = true
            }
        }
        return modules
    }
}
