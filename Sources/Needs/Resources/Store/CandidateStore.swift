import Actions
import People
public import Storage
public import Values

/// What a recommendation is made of, in a few queries whatever the number of resources.
public enum CandidateStore {
    /// Uses in so many days count as lately.
    static let lately = Instant.Span.days(90)
    static let most = 300

    /// Ranked resources for a need, one's own and those shared by other communities.
    public static func recommendations(
        for need: Need, on day: Day, at now: Instant, _ reading: any Reading
    ) throws -> [Recommendation] {
        let vocabulary = try VocabularyStore.vocabulary(in: need.community, reading)
        let area = vocabulary.area(of: need.classKey)?.key ?? ""
        let wanted = RecommendedFor(
            classKey: need.classKey, area: area,
            answeredBy: vocabulary.term(.need, need.classKey)?.details.answeredBy ?? [], group: need.group,
            path: need.path, gridName: need.gridName, quantity: max(1, need.quantity), day: day)
        var candidates = try load(wanted, in: need.community, vocabulary, reading)
        try addUses(to: &candidates, of: need, since: now - lately, reading)
        return Recommendation.rank(candidates, for: wanted, now: now)
    }

    private static func load(
        _ wanted: RecommendedFor, in community: Identifier, _ vocabulary: Vocabulary, _ reading: any Reading
    ) throws -> [Candidate] {
        var filter = ResourceFilter()
        filter.isPublic = false
        filter.limit = most
        var classes = vocabulary.classes(in: wanted.area).map(\.key)
        if !classes.contains(wanted.classKey) { classes.append(wanted.classKey) }
        let own = try ResourceStore.answering(
            classes, kinds: wanted.answeredBy, in: community, today: wanted.day, reading, limit: most)
        let shared = try ResourceStore.shared(
            with: wanted.path, filter, in: community, today: wanted.day, reading)
        return (own + shared).map { row in
            let areas = row.resource.content.classes.compactMap { vocabulary.area(of: $0)?.key }
            var candidate = Candidate(resource: row.resource, sortKey: row.sortKey, areas: Set(areas))
            candidate.count = row.count
            candidate.sharedBy = row.sharedBy
            return candidate
        }
    }

    /// Counts lately recorded uses of all candidates at once: the household's, the grid's, and all.
    private static func addUses(
        to candidates: inout [Candidate], of need: Need, since: Instant, _ reading: any Reading
    ) throws {
        let line = try PlaceStore.line(to: need.path, reading)
        let grid = line.first { $0.kind == .grid }?.path ?? need.path
        let token = need.phoneToken ?? need.reporter?.bytes ?? []
        let household: SQL = token.isEmpty ? "0" : "SUM(CASE WHEN u.receiver = \(token) THEN 1 ELSE 0 END)"
        var counts: [Identifier: (household: Int64, grid: Int64, all: Int64)] = [:]
        try reading.each(
            """
            SELECT u.resource, \(household),
            SUM(CASE WHEN u.path >= \(grid) AND u.path < \(grid.end) THEN 1 ELSE 0 END), COUNT(u.id)
            FROM resource_use u WHERE u.community = \(need.community) AND u.recorded >= \(since)
            AND u.resource IN \(list: candidates.map(\.resource.id)) GROUP BY u.resource
            """
        ) { counts[try $0.identifier(0)] = ($0.integer(1), $0.integer(2), $0.integer(3)) }
        for index in candidates.indices {
            guard let count = counts[candidates[index].resource.id] else { continue }
            candidates[index].householdUses = count.household
            candidates[index].gridUses = count.grid
            candidates[index].allUses = count.all
        }
    }
}

extension ResourceStore {
    /// Active resources of a community that answer one of the classes or are of one of the kinds.
    static func answering(
        _ classes: [String], kinds: [String], in community: Identifier, today: Day, _ reading: any Reading,
        limit: Int
    ) throws -> [ResourceRow] {
        try reading.all(
            """
            SELECT \(columns), \(countColumns) FROM resource r \(present(today))
            WHERE r.community = \(community) AND r.is_active = 1 AND (r.kind IN \(list: kinds)
            OR r.id IN (SELECT c.resource FROM resource_class c WHERE c.community = \(community)
            AND c.class IN \(list: classes)))
            ORDER BY r.sort_key, r.id LIMIT \(limit)
            """
        ) { row in
            ResourceRow(
                resource: try decode(row), sortKey: row.text(width + 5), count: count(row, at: width),
                sharedBy: nil)
        }
    }
}
