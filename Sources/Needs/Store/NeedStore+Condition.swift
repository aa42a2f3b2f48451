import Actions
import Storage
import Values

extension NeedStore {
    /// The filter as a condition; `n` is the need.
    static func condition(
        _ filter: NeedFilter, in community: Identifier, _ reading: any Reading, _ now: Instant
    ) throws -> SQL {
        var sql: SQL = "n.community = \(community)"
        sql += view(filter, now)
        sql += within(filter.path, filter.scope)
        if let key = filter.classKey { sql += " AND n.class = \(key)" }
        if let area = filter.area {
            let keys = try VocabularyStore.vocabulary(in: community, reading).classes(in: area).map(\.key)
            sql += " AND n.class IN \(list: keys)"
        }
        if let group = filter.group { sql += " AND n.service_group = \(group)" }
        if let state = filter.state { sql += " AND n.state = \(state.rawValue)" }
        if let step = filter.step { sql += " AND n.state IN \(list: step.states.map(\.rawValue))" }
        if let urgency = filter.urgency { sql += " AND n.urgency = \(urgency)" }
        if let source = filter.source { sql += " AND n.source = \(source)" }
        if let kind = filter.kind { sql += " AND n.kind = \(kind.rawValue)" }
        if let owner = filter.owner { sql += " AND n.owner = \(owner)" }
        if let from = filter.reportedFrom { sql += " AND n.reported >= \(from)" }
        if let before = filter.reportedBefore { sql += " AND n.reported < \(before)" }
        return filter.sort == .due ? sql + " AND n.due IS NOT NULL" : sql
    }

    private static func view(_ filter: NeedFilter, _ now: Instant) -> SQL {
        switch filter.view {
        case .held: " AND n.held = 1"
        case .all: " AND n.held = 0"
        case .open: " AND n.is_open = 1 AND n.held = 0"
        case .mine: " AND n.is_open = 1 AND n.owner = \(filter.viewer ?? nobody) AND n.held = 0"
        case .late: " AND n.is_open = 1 AND n.due < \(now) AND n.held = 0"
        case .unowned: " AND n.is_open = 1 AND n.owner IS NULL AND n.held = 0"
        case .noResource: " AND n.is_open = 1 AND n.held = 0 AND n.state IN ('found', 'accepted')"
        case .closed: " AND n.is_open = 0 AND n.held = 0"
        case .answered: " AND n.state = 'answered'"
        case .asked: " AND n.is_open = 1 AND n.transfer_to = \(filter.viewer ?? nobody)"
        }
    }

    /// An account that nobody has.
    private static let nobody = Identifier(high: 0, low: 0)

    /// At or below the path, and at or below one of the places in reach.
    static func within(_ path: PlacePath?, _ scope: [PlacePath]?) -> SQL {
        var sql: SQL = ""
        if let path { sql += " AND n.path >= \(path) AND n.path < \(path.end)" }
        guard let scope else { return sql }
        if let path, scope.contains(where: { $0.contains(path) }) { return sql }
        var any: SQL = "1 = 0"
        for place in scope.prefix(50) { any += " OR (n.path >= \(place) AND n.path < \(place.end))" }
        return sql + " AND (" + any + ")"
    }
}
