import Foundation
import Synchronization

/// What each Unicode scalar becomes before texts are stored, asked for or compared: asked of the platform
/// once and then remembered.
///
/// A scalar loses its width and its case (NFKC), and a traditional character becomes its simplified one
/// (ICU's `Traditional-Simplified`).
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

extension FoldTable {
    private static func ask(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x41...0x5A: return Folded(Unicode.Scalar(UInt8(scalar.value | 0x20)), .word)
        case 0..<0x80: return Folded(scalar, kind(scalar))
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
        let kind = kind(scalar)
        return Folded(kind == .han ? simplified(scalar) : scalar, kind)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Folded.Kind {
        switch scalar.value {
        case 0x4E00...0x9FFF: return .han
        case 0x30...0x39, 0x61...0x7A: return .word
        case 0x2D, 0x2E, 0x2F, 0x5F: return .joint
        case 0..<0x80: return .gap
        // Kana, Bopomofo and Hangul are written without spaces, or inflected, as Han characters are.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3105...0x312F, 0xAC00...0xD7A3: return .han
        case 0x2190...0x2BFF: return .gap
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .otherLetter, .letterNumber, .modifierLetter: return properties.isIdeographic ? .han : .word
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .decimalNumber, .otherNumber: return .word
        default: return isMark(scalar) ? .skipped : .gap
        }
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
    /// NFKC without case: full-width forms become half-width, half-width kana whole ones.
    var widthAndCaseFolded: String {
        precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    }
}
