import Values

/// A column that an import looks for.
public struct WantedColumn: Sendable, Hashable {
    public let key: String
    public let name: Text
    /// Other names that people give it, in any language.
    public let synonyms: [String]
    public let isRequired: Bool

    public init(_ key: String, _ name: Text, synonyms: [String] = [], isRequired: Bool = false) {
        self.key = key
        self.name = name
        self.synonyms = synonyms
        self.isRequired = isRequired
    }
}

/// Which column of a table holds which wanted one: a proposal, then what a person made of it.
public struct ColumnMap: Sendable, Hashable {
    /// Why a column was proposed, the surest first.
    public enum Ground: Int, Sendable, Comparable, CaseIterable {
        case exact, alike, synonym, chosen

        public static func < (a: Ground, b: Ground) -> Bool { a.rawValue < b.rawValue }
    }

    public struct Match: Sendable, Hashable {
        /// Counts from 0.
        public let column: Int
        public let ground: Ground
    }

    public let wanted: [WantedColumn]
    public let header: [String]
    public private(set) var matches: [String: Match] = [:]

    /// Proposes a column for each wanted one; no column serves twice, and the surest ground goes first.
    public init(_ wanted: [WantedColumn], in header: [String]) {
        self.wanted = wanted
        self.header = header
        for ground in Ground.allCases where ground != .chosen {
            for column in wanted where matches[column.key] == nil {
                let used = Set(matches.values.map(\.column))
                let found = header.indices.first {
                    !used.contains($0) && Self.fits(header[$0], column, ground)
                }
                if let found { matches[column.key] = Match(column: found, ground: ground) }
            }
        }
    }

    /// Sets by hand which column holds a wanted one, or that none does; it is taken from another that had it.
    ///
    /// Unknown keys and columns outside the header change nothing and answer false.
    @discardableResult
    public mutating func choose(_ column: Int?, for key: String) -> Bool {
        guard wanted.contains(where: { $0.key == key }) else { return false }
        guard let column else {
            matches[key] = nil
            return true
        }
        guard header.indices.contains(column) else { return false }
        for (other, match) in matches where match.column == column { matches[other] = nil }
        matches[key] = Match(column: column, ground: .chosen)
        return true
    }

    /// Required columns that the table lacks, as faults in words.
    public var faults: [SheetFault] {
        wanted.filter { $0.isRequired && matches[$0.key] == nil }.map { SheetFault(.missingColumn($0.name)) }
    }

    /// Named columns of the table that nothing was made of, counted from 0.
    public var unused: [Int] {
        let used = Set(matches.values.map(\.column))
        return header.indices.filter { !used.contains($0) && !header[$0].isEmpty }
    }

    /// The text of a wanted column in a row, without the space around it; nil where it is blank or not
    /// mapped.
    public func cell(_ key: String, in row: SheetRow) -> String? {
        guard let match = matches[key], row.cells.indices.contains(match.column) else { return nil }
        let text = ColumnName.trim(row.cells[match.column])
        return text.isEmpty ? nil : text
    }

    private static func fits(_ title: String, _ column: WantedColumn, _ ground: Ground) -> Bool {
        if title.isEmpty { return false }
        let names = [column.name.chinese, column.name.english]
        switch ground {
        case .exact: return names.contains(title) || column.key == title
        case .alike: return ColumnName.alike(title, to: names + [column.key])
        case .synonym: return ColumnName.alike(title, to: column.synonyms)
        case .chosen: return false
        }
    }
}

/// Headings compared as people read them.
enum ColumnName {
    /// Whether a heading is one of the names but for width, case, space and marks, or a note in brackets.
    static func alike(_ title: String, to names: [String]) -> Bool {
        let whole = normalise(title), bare = normalise(withoutBrackets(title))
        return names.contains { name in
            let name = normalise(name)
            return !name.isEmpty && (name == whole || name == bare)
        }
    }

    static func trim(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Half-width small letters without spaces and marks.
    static func normalise(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let narrow = halfWidth(scalar)
            if isSpace(narrow) || isMark(narrow) { continue }
            kept.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
        }
        return String(kept)
    }

    /// `联系电话（必填）` without its note.
    private static func withoutBrackets(_ text: String) -> String {
        var kept = String.UnicodeScalarView(), depth = 0
        for scalar in text.unicodeScalars {
            switch halfWidth(scalar) {
            case "(", "[", "【", "〔": depth += 1
            case ")", "]", "】", "〕": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(scalar) }
            }
        }
        return String(kept)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", ":", "_", "-", ".", "/", "(", ")", "[", "]", "【", "】", "〔", "〕", "·", "、", "。": true
        default: false
        }
    }
}
