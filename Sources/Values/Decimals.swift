/// Decimal numbers as text, kept as whole units of a number of places.
enum Decimals {
    static func write(_ units: Int64, places: Int, grouped: Bool) -> String {
        let sign = units < 0 ? "-" : ""
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: scale(places).magnitude)
        let head = sign + (grouped ? Digits.grouped(whole) : String(whole))
        return places == 0 ? head : head + "." + Digits.padded(rest, places)
    }

    /// The number without zeros at the end of its decimals.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads an optional sign, digits with commas at thousands or none, and decimals.
    static func read(_ text: String, places: Int) throws(AmountFault) -> Int64 {
        var bytes = try spelled(text)
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let head = parts.first, parts.count <= 2 else { throw .notNumber }
        let whole = try withoutCommas(head)
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || !decimals.isEmpty, decimals.allSatisfy(Digits.isDigit) else {
            throw .notNumber
        }
        guard decimals.count <= places else { throw .places(most: places) }
        let padding = [UInt8](repeating: UInt8(ascii: "0"), count: places - decimals.count)
        let digits = (whole + decimals + padding).drop { $0 == UInt8(ascii: "0") }
        guard digits.count <= 18 else { throw .overflow }
        let units = Int64(Digits.value(digits) ?? 0)
        return isNegative ? -units : units
    }

    private static func spelled(_ text: String) throws(AmountFault) -> [UInt8] {
        guard text.utf8.count <= 200 else { throw .notNumber }
        var scalars = text.unicodeScalars.map(\.halfWidth)[...]
        while let first = scalars.first, first == " " { scalars.removeFirst() }
        while let last = scalars.last, last == " " { scalars.removeLast() }
        if scalars.isEmpty { throw .empty }
        guard scalars.allSatisfy(\.isASCII) else { throw .notNumber }
        return scalars.map { UInt8($0.value) }
    }

    private static func withoutCommas(_ head: ArraySlice<UInt8>) throws(AmountFault) -> [UInt8] {
        let groups = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isGrouped = groups.count == 1 || (1...3).contains(groups[0].count)
        guard isGrouped, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { throw .notNumber }
        let digits = groups.flatMap { $0 }
        guard !digits.isEmpty, digits.allSatisfy(Digits.isDigit) else { throw .notNumber }
        return digits
    }

    private static func scale(_ places: Int) -> Int64 { (0..<places).reduce(1) { scale, _ in scale * 10 } }
}
