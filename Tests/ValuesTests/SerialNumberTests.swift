import Testing

@testable import Values

@Suite struct SerialNumberTests {
    @Test(arguments: [
        ("X-1041", "X-1041"), ("x1041", "X-1041"), ("Ｘ－１０４１", "X-1041"), (" x — 1041 ", "X-1041"),
        ("x 001041", "X-1041"), ("YS-7", "YS-7"),
    ])
    func read(text: String, written: String) { #expect(SerialNumber(text)?.description == written) }

    @Test(arguments: [
        "", "X", "1041", "X-0", "X-1234567890", "1041-X", "ABCD-1", "X-10a", "X-1041;", "Х-1041",
        "X\u{301}-1",
    ])
    func refused(text: String) { #expect(SerialNumber(text) == nil) }

    @Test func ordered() throws {
        let numbers = ["X-9", "A-10", "X-10", "A-9"].compactMap(SerialNumber.init)
        #expect(numbers.sorted().map(\.description) == ["A-9", "A-10", "X-9", "X-10"])
        #expect(SerialNumber("x", 1) == nil && SerialNumber("X", -1) == nil)
    }
}
