import Testing
import Values

@testable import Sheets

/// Files broken at random: each is read or refused with a `SheetFault`, and none may trap or take long.
@Suite struct FuzzTests {
    /// Changes a few bytes: overwritten, put in, taken out, doubled, cut off.
    private static func mutate(_ bytes: [UInt8], _ generator: inout Dice) -> [UInt8] {
        let telling = Array("\"',;\t\r\n<>&!/=[]-_x0".utf8) + [0, 0xFF, 0x80, 0xC2, 0xE5, 0x81, 0x30, 0x7F]
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 1...12, using: &generator))
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[at] = telling.randomElement(using: &generator) ?? 0
            case 2: bytes.insert(telling.randomElement(using: &generator) ?? 0, at: at)
            case 3: bytes.removeSubrange(at..<end)
            case 4: bytes.insert(contentsOf: bytes[at..<end], at: at)
            default: if Int.random(in: 0..<8, using: &generator) == 0 { bytes.removeLast(bytes.count - at) }
            }
        }
        return bytes
    }

    /// Whether the bytes were read; anything thrown but a fault of a sheet fails the test.
    private static func isRead(_ bytes: [UInt8]) throws -> Bool {
        do {
            let table = try Table(reading: bytes)
            #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
            return true
        } catch is SheetFault {
            return false
        }
    }

    @Test(.timeLimit(.minutes(3))) func readsOrRefusesCSV() throws {
        var generator = Dice(seed: 1)
        let text = "姓名,电话,\"备 \"\"注\"\"\"\r\n王,138,\"一\n二\"\r\n李;\t,,'=x\r\n\r\n𠮷,1,2\r\n"
        let national: [UInt8] = [
            0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0x61, 0x0A, 0x95, 0x34, 0xB2, 0x35, 0x2C, 0xCD, 0xF5, 0x0A,
        ]
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let seeds = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), national, wide]
        var read = 0
        for round in 0..<10_000 {
            if try Self.isRead(Self.mutate(seeds[round % seeds.count], &generator)) { read += 1 }
        }
        #expect((500..<9_500).contains(read))
    }

    private static let packing = Packing(
        rows: """
            <row r="1"><c r="A1" t="s"><v>0</v></c>\
            <c t="inlineStr"><is><r><t>二</t></r></is></c></row><row r="2">\
            <c r="A2" s="1"><v>45351.5</v></c><c r="B2" t="str"><f>A1&amp;B1</f><v>x_x000D_</v></c></row>\
            <row><c t="b"><v>1</v></c><c><v>1.5E3</v></c></row>
            """,
        strings: "<si><t>一</t></si><si><r><t>三</t></r><rPh><t>x</t></rPh></si>",
        styles:
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/></numFmts>"
            + "<cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs>",
        after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")

    @Test(.timeLimit(.minutes(3))) func readsOrRefusesBrokenZip() throws {
        var generator = Dice(seed: 2)
        let bytes = try Self.packing.zipped()
        #expect(try Self.isRead(bytes))
        for _ in 0..<5_000 { _ = try Self.isRead(Self.mutate(bytes, &generator)) }
    }

    @Test(.timeLimit(.minutes(3))) func readsOrRefusesBrokenXML() throws {
        var generator = Dice(seed: 3)
        var read = 0
        for _ in 0..<5_000 {
            var packing = Self.packing
            let at = Int.random(in: 0..<packing.parts.count, using: &generator)
            packing.parts[at].bytes = Self.mutate(packing.parts[at].bytes, &generator)
            if try Self.isRead(packing.zipped()) { read += 1 }
        }
        #expect((100..<4_900).contains(read))
    }
}
