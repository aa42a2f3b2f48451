import Foundation
import Logging
import Storage
import Synchronization

/// The servers that an address names, and which of them leads, as all threads of this copy know it.
///
/// A timeline once seen is never gone back on, also after a new start: it is kept in a file.
final class Servers: Sendable {
    private struct State {
        /// What all servers of the house have in common; nil until one of them was seen.
        var cluster: Int64?
        var newest: Int64 = 0
        var leader: Int?
        var turn = 0
    }

    let all: [Address]
    private let memory: String?
    private let tables: Tables
    private let state = Mutex(State())
    private let log: Logger

    /// - Parameters: `memory`: the file that keeps the newest timeline; nil where nothing is to be kept.
    init(_ address: Address, _ tables: Tables, memory: String?, log: Logger) {
        all = address.servers
        self.tables = tables
        self.memory = memory
        self.log = log
    }

    /// What tells the house's servers from any other; nil until one was seen.
    var cluster: Int64? { state.withLock { $0.cluster } }

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

    /// Notes that a server writes on a timeline.
    ///
    /// - Parameters: `cluster`: what it has in common with all that were copied from it.
    /// - Returns: false where a newer one is known, or where it is no server of the house.
    @discardableResult
    func note(_ timeline: Int64, of cluster: Int64, at server: Int) -> Bool {
        let (isCurrent, isNewer, isAnother) = state.withLock { state in
            if state.cluster == nil { (state.cluster, state.newest) = (cluster, remembered(of: cluster)) }
            guard state.cluster == cluster, timeline >= state.newest else { return (false, false, false) }
            let isNewer = timeline > state.newest, isAnother = isNewer || state.leader != server
            if isAnother { state.turn += 1 }
            (state.newest, state.leader) = (timeline, server)
            return (true, isNewer, isAnother)
        }
        // What was kept of a server of before may be of changes that the heir never had.
        if isAnother { tables.beAnother() }
        if isNewer { remember(timeline, of: cluster) }
        return isCurrent
    }

    /// What the file says of these servers; 0 where it is of others, or where there is none yet.
    private func remembered(of cluster: Int64) -> Int64 {
        guard let memory, let bytes = FileManager.default.contents(atPath: memory) else { return 0 }
        let numbers = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map {
            Int64($0)
        }
        guard numbers.count == 2, let known = numbers[0], let newest = numbers[1] else {
            log.error("the timeline that was kept cannot be read", metadata: ["file": "\(memory)"])
            return 0
        }
        return known == cluster ? newest : 0
    }

    /// The file is not what holds the promise, but a second rope: that it cannot be written is told, and
    /// borne.
    private func remember(_ timeline: Int64, of cluster: Int64) {
        guard let memory else { return }
        do {
            try "\(cluster) \(timeline)\n".write(toFile: memory, atomically: true, encoding: .utf8)
        } catch {
            log.error("the timeline cannot be kept", metadata: ["file": "\(memory)", "error": "\(error)"])
        }
    }
}
