import Storage

/// What the engine finds wrong with its own bytes, told by what one must know: which page, of which table or
/// index, and what to do about it.
struct Inspection {
    private var pages: [Int64: Findings] = [:]
    private var indexes: [String: Findings] = [:]
    private var others: [String] = []

    private struct Findings {
        var count = 0
        var first = ""

        mutating func add(_ line: String) {
            if count == 0 { first = line }
            count += 1
        }
    }

    /// A line for each broken page, index and reference; empty where all is well.
    static func faults(_ reading: any Reading) -> [String] {
        var inspection = Inspection()
        inspection.walk("PRAGMA integrity_check(1000)", reading) { found, row in
            let text = row.text(0)
            if text != "ok" { text.split(separator: "\n").forEach { found.sort(String($0)) } }
        }
        inspection.walk("SELECT pageno FROM dbstat WHERE pagetype = 'corrupted'", reading) { found, row in
            found.pages[row.integer(0), default: Findings()].add("it cannot be read as a page of a tree")
        }
        inspection.walk("PRAGMA foreign_key_check", reading) { found, row in
            found.others.append("foreign key: \(row.text(0)) → \(row.text(2))")
        }
        return inspection.lines(reading)
    }

    /// Where bytes are so broken that the engine gives up, that is told too; what it said before stays.
    private mutating func walk(
        _ sql: SQL, _ reading: any Reading, _ take: (inout Inspection, any Row) throws -> Void
    ) {
        do {
            try reading.each(sql) { try take(&self, $0) }
        } catch {
            others.append("the engine gave up looking: \(error)")
        }
    }

    private mutating func sort(_ line: String) {
        if line.hasPrefix("***") { return }
        if let page = line.firstMatch(of: #/[Pp]age (\d+)/#).flatMap({ Int64($0.1) }) {
            pages[page, default: Findings()].add(line)
        } else if let index = line.firstMatch(of: #/index (\S+)$/#) {
            indexes[String(index.1), default: Findings()].add(line)
        } else {
            others.append(line)
        }
    }

    private func lines(_ reading: any Reading) -> [String] {
        let ofPages = pages.sorted { $0.key < $1.key }.map { page, found in
            let owner = (try? Self.owner(of: page, reading)) ?? "of what it was is not known"
            return "page \(page) is broken, \(owner): \(found.count) faults, the first: \(found.first)"
        }
        // An index against which rows are missing is told of once; its broken page is told of already.
        let ofIndexes = indexes.sorted { $0.key < $1.key }.map { name, found in
            "index \(name) and its table do not agree: \(found.count) faults, the first: \(found.first)"
        }
        return ofPages + ofIndexes + others
    }

    /// The table or index that a page belongs to, as the engine's own map has it.
    private static func owner(of page: Int64, _ reading: any Reading) throws -> String {
        let found = try reading.first(
            """
            SELECT s.type, s.name, s.tbl_name FROM dbstat d JOIN sqlite_master s ON s.name = d.name
            WHERE d.pageno = \(page)
            """
        ) { ($0.text(0), $0.text(1), $0.text(2)) }
        guard let (kind, name, table) = found else { return "part of no table that can be walked" }
        return kind == "index" ? "of index \(name) on \(table)" : "of table \(name)"
    }
}
