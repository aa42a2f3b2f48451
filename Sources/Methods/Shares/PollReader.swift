extension BudgetPoll {
    /// Reads a Pabulib file: the sections META, PROJECTS and VOTES, in this order, cells parted by
    /// semicolons.
    ///
    /// Strict where the outcome could depend on it: a vote for no project of the list, a project twice on a
    /// ballot, points that are not one for each choice, counts that the head states otherwise, unreadable
    /// numbers and columns missing are refused, with their line. Columns that decide nothing are kept as they
    /// are. Memory is a few times the file's size, time linear in it.
    public init(pabulib bytes: [UInt8], limits: PollLimits = PollLimits()) throws(InputFault) {
        let most = min(limits.bytes, Int(Int32.max))
        guard bytes.count <= most else {
            throw InputFault("the file has \(bytes.count) bytes, at most \(most) are read")
        }
        let read: Result<PollReader.Read, InputFault> = bytes.withUnsafeBufferPointer { buffer in
            var reader = PollReader(bytes: buffer, limits: limits)
            do throws(InputFault) { return .success(try reader.read()) } catch { return .failure(error) }
        }
        let poll = try read.get()
        try self.init(
            budget: poll.budget, projects: poll.projects, ballots: poll.ballots,
            rest: (
                poll.remarks, poll.projectColumns,
                VoterRows(bytes: bytes, rows: poll.rows, header: poll.voterColumns)
            ))
    }
}

/// Goes through a file line by line; the names of its sections are met in their order.
struct PollReader {
    /// All that the file says.
    struct Read {
        var budget = Rational.zero
        var remarks: [BudgetPoll.Remark] = []
        var projects: [PollProject] = []
        var projectColumns: [String] = []
        var voterColumns: [String] = []
        var ballots: Ballots
        var rows: [Range<Int32>]
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: PollLimits
    private var lines: LineCursor

    init(bytes: UnsafeBufferPointer<UInt8>, limits: PollLimits) {
        (self.bytes, self.limits) = (bytes, limits)
        lines = LineCursor(bytes, longest: limits.line)
    }

    private enum Section: String {
        case meta, projects, votes
    }

    mutating func read() throws(InputFault) -> Read {
        try lines.checkText()
        try open(.meta)
        let head = try readHead()
        let (columns, projects) = try readProjects()
        try head.check(projects.count, "num_projects", "projects")
        let voterColumns = try header(of: .votes)
        let (ballots, rows) = try readVotes(voterColumns, kind: head.kind, projects: projects)
        try head.check(ballots.count, "num_votes", "votes")
        return Read(
            budget: head.budget, remarks: head.remarks, projects: projects, projectColumns: columns,
            voterColumns: voterColumns, ballots: ballots, rows: rows)
    }

    private func cells(_ row: Range<Int>) throws(InputFault) -> [String] {
        try PollRow.cells(of: bytes, row, line: lines.number)
    }

    /// The section whose name the row is; nil for any other row.
    @inline(__always)
    private func section(_ row: Range<Int>) -> Section? {
        // A letter of META, PROJECTS or VOTES begins the row, or it is none of them.
        switch bytes[row.lowerBound] | 0x20 {
        case UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "v"), UInt8(ascii: "\""), 0x20: break
        default: return nil
        }
        guard row.count < 64, let cells = try? cells(row), cells.dropFirst().allSatisfy(\.isEmpty) else {
            return nil
        }
        return Section(rawValue: cells[0].lowercased())
    }

    private mutating func open(_ section: Section) throws(InputFault) {
        let name = section.rawValue.uppercased()
        guard let row = try lines.next() else { throw InputFault("the file ends before its section \(name)") }
        guard self.section(row) == section else {
            throw InputFault("expected the section \(name)", line: lines.number)
        }
    }

