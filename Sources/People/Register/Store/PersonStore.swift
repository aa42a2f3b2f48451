import Actions
public import Sealing
public import Storage
public import Values

/// People of the register as they are stored.
public enum PersonStore {
    static let columns: SQL =
        """
        p.id, p.community, p.name, p.name_sealed, p.sex, p.born, p.died, p.source, p.phone IS NOT NULL,
        p.identity IS NOT NULL, p.merged_into, p.sort_key
        """

    /// Writes a person down; a child's name is sealed.
    static func insert(
        _ id: Identifier, _ new: NewPerson, isChild: Bool, arriving: Identifier?, in work: Work
    ) throws {
        let key = try work.newKey(of: id)
        let sortKey = SortKey.person(new.name)
        let sealedName = isChild ? try key.seal(new.name, context: RegisterKeys.name(id)) : nil
        let phone = try new.phone.map { try key.seal($0.digits, context: RegisterKeys.phone(id)) }
        let identity = try new.identity.map { try key.seal($0.text, context: RegisterKeys.identity(id)) }
        try work.database.run(
            """
            INSERT INTO person (community, id, name, name_sealed, sort_key, sex, born, died, phone,
            phone_token, identity, identity_token, arriving, source, made)
            VALUES (\(work.community), \(id), \(isChild ? "" : new.name), \(sealedName),
            \(isChild ? "" : sortKey), \(new.sex.rawValue), \(new.born.description),
            \(new.died?.description), \(phone), \(new.phone.map { RegisterKeys.token($0, work.keys) }),
            \(identity), \(new.identity.map { RegisterKeys.token($0, work.keys) }), \(arriving),
            \(new.source.rawValue), \(work.now))
            """)
        index(id, name: new.name, isChild: isChild, in: work)
    }

    /// The day of death.
    static func end(_ id: Identifier, on day: Day, in work: Work) throws {
        try work.database.run(
            """
            UPDATE person SET died = \(day.description)
            WHERE community = \(work.community) AND id = \(id)
            """)
    }

    /// Another name, sealed where it is a child's.
    static func rename(
        _ person: RegisteredPerson, to name: String, isChild: Bool, in work: Work
    ) throws {
        let sortKey = SortKey.person(name)
        let sealed =
            isChild ? try work.key(of: person.id).seal(name, context: RegisterKeys.name(person.id)) : nil
        try work.database.run(
            """
            UPDATE person SET name = \(isChild ? "" : name), name_sealed = \(sealed),
            sort_key = \(isChild ? "" : sortKey)
            WHERE community = \(work.community) AND id = \(person.id)
            """)
        index(person.id, name: name, isChild: isChild, in: work)
    }

    /// Another birthday; whether the name is sealed follows from it.
    static func set(born: Day, of person: RegisteredPerson, isChild: Bool, in work: Work) throws {
        try work.database.run(
            """
            UPDATE person SET born = \(born.description)
            WHERE community = \(work.community) AND id = \(person.id)
            """)
        try rename(person, to: person.name, isChild: isChild, in: work)
    }

    static func set(sex: Sex, of id: Identifier, in work: Work) throws {
        try work.database.run(
            """
            UPDATE person SET sex = \(sex.rawValue) WHERE community = \(work.community) AND id = \(id)
            """)
    }

    static func set(phone: Phone?, of id: Identifier, in work: Work) throws {
        let sealed = try phone.map {
            try work.key(of: id).seal($0.digits, context: RegisterKeys.phone(id))
        }
        try work.database.run(
            """
            UPDATE person SET phone = \(sealed),
            phone_token = \(phone.map { RegisterKeys.token($0, work.keys) })
            WHERE community = \(work.community) AND id = \(id)
            """)
    }

    static func set(identity: IdentityNumber?, of id: Identifier, in work: Work) throws {
        let sealed = try identity.map {
            try work.key(of: id).seal($0.text, context: RegisterKeys.identity(id))
        }
        try work.database.run(
            """
            UPDATE person SET identity = \(sealed),
            identity_token = \(identity.map { RegisterKeys.token($0, work.keys) })
            WHERE community = \(work.community) AND id = \(id)
            """)
    }

    static func index(_ id: Identifier, name: String, isChild: Bool, in work: Work) {
        work.database.index(
            WordDocument(
                community: work.community, kind: "person", object: id,
                words: PersonWords.document(name, isChild: isChild, work.keys)))
    }

