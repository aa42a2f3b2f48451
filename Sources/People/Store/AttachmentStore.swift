public import Actions
public import Imaging
public import Sealing
public import Storage
public import Values

/// What is known of a picture beside its bytes.
public struct Attachment: Sendable, Codable {
    public let id: Identifier
    public let width: Int
    public let height: Int
    /// Whether a worker let the public see it.
    public let isReleased: Bool
}

/// The object that a picture belongs to: whoever may see that may see the picture.
public struct AttachmentOwner: Sendable, Hashable {
    /// As `need`.
    public let kind: String
    public let id: Identifier

    public init(_ kind: StaticString, _ id: Identifier) {
        self.kind = "\(kind)"
        self.id = id
    }
}

/// Pictures, made anew, sealed under their subject's key and read only through the check of their owner.
public enum AttachmentStore {
    /// What of a picture is wanted.
    public enum Size: Sendable { case whole, thumbnail }

    private static func context(_ id: Identifier, _ size: Size) -> String {
        "attachment.\(size == .whole ? "sealed" : "thumbnail") \(id)"
    }

    /// The owner's pictures in the order in which they came; `releasedOnly` for the public.
    public static func list(
        of owner: AttachmentOwner, in community: Identifier, releasedOnly: Bool, _ reading: any Reading
    ) throws -> [Attachment] {
        try reading.all(
            """
            SELECT id, width, height, released FROM attachment
            WHERE community = \(community) AND owner_kind = \(owner.kind) AND owner = \(owner.id)
            AND (\(releasedOnly) = 0 OR released IS NOT NULL) ORDER BY id LIMIT 20
            """
        ) {
            Attachment(
                id: try $0.identifier(0), width: $0.int(1), height: $0.int(2), isReleased: !$0.isNull(3))
        }
    }

    /// Opens a picture once its owner's check has passed.
    ///
    /// - Parameters: `check`: is given the owner and whether the picture was released; throws as its page.
    /// - Throws: ``PeopleRefusal/attachmentGone`` for one that is not there or whose key was destroyed.
    public static func open(
        _ id: Identifier, _ size: Size, in community: Identifier, _ keys: KeyRing, _ reading: any Reading,
        check: (AttachmentOwner, Bool) throws -> Void
    ) throws -> [UInt8] {
        let known = try reading.first(
            """
            SELECT subject, owner_kind, owner, released FROM attachment
            WHERE community = \(community) AND id = \(id)
            """
        ) { (try $0.identifier(0), $0.text(1), try $0.identifier(2), !$0.isNull(3)) }
        guard let (subject, kind, owner, isReleased) = known else { throw PeopleRefusal.attachmentGone }
        try check(AttachmentOwner(kind: kind, id: owner), isReleased)
        let bytes: SQL = size == .whole ? "sealed" : "thumbnail"
        let sealed = try reading.first(
            "SELECT \(bytes) FROM attachment WHERE community = \(community) AND id = \(id)"
        ) { $0.bytes(0) }
        guard let sealed, let key = try reading.key(of: subject, in: community, keys) else {
            throw PeopleRefusal.attachmentGone
        }
        return try key.open(sealed, context: context(id, size))
    }

    /// Keeps a picture within an action; it stays private until released.
    public static func put(
        _ photo: Photo, subject: Identifier, owner: AttachmentOwner, in work: Work
    ) throws -> Identifier {
        let id = work.newIdentifier()
        let key = try work.key(of: subject)
        let whole = try key.seal(photo.jpeg, context: context(id, .whole))
        let small = try key.seal(photo.thumbnail, context: context(id, .thumbnail))
        try work.database.run(
            """
            INSERT INTO attachment (community, id, subject, owner_kind, owner, media, width, height, size,
            sealed, thumbnail, made)
            VALUES (\(work.community), \(id), \(subject), \(owner.kind), \(owner.id), 'image/jpeg',
            \(photo.width), \(photo.height), \(photo.jpeg.count), \(whole), \(small), \(work.now))
            """)
        return id
    }

    /// Lets the public see a picture, or takes it back.
    public static func release(
        _ id: Identifier, of owner: AttachmentOwner, _ isReleased: Bool, in work: Work
    ) throws {
        let at = isReleased ? work.now : nil
        let changed = try work.database.run(
            """
            UPDATE attachment SET released = \(at) WHERE community = \(work.community) AND id = \(id)
            AND owner_kind = \(owner.kind) AND owner = \(owner.id)
            """)
        guard changed == 1 else { throw PeopleRefusal.attachmentGone }
    }
}

extension AttachmentOwner {
    fileprivate init(kind: String, id: Identifier) {
        self.kind = kind
        self.id = id
    }
}
