import Actions
public import Sealing
public import Storage
public import Values

/// Writes the register's keyed hashes anew, some hundred people at a time, while the root that they are drawn
/// from is exchanged.
public enum RegisterTokens {
    /// Renews the hashes of the people behind `last`; the last one looked at, nil at the end.
    ///
    /// What cannot be opened any more keeps the hashes that it has: see ``KeyInventory``.
    public static func renewPeople(
        after last: Identifier?, limit: Int, in community: Identifier, _ keys: KeyRing, _ writing: any Writing
    ) throws -> (last: Identifier?, renewed: Int) {
        let people = try writing.all(
            """
            SELECT id, name_sealed, phone, phone_token, identity, identity_token FROM person
            WHERE community = \(community) AND id > \(last ?? Identifier(high: 0, low: 0))
            ORDER BY id LIMIT \(limit)
            """
        ) { row in
            Sealed(
                id: try row.identifier(0), name: row.optionalBytes(1), phone: row.optionalBytes(2),
                phoneToken: row.optionalBytes(3), identity: row.optionalBytes(4),
                identityToken: row.optionalBytes(5))
        }
        var renewed = 0
        for person in people {
            guard let key = try? writing.key(of: person.id, in: community, keys) else { continue }
            if try renew(person, key, in: community, keys, writing) { renewed += 1 }
        }
        return (people.count < limit ? nil : people.last?.id, renewed)
    }

    private struct Sealed {
        let id: Identifier
        let name: [UInt8]?
        let phone: [UInt8]?
        let phoneToken: [UInt8]?
        let identity: [UInt8]?
        let identityToken: [UInt8]?
    }

    private static func renew(
        _ person: Sealed, _ key: SubjectKey, in community: Identifier, _ keys: KeyRing,
        _ writing: any Writing
    ) throws -> Bool {
        let phone = try person.phone.map {
            RegisterKeys.token(
                try Phone(key.openText($0, context: RegisterKeys.phone(person.id))), keys)
        }
        let identity = try person.identity.map {
            RegisterKeys.token(
                try IdentityNumber(key.openText($0, context: RegisterKeys.identity(person.id))), keys)
        }
        let isNew = phone != person.phoneToken || identity != person.identityToken
        if isNew {
            try writing.run(
                """
                UPDATE person SET phone_token = \(phone), identity_token = \(identity)
                WHERE community = \(community) AND id = \(person.id)
                """)
        }
        guard let sealed = person.name else { return isNew }
        let name = try key.openText(sealed, context: RegisterKeys.name(person.id))
        writing.index(
            WordDocument(
                community: community, kind: "person", object: person.id,
                words: PersonWords.document(name, isChild: true, keys)))
        return true
    }

    /// Renews the hashes of the memberships behind `last`.
    public static func renewMembers(
        after last: Identifier?, limit: Int, in community: Identifier, _ keys: KeyRing, _ writing: any Writing
    ) throws -> (last: Identifier?, renewed: Int) {
        let codes = try GroupStore.everyCode(in: community, writing)
        let byToken = Dictionary(
            codes.flatMap { code in RegisterKeys.tokens(group: code, keys).map { ($0, code) } }
        ) { first, _ in first }
        let rows = try writing.all(
            """
            SELECT id, code, person FROM group_member
            WHERE community = \(community) AND id > \(last ?? Identifier(high: 0, low: 0))
            ORDER BY id LIMIT \(limit)
            """
        ) { (id: try $0.identifier(0), code: $0.bytes(1), person: $0.bytes(2)) }
        var renewed = 0
        for row in rows {
            guard let code = byToken[row.code], row.code != RegisterKeys.token(group: code, keys),
                let person = try? GroupStore.opened(row.person, of: row.id, keys)
            else { continue }
            try writing.run(
                """
                UPDATE group_member SET code = \(RegisterKeys.token(group: code, keys)),
                who = \(RegisterKeys.pseudonym(person, in: code, keys))
                WHERE community = \(community) AND id = \(row.id)
                """)
            renewed += 1
        }
        return (rows.count < limit ? nil : rows.last?.id, renewed)
    }

    /// The box of a membership under the master that seals now; nil where it stands there already.
    ///
    /// - Throws: ``SealingFault`` where no key opens it.
    public static func resealed(
        _ box: [UInt8], of membership: Identifier, _ keys: KeyRing
    ) throws -> [UInt8]? {
        try keys.resealed(box, .register, context: RegisterKeys.member(membership))
    }

    /// How the box of a membership stands to the masters.
    public static func standing(
        of box: [UInt8], _ membership: Identifier, _ keys: KeyRing
    ) -> KeyRing.Standing {
        keys.standing(of: box, .register, context: RegisterKeys.member(membership))
    }
}

extension GroupStore {
    /// The code of every group that a community has or had.
    static func everyCode(in community: Identifier, _ reading: any Reading) throws -> [String] {
        let own = try reading.all(
            "SELECT code FROM special_group WHERE community = \(community) ORDER BY code LIMIT 1000"
        ) { $0.text(0) }
        return Array(Set(own + SpecialGroup.shipped.map(\.code))).sorted()
    }
}
