public import Actions
public import People
public import Sealing
public import Storage
public import Values

/// The pictures of needs, opened by the same sight as the needs themselves.
public enum NeedPictures {
    /// What of a need's pictures the actor may look at, in the order they came.
    public static func list(
        of need: Need, by actor: Actor, _ rights: Rights, _ reading: any Reading
    ) throws -> [Attachment] {
        let sight = NeedSight.of(need, by: actor, rights)
        guard sight >= .anyone else { return [] }
        return try AttachmentStore.list(
            of: need.pictures, in: need.community, releasedOnly: !sight.seesWords, reading)
    }

    /// A picture of a need, as JPEG.
    ///
    /// - Throws: ``GroundRefusal/notFound`` where the actor may not see it, as if it were not there.
    public static func open(
        _ picture: Identifier, _ size: AttachmentStore.Size, of need: Need, by actor: Actor,
        _ house: PictureKeys,
        _ reading: any Reading
    ) throws -> [UInt8] {
        let sight = NeedSight.of(need, by: actor, house.rights)
        return try AttachmentStore.open(picture, size, in: need.community, house.keys, reading) {
            owner, released in
            guard owner == need.pictures, sight.seesPicture(released: released) else {
                throw GroundRefusal.notFound
            }
        }
    }

    /// With what a picture is checked and unsealed.
    public struct PictureKeys: Sendable {
        let rights: Rights
        let keys: KeyRing

        public init(_ rights: Rights, _ keys: KeyRing) {
            self.rights = rights
            self.keys = keys
        }
    }
}
