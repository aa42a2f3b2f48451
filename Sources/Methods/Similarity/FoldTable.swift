import Foundation
import Synchronization
import Values

/// What each Unicode scalar becomes before texts are compared, asked of the platform once and then
/// remembered.
///
/// A scalar loses its width and its case (NFKC), and a traditional character becomes its simplified one
/// (ICU's `Traditional-Simplified`). Whether it is a Han character, part of a word or a gap, `Bigrams` says,
/// so that what is compared in memory and what is stored for search are cut alike.
///
/// Cost: about 2 µs the first time a scalar is met, about 1 ns ever after. Any thread may read and fill it:
/// an entry depends on the scalar alone, so two that fill it at once write the same.
final class FoldTable: Sendable {
    static let shared = FoldTable()

    /// Planes 0 to 2; the rest of Unicode is rare enough to be asked for anew.
    private static let size = 0x3_0000

    nonisolated(unsafe) private let entries: UnsafeMutablePointer<Atomic<UInt32>>

    private init() {
        entries = .allocate(capacity: Self.size)
        for index in 0..<Self.size { (entries + index).initialize(to: Atomic(0)) }
    }

    subscript(scalar: Unicode.Scalar) -> Folded {
        let index = Int(scalar.value)
        guard index < Self.size else { return Self.ask(scalar) }
        let known = entries[index].load(ordering: .relaxed)
        if known != 0 { return Folded(bits: known) }
        let folded = Self.ask(scalar)
        entries[index].store(folded.bits, ordering: .relaxed)
        return folded
    }
}

/// A scalar as it is compared, with its kind, in 32 bits.
struct Folded: Hashable {
    let bits: UInt32

    static let gap = Folded(0x20, kindBits: 0)

    private static let known: UInt32 = 1 << 31
    private static let numeral: UInt32 = 1 << 27
    private static let kinds: UInt32 = 7 << 24

    fileprivate init(bits: UInt32) { self.bits = bits }

    private init(_ scalar: UInt32, kindBits: UInt32) { bits = scalar | kindBits | Self.known }

    init(_ scalar: Unicode.Scalar, _ kind: Kind) {
        let isNumeral = kind == .han && ChineseNumerals.isNumeral(scalar.value)
        self.init(scalar.value, kindBits: kind.rawValue << 24 | (isNumeral ? Self.numeral : 0))
    }

    var scalar: UInt32 { bits & 0x1F_FFFF }
    var isHan: Bool { bits & Self.kinds == Kind.han.rawValue << 24 }
    var isWord: Bool { bits & Self.kinds == Kind.word.rawValue << 24 }
    var isSkipped: Bool { bits & Self.kinds == Kind.skipped.rawValue << 24 }
    var isEntangled: Bool { bits & Self.kinds == Kind.entangled.rawValue << 24 }
    var isNumeral: Bool { bits & Self.numeral != 0 }

    enum Kind: UInt32 {
        case gap, han, word
        /// Not seen, or a mark that nothing took: left out without parting its neighbours.
        case skipped
        /// What it becomes depends on its neighbours, or is more than one scalar: the text is folded whole.
        case entangled
    }
}

extension FoldTable {
    private static func ask(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return Folded(scalar, .word)
        case 0x41...0x5A: return Folded(Unicode.Scalar(UInt8(scalar.value | 0x20)), .word)
        case 0..<0x80: return .gap
        case 0x4E00...0x9FFF: return Folded(simplified(scalar), .han)
        default: break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return Folded(scalar, .skipped) }
        if isComposing(scalar) { return Folded(scalar, .entangled) }
        let folded = Array(String(scalar).widthAndCaseFolded.unicodeScalars)
        guard folded.count == 1, !isComposing(folded[0]) else { return Folded(scalar, .entangled) }
        return classified(folded[0])
    }

    /// The kind of a scalar that is folded already.
    static func classified(_ scalar: Unicode.Scalar) -> Folded {
        if isMark(scalar) { return Folded(scalar, .skipped) }
        // Twice the same: a pair and what is left of it where it is Han, one word where it is a letter.
        let words = Bigrams.document(String(scalar) + String(scalar))
        if words.isEmpty { return .gap }
        return words.utf8.contains(UInt8(ascii: " "))
            ? Folded(simplified(scalar), .han) : Folded(scalar, .word)
    }

    /// Whether it may melt into the letter before it.
    private static func isComposing(_ scalar: Unicode.Scalar) -> Bool {
        isMark(scalar) || (0x1100...0x11FF).contains(scalar.value)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static let toSimplified = StringTransform("Traditional-Simplified")

    /// The simplified form of a character standing alone: of 著 always 着, whatever its neighbours. Both sides
    /// of a comparison are folded alike, so nothing is lost by it.
    private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard let other = String(scalar).applyingTransform(toSimplified, reverse: false),
            let first = other.unicodeScalars.first, other.unicodeScalars.count == 1
        else { return scalar }
        return first
    }
}

extension String {
    /// NFKC without case.
    var widthAndCaseFolded: String {
        precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    }
}
