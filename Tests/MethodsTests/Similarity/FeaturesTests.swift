import Testing
import Values

@testable import Methods

@Suite struct FeaturesTests {
    @Test func areCharactersPairsAndWords() {
        let plain = "3号楼x-1041"
        func han(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
        let (hao, lou) = (han("号")[0], han("楼")[0])
        let word = UInt64(2) << 62
        let digits = "1041".unicodeScalars.reduce(UInt64(0)) { $0 << 7 | UInt64($1.value) }
        #expect(
            Features.distinct(plain)
                == [
                    UInt64(lou), UInt64(hao), Features.pair(hao, lou), word | 51, word | 120, word | digits,
                ].sorted())
        #expect(Features.distinct("灯灯灯").count == 2)
        #expect(Features.distinct("，！").isEmpty)
        #expect(Features.distinct("灯，坏").count == 2)
    }

    @Test func longWordsDiffer() {
        let words = [
            "independiente", "independienta", "abcdefgh", "abcdefghi", "abcdefg", "ñandú", "ñandu", "nandu",
        ]
        #expect(Set(words.flatMap(Features.distinct)).count == words.count)
        #expect(words.allSatisfy { Features.distinct($0).count == 1 })
    }

    @Test func rareOnesTellMore() {
        let counted = Commonness(texts: 1000)
        func weight(_ text: String, _ count: Int) -> Double {
            counted.weight(of: Features.distinct(text)[0], in: count)
        }
        #expect(weight("的", 0) < weight("灯", 0))
        #expect(weight("灯", 900) < weight("灯", 10))
        #expect(abs(weight("鼉", 0) - 7.37) < 0.01)
        // Where all have it, a feature still tells a little: no text scores 0 against itself.
        #expect(Commonness(texts: 5).impact(of: Features.distinct("的")[0], in: 5) > 0)
    }
}
