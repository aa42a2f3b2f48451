import Storage

/// The prepared statements of one connection, found again by their texts and the types of their values.
///
/// At most ``most`` texts are kept: a list of another length is another text, so their number has no end.
final class Statements {
    /// A statement that the server keeps under a name.
    final class Prepared {
        let name: String
        let words: StatementWords
        /// The types of its values. Open where none was said, until the server has said which it found.
        var types: [UInt32]
        /// Whether the server has answered that it keeps it.
        var isReady = false
        fileprivate var lastUsed = 0

        fileprivate init(_ number: Int, _ words: StatementWords, _ types: [UInt32]) {
            name = "s\(number)"
            self.words = words
            self.types = types
        }

        var hasOpenTypes: Bool { types.contains(TypeNumber.open) }

        /// A null fits wherever anything does.
        fileprivate func takes(_ values: [Value]) -> Bool {
            types.count == values.count
                && zip(types, values).allSatisfy { $1 == .null || $0 == $1.typeNumber }
        }
    }

    private let tables: Tables
    private var byText: [StatementText: [Prepared]] = [:]
    private var unready: [(StatementText, Prepared)] = []
    private var toForget: [String] = []
    private var made = 0
    private var uses = 0
    private static let most = 400

    init(_ tables: Tables) { self.tables = tables }

    func words(of sql: SQL) -> StatementWords {
        byText[StatementText(sql.bytes)]?.first?.words ?? StatementWords(sql.bytes, tables)
    }

    /// The kept statement, or a fresh one that is yet to be prepared.
    func statement(for sql: SQL) -> (Prepared, isKnown: Bool) {
        uses &+= 1
        let text = StatementText(sql.bytes)
        if let known = byText[text]?.first(where: { $0.takes(sql.values) }) {
            known.lastUsed = uses
            return (known, true)
        }
        if byText.count >= Self.most { forgetSome() }
        made += 1
        let fresh = Prepared(made, StatementWords(sql.bytes, tables), sql.values.map(\.typeNumber))
        fresh.lastUsed = uses
        byText[text, default: []].append(fresh)
        unready.append((text, fresh))
        return (fresh, false)
    }

    /// Forgets those that the server did not take; called when everything sent is answered.
    func dropUnready() {
        for (text, statement) in unready where !statement.isReady {
            byText[text]?.removeAll { $0 === statement }
            if byText[text]?.isEmpty == true { byText[text] = nil }
        }
        unready.removeAll(keepingCapacity: true)
    }

    /// The names of statements that the server may let go of, each told once.
    func forgotten() -> [String] {
        if toForget.isEmpty { return [] }
        defer { toForget.removeAll() }
        return toForget
    }

    /// Lets go of the half that was not used for longest.
    private func forgetSome() {
        let ready = byText.filter { $0.value.allSatisfy(\.isReady) }
        let oldest = ready.sorted { Self.lastUse($0.value) < Self.lastUse($1.value) }.prefix(Self.most / 2)
        for (text, statements) in oldest {
            toForget += statements.map(\.name)
            byText[text] = nil
        }
    }

    private static func lastUse(_ statements: [Prepared]) -> Int { statements.map(\.lastUsed).max() ?? 0 }
}
