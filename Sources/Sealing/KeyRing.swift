import Crypto
import Synchronization
import Values

/// The keys of the house: a master that seals, and roots that what is found again is drawn from.
///
/// Shape: each root is 32 random bytes; each purpose's key is 32 bytes by HKDF-SHA256. A ring that was read
/// from a directory takes up a key that comes there while it is in use. Source: RFC 5869.
public struct KeyRing: Sendable {
    /// What a key serves for. The raw value enters the derivation, so a released one never changes.
    public enum Purpose: String, Sendable, CaseIterable {
        case needSecret = "need-secret"
        case cookie
        case csrf
        case subjectKey = "subject-key"
        case commitment
        case attachment
        case keyedToken = "keyed-token"
        case personalToken = "personal-token"
        case oneTimeCode = "one-time-code"
        case register
    }

    /// The number of bytes of a master key.
    public static let length = 32

    private let shelf: KeyShelf

    /// Takes a master key. Refuses: any length but 32 bytes.
    public init(master: [UInt8]) throws(KeyFault) {
        shelf = KeyShelf(KeySet(master: try KeyRoot(master)), folder: nil)
    }

    /// Keys that stand in a directory.
    init(folder: KeyFolder) throws(KeyFault) {
        shelf = KeyShelf(try folder.load(), folder: folder)
    }

    init(_ roots: KeySet) { shelf = KeyShelf(roots, folder: nil) }

    var roots: KeySet { shelf.roots }

    /// Takes up what changed in the directory; nothing for a ring that has none.
    public func refresh() throws(KeyFault) { try shelf.refresh() }

    /// A keyed hash of the bytes, for looking up what is stored sealed (HMAC-SHA256, 32 bytes).
    public func token(_ purpose: Purpose, _ bytes: some Sequence<UInt8>) -> [UInt8] {
        let roots = roots
        let root = purpose == .register ? roots.register.first ?? roots.finding : roots.finding
        return Self.token(root, purpose, Array(bytes))
    }

    /// The hashes under which the same bytes may stand while the root of the register's tokens is exchanged,
    /// the newest first.
    public func tokens(_ purpose: Purpose, _ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        let roots = roots, bytes = Array(bytes)
        let all = purpose == .register ? roots.register : [roots.finding]
        return all.map { Self.token($0, purpose, bytes) }
    }

    private static func token(_ root: KeyRoot, _ purpose: Purpose, _ bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: root.key(for: purpose)))
    }

    /// A keyed commitment of a record's value that is about no person (HMAC-SHA256, 32 bytes).
    ///
    /// A value about a person is committed under that person's key, see `SubjectKey.commit`: once that key is
    /// destroyed nobody can try guesses against the commitment, not even the keeper of the master key.
    public func commit(_ bytes: some Sequence<UInt8>, context: String) -> [UInt8] {
        token(.commitment, Framing.join(context, bytes))
    }
}

extension KeyRing {
    /// Seals bytes under a purpose's key (AES-256-GCM). The context names the row, and is asked for again to
    /// open.
    public func seal(
        _ bytes: [UInt8], _ purpose: Purpose, context: String
    ) throws(SealingFault) -> [UInt8] {
        try Box.seal(bytes, roots.masters[0].key(for: purpose), Array(context.utf8))
    }

    /// Opens what `seal` made. Refuses: a box that is damaged or was sealed for another purpose or context.
    public func open(
        _ box: [UInt8], _ purpose: Purpose, context: String
    ) throws(SealingFault) -> [UInt8] {
        try openAny(box, purpose, Array(context.utf8)).bytes
    }

    /// Wraps a subject's key for storage; it opens for the same subject alone.
    public func wrap(_ key: SubjectKey, for subject: Identifier) throws(SealingFault) -> [UInt8] {
        try Box.seal(key.bytes, roots.masters[0].key(for: .subjectKey), subject.bytes)
    }