    /// Whose the identity number is, among those who were not merged away.
    static func holder(
        of number: IdentityNumber, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Identifier? {
        try reading.first(
            """
            SELECT id FROM person WHERE community = \(community)
            AND identity_token IN \(list: RegisterKeys.tokens(number, keys)) AND merged_into IS NULL
            ORDER BY id LIMIT 1
            """
        ) { try $0.identifier(0) }
    }

    /// Which of the numbers are somebody's.
    static func known(
        _ numbers: [IdentityNumber], in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Set<IdentityNumber> {
        let tokens = Dictionary(
            numbers.flatMap { number in RegisterKeys.tokens(number, keys).map { ($0, number) } }
        ) { first, _ in first }
        let found = try reading.all(
            """
            SELECT identity_token FROM person WHERE community = \(community)
            AND identity_token IN \(list: tokens.keys.sorted { $0.lexicographicallyPrecedes($1) })
            AND merged_into IS NULL ORDER BY identity_token, id LIMIT 20000
            """
        ) { $0.bytes(0) }
        return Set(found.compactMap { tokens[$0] })
    }

    /// The last stay of each: where somebody is, or was before they left.
    static let lastStay: SQL =
        """
        (SELECT h.path FROM residence r
        JOIN household h ON h.community = r.community AND h.id = r.household
        WHERE r.community = p.community AND r.person = p.id
        ORDER BY CASE WHEN r.until IS NULL THEN 0 ELSE 1 END, r.since DESC, r.id LIMIT 1)
        """

    public static func person(
        _ id: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> RegisteredPerson? {
        try reading.first(
            """
            SELECT \(columns), \(lastStay) FROM person p
            WHERE p.community = \(community) AND p.id = \(id) AND \(ArrivedPeople.isSeen("p"))
            AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.community = p.community AND e.person = p.id)
            """
        ) { try decode($0, keys, reading) }
    }

    /// Whether somebody's data were erased: their row is counted, and shown to nobody.
    static func isErased(_ id: Identifier, in community: Identifier, _ reading: any Reading) throws -> Bool {
        try reading.exists(
            "SELECT 1 FROM erasure WHERE community = \(community) AND person = \(id)")
    }

    /// Somebody of the register whom pages may show.
    ///
    /// - Throws: ``PrivacyRefusal/erased``, ``RegisterRefusal/personNotFound``.
    static func shown(
        _ id: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> RegisteredPerson {
        if let person = try person(id, in: community, keys, reading) { return person }
        if try isErased(id, in: community, reading) { throw PrivacyRefusal.erased }
        throw RegisterRefusal.personNotFound
    }

    /// Reads a row of `columns` and the path of the last stay; opens a sealed name.
    static func decode(_ row: any Row, _ keys: KeyRing, _ reading: any Reading) throws -> RegisteredPerson {
        let id = try row.identifier(0), community = try row.identifier(1)
        let sealed = row.optionalBytes(3)
        let name = try sealed.map {
            try open($0, RegisterKeys.name(id), of: id, in: community, keys, reading)
        }
        return RegisteredPerson(
            id: id, community: community, name: (name ?? row.text(2)) ?? "", sex: try row.choice(4),
            born: try row.day(5), died: try row.optionalDay(6), source: try row.choice(7),
            hasPhone: row.flag(8), hasIdentity: row.flag(9), mergedInto: try row.optionalIdentifier(10),
            path: PlacePath(text: row.optionalText(12) ?? "/"))
    }

    /// What is sealed under the person's key; nil where the key was destroyed.
    static func open(
        _ sealed: [UInt8], _ context: String, of person: Identifier, in community: Identifier,
        _ keys: KeyRing, _ reading: any Reading
    ) throws -> String? {
        guard let key = try reading.key(of: person, in: community, keys) else { return nil }
        return try key.openText(sealed, context: context)
    }

    /// The telephone number, opened.
    static func phone(
        of id: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Phone? {
        let sealed =
            try reading.first(
                "SELECT phone FROM person WHERE community = \(community) AND id = \(id)"
            ) { $0.optionalBytes(0) } ?? nil
        return try sealed.flatMap {
            try open($0, RegisterKeys.phone(id), of: id, in: community, keys, reading)
        }
        .map { try Phone($0) }
    }

    /// The identity number, opened.
    static func identity(
        of id: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> IdentityNumber? {
        let sealed =
            try reading.first(
                "SELECT identity FROM person WHERE community = \(community) AND id = \(id)"
            ) { $0.optionalBytes(0) } ?? nil
        return try sealed.flatMap {
            try open($0, RegisterKeys.identity(id), of: id, in: community, keys, reading)
        }.map { try IdentityNumber($0) }
    }
}

extension Row {
    /// A day that was written as ISO text.
    ///
    /// - Throws: ``StorageFault/unreadable`` for anything else.
    func day(_ column: Int) throws -> Day {
        guard let day = Day(text(column)) else { throw StorageFault.unreadable("day: \(text(column))") }
        return day
    }

    func optionalDay(_ column: Int) throws -> Day? { isNull(column) ? nil : try day(column) }

    func period(_ column: Int) throws -> Period {
        Period(since: try day(column), until: try optionalDay(column + 1))
    }
}
