/// A scalar as it is compared (see ``PlainText``), with its kind, in 32 bits.
@frozen public struct Folded: Hashable, Sendable {
    @usableFromInline let bits: UInt32

    private static let known: UInt32 = 1 << 31
    private static let numeral: UInt32 = 1 << 27
    @usableFromInline static let kinds: UInt32 = 7 << 24

    init(bits: UInt32) { self.bits = bits }

    init(_ scalar: Unicode.Scalar, _ kind: Kind) {
        let isNumeral = kind == .han && ChineseNumerals.isNumeral(scalar.value)
        // Whatever parts words reads as a blank.
        let value = kind == .gap || kind == .joint ? 0x20 : scalar.value
        bits = value | kind.rawValue << 24 | (isNumeral ? Self.numeral : 0) | Self.known
    }

    /// The scalar's number; a blank where words are parted.
    @inlinable public var scalar: UInt32 { bits & 0x1F_FFFF }
    /// Whether it is written without spaces between words: a Han character, kana, Hangul.
    @inlinable public var isHan: Bool { bits & Self.kinds == Kind.han.rawValue << 24 }
    /// Whether it is part of a word of letters and digits.
    @inlinable public var isWord: Bool { bits & Self.kinds == Kind.word.rawValue << 24 }
    /// Whether it parts words and yet says that they belong together, as in X-1041.
    var isJoint: Bool { bits & Self.kinds == Kind.joint.rawValue << 24 }
    var isSkipped: Bool { bits & Self.kinds == Kind.skipped.rawValue << 24 }
    var isEntangled: Bool { bits & Self.kinds == Kind.entangled.rawValue << 24 }
    var isNumeral: Bool { bits & Self.numeral != 0 }

    @frozen @usableFromInline enum Kind: UInt32 {
        case gap, han, word, joint
        /// Not seen, or a mark that nothing took: left out without parting its neighbours.
        case skipped
        /// What it becomes depends on its neighbours, or is more than one scalar: the text is folded whole.
        case entangled
    }
}
