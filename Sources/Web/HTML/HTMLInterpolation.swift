extension HTML {
    /// What may stand in `\( )` within a literal of HTML; there is deliberately no way in for raw text.
    public struct Interpolation: StringInterpolationProtocol {
        @usableFromInline var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            // A value of Chinese has some sixty bytes; to grow for it costs more than the room.
            bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            Escape.append(text, to: &bytes)
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: Substring) {
            Escape.append(text, to: &bytes)
        }

        public mutating func appendInterpolation(_ number: Int) {
            Escape.append(Int64(number), to: &bytes)
        }

        public mutating func appendInterpolation(_ number: Int64) {
            Escape.append(number, to: &bytes)
        }

        public mutating func appendInterpolation(_ piece: HTML) {
            bytes.append(contentsOf: piece.bytes)
        }

        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        /// An address; its ampersands are escaped for the attribute it stands in.
        public mutating func appendInterpolation(link: Link) {
            Escape.append(link.address, to: &bytes)
        }

        /// One piece for each element.
        @inlinable
        public mutating func appendInterpolation<Elements: Sequence>(
            _ elements: Elements, each piece: (Elements.Element) -> HTML
        ) {
            for element in elements { bytes.append(contentsOf: piece(element).bytes) }
        }

        /// A piece only where a condition holds; the piece is not made otherwise.
        public mutating func appendInterpolation(if condition: Bool, _ piece: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: piece().bytes) }
        }

        /// One of two pieces; the other is not made.
        public mutating func appendInterpolation(
            if condition: Bool, _ piece: @autoclosure () -> HTML, else other: @autoclosure () -> HTML
        ) {
            bytes.append(contentsOf: condition ? piece().bytes : other().bytes)
        }
    }
}
