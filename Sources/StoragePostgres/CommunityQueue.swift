import Foundation
import Storage
import Values

/// Changes that wait, a line for each community: one thread at a time works on a line, the oldest line first.
final class CommunityQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var lines: [Identifier: [Turn<Connection>]] = [:]
    /// Communities with a line that nobody works on, in the order in which they began to wait.
    private var waiting: [Identifier] = []
    private var served: Set<Identifier> = []
    private var count = 0
    private var isClosed = false
    private let bound: Int

    init(bound: Int) { self.bound = bound }

    /// Adds a change; false where too many wait or it is closed.
    func add(_ job: Turn<Connection>, in community: Identifier) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed, count < bound else { return false }
        count += 1
        lines[community, default: []].append(job)
        if lines[community]?.count == 1, !served.contains(community) {
            waiting.append(community)
            condition.signal()
        }
        return true
    }

    /// The next line, at most `limit` of it, which is this thread's until it is ``done(_:)``; nil at the end.
    func take(_ limit: Int) -> (community: Identifier, jobs: [Turn<Connection>])? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty {
            if isClosed, count == 0 { return nil }
            condition.wait()
        }
        let community = waiting.removeFirst()
        served.insert(community)
        var line = lines.removeValue(forKey: community) ?? []
        if line.count > limit {
            lines[community] = Array(line[limit...])
            line.removeLast(line.count - limit)
        }
        count -= line.count
        return (community, line)
    }

    /// Gives the line back.
    func done(_ community: Identifier) {
        condition.lock()
        served.remove(community)
        if lines[community] != nil { waiting.append(community) }
        condition.broadcast()
        condition.unlock()
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
