import Actions
import People
import Storage
import Values

/// A new import begins: its file is known, its rows come after.
struct OpenBatch: Action {
    static let name = "import.open"
    static let right = ImportRights.use

    let kind: ImportKind
    let fileName: String
    let hash: [UInt8]
    let header: [String]
    let columns: [String: Int]
    let rows: Int

    func subject(in work: Work) throws -> PlacePath { try NeedFigures.top(of: work.community, work.database) }

    func run(on subject: PlacePath, in work: Work) throws -> Identifier {
        if kind == .people { try work.require(RegisterRights.change, on: subject) }
        if try ImportStore.isOnItsWay(hash, kind, in: work.community, work.database) {
            throw ImportRefusal.sameFileOnItsWay
        }
        let batch = ImportBatch(
            id: work.newIdentifier(), path: subject, kind: kind, fileName: fileName, header: header,
            columns: columns, state: .staging, rows: rows, made: work.now, madeBy: work.actor.account,
            madeByName: work.actor.name)
        try ImportStore.insert(batch, hash: hash, in: work.community, work.database)
        _ = try work.key(of: batch.id)
        return batch.id
    }

    func object(of subject: PlacePath, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// A few rows of a file are laid down, sealed.
struct StageRows: BatchAction {
    static let name = "import.stage"

    let batch: Identifier
    let rows: [ImportRow]

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staging else { throw ImportRefusal.notOpen }
        guard rows.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        let key = try work.key(of: batch)
        for row in rows { try ImportStore.stage(row, of: batch, key, in: work.community, work.database) }
        var changed = subject
        changed.staged += rows.count
        if changed.staged >= changed.rows { changed.state = .staged }
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// It is said anew which column holds what; every row must be looked through again.
///
/// What each heading means is remembered for the next file of this kind.
struct MatchColumns: BatchAction {
    static let name = "import.match"

    let batch: Identifier
    let columns: [String: Int]

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard Set(columns.values).count == columns.count,
            columns.values.allSatisfy(subject.header.indices.contains),
            subject.kind.columns.allSatisfy({ !$0.isRequired || columns[$0.key] != nil })
        else { throw ImportRefusal.columnMissing }
        var changed = subject
        changed.columns = columns
        (changed.checked, changed.faults, changed.known) = (0, 0, 0)
        (changed.changed, changed.homes) = (0, 0)
        try ImportStore.update(changed, in: work.community, work.database)
        let meanings = Dictionary(columns.map { ($0.value, $0.key) }) { first, _ in first }
        for (index, heading) in subject.header.enumerated() where !heading.isEmpty {
            try HeadingStore.remember(
                heading, as: meanings[index] ?? "", subject.kind, in: work.community, work.database)
        }
        return Done()
    }
}

/// What a look at a few rows found is written beside them.
struct MarkRows: BatchAction {
    static let name = "import.mark"

    let batch: Identifier
    let rows: [CheckedRow]
    /// Whether these rows were looked at before, so that all are counted again.
    var isAgain = false

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard rows.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        let key = try work.key(of: batch)
        for row in rows { try ImportStore.mark(row, of: batch, key, in: work.community, work.database) }
        var changed = subject
        if isAgain {
            try ImportStore.recount(&changed, in: work.community, work.database)
        } else {
            changed.checked += rows.count
            changed.faults += rows.count { !$0.faults.isEmpty }
            changed.known += rows.count { $0.isGood && $0.isKnown }
            changed.changed += rows.count { $0.isGood && !$0.isKnown && $0.person != nil }
            changed.homes += rows.count { $0.isGood && !$0.isKnown && $0.needsHome }
        }
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// Rows are mended: other cells for some, others left out.
struct MendRows: BatchAction {
    static let name = "import.mend"

    let batch: Identifier
    let rows: [MendedRow]
    /// Columns that the file did not have and a mended row has.
    var adding: [String] = []

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard rows.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        let key = try work.key(of: batch)
        for row in rows { try ImportStore.mend(row, of: batch, key, in: work.community, work.database) }
        var changed = subject
        for column in subject.kind.columns
        where adding.contains(column.key) && changed.columns[column.key] == nil {
            changed.columns[column.key] = changed.header.count
            changed.header.append(column.name.chinese)
        }
        try ImportStore.recount(&changed, in: work.community, work.database)
        guard changed.rows > 0 else { throw ImportRefusal.noRows }
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// Rows begin to become what they will be, unseen.
struct BeginAdoption: BatchAction {
    static let name = "import.begin"

    let batch: Identifier

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        if subject.state == .bringing || subject.state == .changing { return Done() }
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard subject.isChecked else { throw ImportRefusal.notChecked }
        guard subject.faults == 0 else { throw ImportRefusal.hasFaults }
        var changed = subject
        changed.state = .bringing
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// Everything new that an import brought is seen from this moment on.
struct AdoptBatch: BatchAction {
    static let name = "import.adopt"

    let batch: Identifier

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing else { throw ImportRefusal.notOpen }
        switch subject.kind {
        case .needs: try ArrivalStore.showNeeds(of: batch, below: subject.path, in: work)
        case .resources: try ArrivalStore.showResources(of: batch, below: subject.path, in: work)
        case .people: try RegisterArrivals.show(of: batch, in: work)
        }
        var changed = subject
        changed.state = subject.changed > 0 ? .changing : .adopted
        changed.adopted = work.now
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// The mark goes off some of the rows of an adopted import, which everybody sees already; their figures are
/// carried over.
struct LiftMarks: BatchAction {
    static let name = "import.lift-marks"
    /// People, households and figures each.
    static let most = ImportRun.chunk

    let batch: Identifier

    /// How many rows that were; 0 where none are left.
    func run(on subject: ImportBatch, in work: Work) throws -> Int {
        guard [.adopted, .changing, .undoing].contains(subject.state), subject.kind == .people else {
            throw ImportRefusal.notOpen
        }
        return try RegisterArrivals.lift(of: batch, most: Self.most, in: work)
    }
}

/// Up to a chunk of an import's rows goes, and what they brought unseen; after an adoption only the rows.
///
/// Nothing of a file is kept once it is adopted or given up but the marks of its rows, and for a month what
/// each did to the register.
struct ClearRows: BatchAction {
    static let name = "import.clear"

    let batch: Identifier

    /// How many rows went; 0 where none are left.
    func run(on subject: ImportBatch, in work: Work) throws -> Int {
        if ![.adopted, .undone].contains(subject.state) {
            guard [.staging, .staged, .bringing, .discarded].contains(subject.state) else {
                throw ImportRefusal.notOpen
            }
            try ArrivalStore.remove(subject, most: ImportRun.chunk, in: work)
            if subject.state != .discarded {
                var changed = subject
                changed.state = .discarded
                try ImportStore.update(changed, in: work.community, work.database)
            }
        }
        let gone = try ImportStore.removeRows(
            of: batch, most: ImportRun.chunk, in: work.community, work.database)
        guard gone == 0 else { return gone }
        let dropped =
            subject.kind == .people && subject.state == .discarded
            ? try RegisterArrivals.dropFigures(of: batch, most: LiftMarks.most, in: work) : 0
        guard dropped == 0 else { return dropped }
        if [.adopted, .undone].contains(subject.state) {
            return try ArrivalStore.forgetPlaces(of: batch, in: work)
        }
        return try ArrivalStore.closePlaces(of: batch, most: UndoRows.most, in: work)
    }
}

/// The file's words go out of up to a chunk of an adopted import's rows, and those go that did nothing.
struct StripRows: BatchAction {
    static let name = "import.strip"

    let batch: Identifier
    let after: Int

    /// The last row that was looked at; 0 where none are left.
    func run(on subject: ImportBatch, in work: Work) throws -> Int {
        guard subject.state == .adopted else { throw ImportRefusal.notOpen }
        return try ImportStore.stripRows(
            of: batch, after: after, most: ImportRun.chunk, in: work.community, work.database)
    }
}
