import Foundation

/// Takes out of a text what cannot be seen and could mislead. Works on scalars, never on `Character`.
enum TextCleaning {
    static func clean(_ raw: String, singleLine: Bool) -> String {
        raw.isEmpty || isTidy(raw) ? raw : cleanThoroughly(raw, singleLine: singleLine)
    }

    /// Whether cleaning would change nothing: one line of everyday characters. Most of what is written is so.
    private static func isTidy(_ raw: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in raw.unicodeScalars {
            guard scalar.isEveryday, !(scalar.isBlank && last.isBlank) else { return false }
            last = scalar
        }
        return !last.isBlank
    }

    static func cleanThoroughly(_ raw: String, singleLine: Bool) -> String {
        let visible = dropInvisible(raw.precomposedStringWithCanonicalMapping.unicodeScalars)
        let lines = visible.split(separator: "\n", omittingEmptySubsequences: false)
        let text = singleLine ? joinedLine(lines) : paragraphs(lines)
        // Marks that a dropped filler kept apart may combine now.
        return text.precomposedStringWithCanonicalMapping
    }

    static func longestRunOfMarks(_ text: String) -> Int {
        var longest = 0, run = 0
        for scalar in text.unicodeScalars {
            run = scalar.isMark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static func dropInvisible(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
        let all = Array(scalars)
        var kept: [Unicode.Scalar] = []
        kept.reserveCapacity(all.count)
        for (index, scalar) in all.enumerated() {
            let next = index + 1 < all.count ? all[index + 1] : nil
            if scalar == "\r", next == "\n" { continue }
            if let visible = visible(scalar, after: kept.last, before: next) { kept.append(visible) }
        }
        return kept
    }

    /// The scalar as it is kept, or nil to drop it.
    private static func visible(
        _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return "\n"
        case 0x09, 0x2800: return " "
        case 0x200D: return last?.joinsPictures == true && next?.properties.isEmoji == true ? scalar : nil
        case 0xFE0E, 0xFE0F: return last?.properties.isEmoji == true ? scalar : nil
        // Selectors of a variant of a Han character stand in some names.
        case 0xE0100...0xE01EF: return last?.properties.isIdeographic == true ? scalar : nil
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { return nil }
        switch properties.generalCategory {
        case .control, .format: return nil
        case .spaceSeparator: return scalar.value == 0x3000 ? scalar : " "
        default: return scalar
        }
    }

    private static func joinedLine(_ lines: [ArraySlice<Unicode.Scalar>]) -> String {
        let words = lines.flatMap { $0.split { $0.isBlank } }
        return words.map(string).joined(separator: " ")
    }

    /// Lines without blanks at their ends and with at most one empty line between them.
    private static func paragraphs(_ lines: [ArraySlice<Unicode.Scalar>]) -> String {
        var kept: [String] = []
        for line in lines {
            let text = string(line.trimmingSuffix { $0.isBlank })
            if text.isEmpty, kept.last?.isEmpty ?? true { continue }
            kept.append(text)
        }
        if kept.last?.isEmpty == true { kept.removeLast() }
        let joined = kept.joined(separator: "\n").unicodeScalars
        return string(ArraySlice(joined.drop { $0.isBlank }))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(scalars: scalars)
    }
}

extension ArraySlice {
    fileprivate func trimmingSuffix(while drops: (Element) -> Bool) -> ArraySlice {
        var slice = self
        while let last = slice.last, drops(last) { slice.removeLast() }
        return slice
    }
}

extension Unicode.Scalar {
    /// Whether it sits on the letter before: Unicode's categories Mn, Mc and Me.
    var isMark: Bool {
        if isEveryday { return false }
        return switch properties.generalCategory {
        // Selectors draw nothing themselves.
        case .nonspacingMark: !properties.isVariationSelector
        case .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether it is seen, stands alone and is the same in every canonical form: ASCII, Han, their
    /// punctuation.
    var isEveryday: Bool {
        switch value {
        case 0x20...0x7E, 0x4E00...0x9FFF, 0x3001...0x3011, 0xFF01...0xFF5E: true
        case 0x2014, 0x2018...0x201D, 0x2026: true
        default: false
        }
    }

    fileprivate var isBlank: Bool { value == 0x20 || value == 0x3000 }

    /// Whether a zero-width joiner after it makes one picture with the next.
    fileprivate var joinsPictures: Bool {
        value == 0xFE0F || properties.isEmojiModifier || (properties.isEmoji && value > 0xFF)
    }
}

extension String {
    /// Scalars as a text, encoded byte by byte.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount * 3)
        for scalar in scalars { bytes.append(contentsOf: scalar.utf8) }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
