import Storage
import Synchronization
import Values
import Web

/// The rows of a question, and their table as it was written for the last who asked alike.
///
/// Where neither the hour nor who asks enters into the question, one sheet serves all who see the whole
/// community, until the next commit; a table on it serves those who read it in one language within a minute.
final class LedgerSheet: Sendable {
    /// What else changes a table of the same rows.
    struct Face: Hashable {
        let filter: LedgerFilter
        let language: Language
        /// Where the community's addresses begin.
        let door: Link
        /// How late something is, is told to the minute.
        let minute: Int64
    }

    let page: NeedPage<NeedSummary>
    private let written = Mutex<(face: Face, table: HTML)?>(nil)

    init(_ page: NeedPage<NeedSummary> = .init(rows: [], next: nil)) { self.page = page }

    /// The table written for that face, or what `write` makes of the rows.
    func table(_ face: Face, _ write: () -> HTML) -> HTML {
        if let known = written.withLock({ $0?.face == face ? $0?.table : nil }) { return known }
        let table = write()
        written.withLock { $0 = (face, table) }
        return table
    }

    static func of(_ question: NeedFilter, _ visit: Visit, _ reading: any Reading) throws -> LedgerSheet {
        let list = { (reading: any Reading) in
            LedgerSheet(try NeedStore.list(question, in: visit.community, reading, now: visit.now))
        }
        guard question.isEverybodys else { return try list(reading) }
        let asked = Asked(community: visit.community, question: question)
        return try kept.value(asked, reading, list) ?? list(reading)
    }

    private struct Asked: Hashable {
        let community: Identifier
        let question: NeedFilter
    }

    private static let kept = Kept<Asked, LedgerSheet>(most: 100, of: .everything)
}
