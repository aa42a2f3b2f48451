import Foundation
import Logging
import Storage
import Synchronization

/// The servers that an address names, and which of them leads, as all threads of this copy know it.
///
/// A timeline once seen is never gone back on, also after a new start: it is kept in a file.
final class Servers: Sendable {
    private struct State {
        var newest: Int64
        var leader: Int?
        var turn = 0
    }

    let all: [Address]
    private let memory: String?
    private let state: Mutex<State>
    private let log: Logger

    /// - Parameters: `memory`: the file that keeps the newest timeline; nil where nothing is to be kept.
    init(_ address: Address, memory: String?, log: Logger) {
        all = address.servers
        self.memory = memory
        self.log = log
        state = Mutex(State(newest: Self.remembered(memory, log)))
    }

    /// What the file says; 0 where there is none yet.
    private static func remembered(_ memory: String?, _ log: Logger) -> Int64 {
        guard let memory, let bytes = FileManager.default.contents(atPath: memory) else { return 0 }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let newest = Int64(text), newest >= 0 else {
            log.error("the timeline that was kept cannot be read", metadata: ["file": "\(memory)"])
            return 0
        }
        return newest
    }

    /// The newest timeline that any of them was seen on.
    var newest: Int64 { state.withLock { $0.newest } }

    /// Counts the changes of leader, so that nobody waits out a pause that was made for the one before.
    var turn: Int { state.withLock { $0.turn } }

    /// All of them, the one that leads first.
    var inOrder: [(number: Int, address: Address)] {
        let leader = state.withLock { $0.leader } ?? 0
        let numbered = all.enumerated().map { (number: $0.offset, address: $0.element) }
        return numbered.filter { $0.number == leader } + numbered.filter { $0.number != leader }
    }

    /// Notes that a server writes on a timeline; false where a newer one is known.
    @discardableResult
    func note(_ timeline: Int64, of server: Int) -> Bool {
        let (isCurrent, isNewer) = state.withLock { state in
            guard timeline >= state.newest else { return (false, false) }
            let isNewer = timeline > state.newest
            if isNewer || state.leader != server { state.turn += 1 }
            (state.newest, state.leader) = (timeline, server)
            return (true, isNewer)
        }
        if isNewer { remember(timeline) }
        return isCurrent
    }

    /// The file is not what holds the promise, but a second rope: that it cannot be written is told, and
    /// borne.
    private func remember(_ timeline: Int64) {
        guard let memory else { return }
        do {
            try "\(timeline)\n".write(toFile: memory, atomically: true, encoding: .utf8)
        } catch {
            log.error("the timeline cannot be kept", metadata: ["file": "\(memory)", "error": "\(error)"])
        }
    }
}
