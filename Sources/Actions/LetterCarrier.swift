public import Logging
import Sealing
public import Storage
public import Values

/// Carries letters between communities: right after the write, and again by a job until each has arrived.
public struct LetterCarrier: Sendable {
    private let steward: Steward
    private let kinds: [String: any LetterKind]
    private let log: Logger

    public init(steward: Steward, kinds: [any LetterKind], log: Logger) {
        self.steward = steward
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in first }
        self.log = log
    }

    /// A question, its answer, and what the answer asks: no correspondence is longer at once.
    private static let mostRounds = 4
    /// About three weeks, with the waits between them.
    private static let mostAttempts = 30

    /// Delivers what is due, and the answers that this calls forth. Returns how many letters arrived.
    ///
    /// - Throws: ``StorageFault`` where the letters cannot be read; a delivery that fails is tried again
    /// later.
    @discardableResult
    public func carry(most: Int = 100) async throws -> Int {
        var arrived = 0
        for _ in 1...Self.mostRounds {
            let now = steward.clock.now
            let letters = try await steward.database.read { try LetterStore.due($0, at: now, limit: most) }
            if letters.isEmpty { break }
            arrived += try await deliver(letters)
        }
        return arrived
    }

    private func deliver(_ letters: [Letter]) async throws -> Int {
        var arrived = 0
        var held: Set<Line> = []
        for letter in letters where !held.contains(Line(letter)) {
            switch try await deliver(letter) {
            case .arrived: arrived += 1
            case .waiting: held.insert(Line(letter))
            case .refused: break
            }
        }
        return arrived
    }

    /// The way between two communities.
    private struct Line: Hashable {
        let from: Identifier, to: Identifier

        init(_ letter: Letter) { (from, to) = (letter.from, letter.to) }
    }

    private func deliver(_ letter: Letter) async throws -> LetterState {
        let state: LetterState
        do {
            guard let kind = kinds[letter.kind] else { throw LetterFault.unknownKind(letter.kind) }
            let keys = steward.keys
            let payload = try await steward.database.read { try LetterStore.open(letter, $0, keys) }
            try await kind.deliver(payload, of: letter, by: steward)
            state = .arrived
        } catch let refusal as any Refusal {
            log.error("letter refused", metadata: ["kind": "\(letter.kind)", "refusal": "\(refusal.name)"])
            state = .refused
        } catch LetterFault.erased {
            state = .refused
        } catch  where letter.attempts >= Self.mostAttempts {
            log.error(
                "letter given up", metadata: ["kind": "\(letter.kind)", "attempts": "\(letter.attempts)"])
            state = .refused
        } catch {
            log.warning(
                "letter waits", metadata: ["kind": "\(letter.kind)", "attempts": "\(letter.attempts + 1)"])
            state = .waiting
        }
        let now = steward.clock.now
        try await steward.database.write(in: letter.from) {
            try LetterStore.settle(letter, state, $0, at: now)
        }
        return state
    }
}

/// Where a letter is.
public enum LetterState: String, Sendable {
    case waiting, arrived
    /// The receiver's rules said no in a way that no answer was made for: somebody must look.
    case refused
}

/// Why a letter cannot be carried.
public enum LetterFault: Error, Sendable {
    case unknownKind(String)
    /// The key of its subject was destroyed.
    case erased
}

/// The letters as they are stored.
enum LetterStore {
    /// What may be carried now. Between two communities letters keep their order: one that waits holds back
    /// those
    /// written after it.
    static func due(_ reading: any Reading, at now: Instant, limit: Int) throws -> [Letter] {
        try reading.all(
            """
            SELECT l.id, l.community, l.to_community, l.kind, l.subject, l.attempts, l.sealed FROM letter l
            WHERE l.state = 'waiting' AND l.due <= \(now) AND NOT EXISTS (
              SELECT 1 FROM letter e WHERE e.community = l.community AND e.to_community = l.to_community
              AND e.state = 'waiting' AND e.number < l.number AND e.due > \(now)
            ) ORDER BY l.community, l.number LIMIT \(limit)
            """
        ) { row in
            Letter(
                id: try row.identifier(0), from: try row.identifier(1), to: try row.identifier(2),
                kind: row.text(3), subject: try row.identifier(4), attempts: row.int(5), sealed: row.bytes(6))
        }
    }

    static func open(_ letter: Letter, _ reading: any Reading, _ keys: KeyRing) throws -> [UInt8] {
        guard let key = try reading.key(of: letter.subject, in: letter.from, keys) else {
            throw LetterFault.erased
        }
        return try key.open(letter.sealed, context: Letter.context(letter.id))
    }

    /// Notes what became of a delivery; a failed one waits twice as long each time, at most a day.
    static func settle(
        _ letter: Letter, _ state: LetterState, _ writing: any Writing, at now: Instant
    ) throws {
        let wait = min(24 * 60, Int64(1) << Int64(min(letter.attempts, 11)))
        let due = state == .waiting ? now + .minutes(wait) : now
        try writing.run(
            """
            UPDATE letter SET state = \(state.rawValue), attempts = attempts + 1, due = \(due)
            WHERE community = \(letter.from) AND id = \(letter.id) AND state = 'waiting'
            """)
    }
}
