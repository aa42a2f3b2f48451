import Actions
import People
import Storage
import Values

extension Work {
    /// An import of this community, with the path of the node that holds it.
    func batch(_ id: Identifier) throws -> ImportBatch {
        let top = try NeedFigures.top(of: community, database)
        guard let batch = try ImportStore.batch(id, in: community, top, database) else {
            throw ImportRefusal.noSuchBatch
        }
        return batch
    }
}

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
            columns: columns,
            state: .staging, rows: rows, staged: 0, checked: 0, faults: 0, known: 0, brought: 0,
            made: work.now,
            madeBy: work.actor.account, madeByName: work.actor.name, adopted: nil)
        try ImportStore.insert(batch, hash: hash, in: work.community, work.database)
        _ = try work.key(of: batch.id)
        return batch.id
    }

    func object(of subject: PlacePath, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// A few rows of a file are laid down, sealed.
struct StageRows: Action {
    static let name = "import.stage"
    static let right = ImportRights.use

    let batch: Identifier
    let rows: [ImportRow]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

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

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// It is said anew which column holds what; every row must be looked through again.
struct MatchColumns: Action {
    static let name = "import.match"
    static let right = ImportRights.use

    let batch: Identifier
    let columns: [String: Int]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard Set(columns.values).count == columns.count,
            columns.values.allSatisfy(subject.header.indices.contains),
            subject.kind.columns.allSatisfy({ !$0.isRequired || columns[$0.key] != nil })
        else { throw ImportRefusal.columnMissing }
        var changed = subject
        changed.columns = columns
        (changed.checked, changed.faults, changed.known) = (0, 0, 0)
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// What a look at a few rows found is written beside them.
struct MarkRows: Action {
    static let name = "import.mark"
    static let right = ImportRights.use

    let batch: Identifier
    let rows: [CheckedRow]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        for row in rows { try ImportStore.mark(row, of: batch, in: work.community, work.database) }
        var changed = subject
        changed.checked += rows.count
        changed.faults += rows.count { !$0.faults.isEmpty }
        changed.known += rows.count { $0.faults.isEmpty && $0.isKnown }
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Rows begin to become what they will be, unseen.
struct BeginAdoption: Action {
    static let name = "import.begin"
    static let right = ImportRights.use

    let batch: Identifier

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        if subject.state == .bringing { return Done() }
        guard subject.state == .staged else { throw ImportRefusal.notOpen }
        guard subject.isChecked else { throw ImportRefusal.notChecked }
        guard subject.faults == 0 else { throw ImportRefusal.hasFaults }
        var changed = subject
        changed.state = .bringing
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Everything that an import brought is seen from this moment on.
struct AdoptBatch: Action {
    static let name = "import.adopt"
    static let right = ImportRights.use

    let batch: Identifier

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing else { throw ImportRefusal.notOpen }
        switch subject.kind {
        case .needs: try ArrivalStore.showNeeds(of: batch, below: subject.path, in: work)
        case .resources: try ArrivalStore.showResources(of: batch, below: subject.path, in: work)
        case .people: try RegisterArrivals.show(of: batch, in: work)
        }
        var changed = subject
        changed.state = .adopted
        changed.adopted = work.now
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Up to a chunk of an import's rows goes, and what they brought unseen; after an adoption only the rows.
///
/// Nothing of a file is kept once it is adopted or given up but the marks of its rows.
struct ClearRows: Action {
    static let name = "import.clear"
    static let right = ImportRights.use

    let batch: Identifier

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    /// How many rows went; 0 where none are left.
    func run(on subject: ImportBatch, in work: Work) throws -> Int {
        if subject.state != .adopted {
            try ArrivalStore.remove(subject, most: ImportRun.chunk, in: work)
            if subject.state != .discarded {
                var changed = subject
                changed.state = .discarded
                try ImportStore.update(changed, in: work.community, work.database)
            }
        }
        return try ImportStore.removeRows(of: batch, most: ImportRun.chunk, in: work.community, work.database)
    }

    func object(of subject: ImportBatch, _ answer: Int, in work: Work) -> Identifier { subject.id }
}