    /// Reads a subject's wrapped key. Refuses: `keyGone` where it was destroyed (nil or empty), `damaged`
    /// otherwise.
    public func unwrap(_ wrapped: [UInt8]?, for subject: Identifier) throws(SealingFault) -> SubjectKey {
        guard let wrapped, !wrapped.isEmpty else { throw .keyGone }
        return try SubjectKey(bytes: openAny(wrapped, .subjectKey, subject.bytes).bytes)
    }

    /// Under which of the masters a box opens; a key that came into the directory meanwhile is taken up.
    private func openAny(
        _ box: [UInt8], _ purpose: Purpose, _ associated: [UInt8]
    ) throws(SealingFault) -> (bytes: [UInt8], isCurrent: Bool) {
        if let found = Self.opened(box, purpose, associated, roots) { return found }
        guard shelf.refreshAfterMiss(), let found = Self.opened(box, purpose, associated, roots) else {
            throw .damaged
        }
        return found
    }

    private static func opened(
        _ box: [UInt8], _ purpose: Purpose, _ associated: [UInt8], _ roots: KeySet
    ) -> (bytes: [UInt8], isCurrent: Bool)? {
        for (index, master) in roots.masters.enumerated() {
            if let bytes = try? Box.open(box, master.key(for: purpose), associated) {
                return (bytes, index == 0)
            }
        }
        return nil
    }
}

extension KeyRing {
    /// Short names of the masters, the one that seals first; they tell nothing of the keys.
    public var fingerprints: [String] { roots.masters.map(\.fingerprint) }

    /// How a stored box stands to the masters.
    public enum Standing: Sendable, Hashable { case current, older, shut }

    public func standing(ofWrapped wrapped: [UInt8], for subject: Identifier) -> Standing {
        standing(wrapped, .subjectKey, subject.bytes)
    }

    public func standing(of box: [UInt8], _ purpose: Purpose, context: String) -> Standing {
        standing(box, purpose, Array(context.utf8))
    }

    private func standing(_ box: [UInt8], _ purpose: Purpose, _ associated: [UInt8]) -> Standing {
        Self.opened(box, purpose, associated, roots).map { $0.isCurrent ? .current : .older } ?? .shut
    }

    /// A wrapped key under the current master; nil where it stands there already.
    public func rewrapped(_ wrapped: [UInt8], for subject: Identifier) throws(SealingFault) -> [UInt8]? {
        let (bytes, isCurrent) = try openAny(wrapped, .subjectKey, subject.bytes)
        return isCurrent ? nil : try wrap(SubjectKey(bytes: bytes), for: subject)
    }

    /// A box under the current master; nil where it stands there already.
    public func resealed(
        _ box: [UInt8], _ purpose: Purpose, context: String
    ) throws(SealingFault) -> [UInt8]? {
        let (bytes, isCurrent) = try openAny(box, purpose, Array(context.utf8))
        return isCurrent ? nil : try seal(bytes, purpose, context: context)
    }
}

/// Where a ring keeps its keys, so that all its copies take up a new one together.
private final class KeyShelf: Sendable {
    private struct State {
        var roots: KeySet
        var missed: ContinuousClock.Instant?
    }

    private let state: Mutex<State>
    private let folder: KeyFolder?

    init(_ roots: KeySet, folder: KeyFolder?) {
        state = Mutex(State(roots: roots))
        self.folder = folder
    }

    var roots: KeySet { state.withLock { $0.roots } }

    func refresh() throws(KeyFault) {
        guard let folder else { return }
        let fresh = try folder.load()
        state.withLock { $0.roots = fresh }
    }

    /// Whether other keys stand in the directory than were known: looked at once a second at most.
    func refreshAfterMiss() -> Bool {
        guard folder != nil else { return false }
        let now = ContinuousClock.now
        let mayLook = state.withLock { state in
            if let missed = state.missed, now - missed < .seconds(1) { return false }
            state.missed = now
            return true
        }
        let before = roots
        guard mayLook, (try? refresh()) != nil else { return false }
        return roots != before
    }
}
