public import Actions
public import Values

/// Reads a form's fields into values and gathers every fault, so that all are said at once, each beside its
/// field.
///
/// Read every field, then call ``finish()`` before using what was read.
public struct FormReader {
    public let fields: Fields
    public private(set) var refusals: [any Refusal] = []

    public init(_ fields: Fields) { self.fields = fields }

    /// Adds a fault beside a field.
    public mutating func refuse(_ field: String, _ phrase: some Phrase, name: String = "form.field") {
        refusals.append(FieldRefusal(field, phrase, name: name))
    }

    /// - Throws: ``Refusals`` where any field was refused.
    public func finish() throws {
        if !refusals.isEmpty { throw Refusals(refusals) }
    }

    /// One line of at most `most` characters; empty only where it may be.
    public mutating func line(_ name: String, _ most: Int, required: Bool = true) -> String {
        text(name, .line((required ? 1 : 0)...most), required)
    }

    /// Several lines of at most `most` characters.
    public mutating func lines(_ name: String, _ most: Int, required: Bool = true) -> String {
        text(name, .passage((required ? 1 : 0)...most), required)
    }

    private mutating func text(_ name: String, _ rule: TextRule, _ required: Bool) -> String {
        let raw = fields[name] ?? ""
        if raw.isEmpty, !required { return "" }
        do { return try BoundedText(raw, rule).string } catch {
            refuse(name, error, name: "form.text")
            return ""
        }
    }

    /// A telephone number; nil where it is left empty and may be.
    public mutating func phone(_ name: String, required: Bool = true) -> Phone? {
        let raw = fields[name] ?? ""
        if raw.isEmpty, !required { return nil }
        do { return try Phone(raw) } catch {
            refuse(name, error, name: "form.phone")
            return nil
        }
    }

    /// One of an enum's values.
    public mutating func choice<T: CaseIterable & RawRepresentable<String>>(_ name: String, of: T.Type) -> T?
    {
        if let value = fields[name].flatMap(T.init(rawValue:)) { return value }
        refuse(name, FormPhrase.chooseOne, name: "form.choice")
        return nil
    }

    /// One of a list of keys.
    public mutating func choice(
        _ name: String, among keys: some Sequence<String>, required: Bool = true
    ) -> String {
        let raw = fields[name] ?? ""
        if raw.isEmpty, !required { return "" }
        if keys.contains(raw) { return raw }
        refuse(name, FormPhrase.chooseOne, name: "form.choice")
        return ""
    }

    /// Several of a list of keys.
    public mutating func choices(_ name: String, among keys: Set<String>) -> [String] {
        let raw = fields.all(name).filter { !$0.isEmpty }
        if raw.allSatisfy(keys.contains), Set(raw).count == raw.count { return raw }
        refuse(name, FormPhrase.chooseOne, name: "form.choice")
        return []
    }

    /// A whole number within the range.
    public mutating func number(_ name: String, _ range: ClosedRange<Int64>, required: Bool = true) -> Int64?
    {
        let raw = fields[name] ?? ""
        if raw.isEmpty, !required { return nil }
        if let value = Int64(Self.plainDigits(raw)), range.contains(value) { return value }
        refuse(name, FormPhrase.number(range), name: "form.number")
        return nil
    }

    /// Digits as a Chinese keyboard writes them, `１２`, and blanks around them.
    private static func plainDigits(_ raw: String) -> String {
        String(
            String.UnicodeScalarView(
                raw.unicodeScalars.compactMap { scalar in
                    switch scalar.value {
                    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0)
                    case 0x20, 0x3000: nil
                    default: scalar
                    }
                }))
    }

    /// A calendar day.
    public mutating func day(_ name: String, required: Bool = true) -> Day? {
        let raw = fields[name] ?? ""
        if raw.isEmpty, !required { return nil }
        if let day = Day(raw) { return day }
        refuse(name, FormPhrase.day, name: "form.day")
        return nil
    }

    public func flag(_ name: String) -> Bool { !(fields[name] ?? "").isEmpty }

    /// Identifiers of ticked rows.
    public mutating func identifiers(_ name: String, most: Int = 200) -> [Identifier] {
        let raw = fields.all(name)
        let all = raw.compactMap { Identifier($0) }
        if all.isEmpty || all.count < raw.count {
            refuse(name, FormPhrase.chooseRows, name: "form.rows")
        } else if all.count > most {
            refuse(name, FormPhrase.fewerRows(most), name: "form.rows")
        }
        return all
    }

    public mutating func identifier(_ name: String) -> Identifier? {
        if let value = fields[name].flatMap({ Identifier($0) }) { return value }
        refuse(name, FormPhrase.chooseOne, name: "form.identifier")
        return nil
    }
}

/// What a form says of an answer that it cannot take.
public enum FormPhrase: Phrase {
    case chooseOne, chooseRows, day
    case number(ClosedRange<Int64>)
    case fewerRows(Int)

    public var text: Text {
        switch self {
        case .chooseOne: Text("请选一样", "Please choose one")
        case .chooseRows: Text("还没有选，请先在前面打勾", "Nothing is chosen; tick some rows first")
        case .fewerRows(let most): Text("一次最多选\(most)行", "At most \(most) rows at a time")
        case .day: Text("请写成年月日，例如2026-11-21", "Write it as year-month-day, such as 2026-11-21")
        case .number(let range):
            Text(
                "请填\(range.lowerBound)到\(range.upperBound)的整数",
                "A whole number from \(range.lowerBound) to \(range.upperBound), please")
        }
    }
}