    /// The names of the columns, in the row behind the section's name.
    private mutating func header(of section: Section) throws(InputFault) -> [String] {
        let name = section.rawValue.uppercased()
        guard let row = try lines.next() else { throw InputFault("the file ends within its section \(name)") }
        let columns = try cells(row)
        var seen: Set<String> = []
        for column in columns where !column.isEmpty {
            if !seen.insert(column).inserted {
                throw InputFault("the column \(shown(column)) stands twice", line: lines.number)
            }
        }
        return columns
    }

    private mutating func readHead() throws(InputFault) -> PollHead {
        var rows: [(cells: [String], line: Int)] = []
        while let row = try lines.next() {
            switch section(row) {
            case .projects: return try PollHead(rows)
            case .some(let other): throw InputFault("\(other.rawValue) before projects", line: lines.number)
            case nil: rows.append((try cells(row), lines.number))
            }
            // Some files leave the names of the two columns out.
            if rows.count == 1, rows[0].cells.prefix(2) == ["key", "value"] { rows.removeAll() }
            if rows.count > limits.remarks {
                throw InputFault("the head has more than \(limits.remarks) lines", line: lines.number)
            }
        }
        throw InputFault("the file ends before its section PROJECTS")
    }

    private mutating func readProjects() throws(InputFault) -> ([String], [PollProject]) {
        let columns = try header(of: .projects)
        guard let id = columns.firstIndex(of: "project_id"), let cost = columns.firstIndex(of: "cost") else {
            throw InputFault("PROJECTS needs the columns project_id and cost", line: lines.number)
        }
        let others = columns.indices.filter { $0 != id && $0 != cost }
        var projects: [PollProject] = []
        var seen: Set<[UInt8]> = []
        while let row = try lines.next() {
            if let section = section(row) {
                guard section == .votes else {
                    throw InputFault("\(section.rawValue) stands twice", line: lines.number)
                }
                return (others.map { columns[$0] }, projects)
            }
            let cells = try fitted(try cells(row), to: columns.count, atLeast: max(id, cost) + 1)
            if let fault = PollLimits.fault(ofID: cells[id]) { throw InputFault(fault, line: lines.number) }
            guard seen.insert(Array(cells[id].utf8)).inserted else {
                throw InputFault("project \(shown(cells[id])) stands twice", line: lines.number)
            }
            guard let number = PollNumber(cells[cost].utf8) else {
                throw InputFault("the cost \(shown(cells[cost])) \(PollNumber.fault)", line: lines.number)
            }
            let fields = others.map { cells[$0] }
            projects.append(PollProject(id: cells[id], cost: number.rational, fields: fields))
            if projects.count > limits.projects {
                throw InputFault("more than \(limits.projects) projects", line: lines.number)
            }
        }
        throw InputFault("the file ends before its section VOTES")
    }

    /// The row's cells, as many as there are columns: empty ones are added or dropped at its end.
    private func fitted(_ cells: [String], to count: Int, atLeast least: Int) throws(InputFault) -> [String] {
        guard cells.count >= least, cells.dropFirst(count).allSatisfy(\.isEmpty) else {
            throw InputFault("expected \(count) cells, not \(cells.count)", line: lines.number)
        }
        return Array(cells.prefix(count)) + Array(repeating: "", count: max(0, count - cells.count))
    }

    private mutating func readVotes(
        _ columns: [String], kind: BallotKind, projects: [PollProject]
    ) throws(InputFault) -> (Ballots, [Range<Int32>]) {
        var reader = try VoteReader(
            bytes, columns: columns, kind: kind, index: ProjectIndex(projects.map(\.id)), line: lines.number)
        reader.reserve(lines.left)
        while let row = try lines.next() {
            if let section = section(row) {
                throw InputFault("\(section.rawValue) stands twice", line: lines.number)
            }
            try reader.read(row, line: lines.number)
            if reader.count > limits.voters {
                throw InputFault("more than \(limits.voters) votes", line: lines.number)
            }
        }
        return (try reader.ballots(), reader.rows)
    }
}
