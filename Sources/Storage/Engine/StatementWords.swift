import Synchronization

/// What the text of a statement says of itself, found out once, when it is prepared.
package struct StatementWords: Sendable {
    /// Whether it names the figures, so that those that wait must be written before it runs.
    package let namesFigures: Bool
    /// Whether it changes a settled table.
    package let changesSettled: Bool
    /// Whether it names a table that is not settled, so that nothing made of it may be kept.
    package let namesOthers: Bool

    package init(_ text: [UInt8], _ tables: Tables) {
        let words = Self.words(text)
        namesFigures = words.contains("figure")
        (changesSettled, namesOthers) = tables.with { settled, others in
            (Self.target(of: words).map(settled.contains) ?? false, words.contains(where: others.contains))
        }
    }

    /// The names and keywords of the text; literals are among them, which errs on the safe side.
    private static func words(_ text: [UInt8]) -> [String] {
        text.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                false
            default: true
            }
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The table that the statement changes: `INSERT INTO t`, `UPDATE t`, `DELETE FROM t`.
    private static func target(of words: [String]) -> String? {
        switch words.first {
        case "INSERT", "DELETE": words.dropFirst(2).first
        case "UPDATE": words.dropFirst().first
        default: nil
        }
    }
}

/// The tables of one open database, settled and others, as its migrations name them.
package final class Tables: Sendable {
    private static let opened = Atomic<UInt64>(0)

    private let number = Atomic(Tables.nextNumber)
    private let names = Mutex((settled: Set<String>(), others: Set<String>()))

    package init() {}

    private static var nextNumber: UInt64 { opened.add(1, ordering: .relaxed).newValue }

    /// Tells this database from others that the process has open or had.
    package var database: UInt64 { number.load(ordering: .relaxed) }

    /// After a loss another server may answer: no state of before is one of afterwards.
    package func beAnother() { number.store(Self.nextNumber, ordering: .relaxed) }

    package func learn(_ migrations: [Migration]) {
        let made = migrations.flatMap(\.statements).compactMap { statement -> String? in
            let words = statement.split(separator: " ", maxSplits: 3)
            return words.count > 2 && words[0] == "CREATE" && words[1] == "TABLE" ? String(words[2]) : nil
        }
        let settled = Set(migrations.flatMap(\.settled))
        names.withLock { names in
            names.settled.formUnion(settled)
            names.others.formUnion(Set(made).subtracting(settled))
        }
    }

    func with<T>(_ body: (_ settled: Set<String>, _ others: Set<String>) -> T) -> T {
        names.withLock { body($0.settled, $0.others) }
    }
}
