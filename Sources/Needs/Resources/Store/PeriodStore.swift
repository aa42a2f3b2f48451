import Actions
public import Storage
public import Values

/// What was asked, promised, delivered and taken of resources, period by period.
public enum PeriodStore {
    public static func count(
        of resource: Identifier, _ period: String, in community: Identifier, _ reading: any Reading
    ) throws -> PeriodCount {
        try reading.first(
            """
            SELECT asked, promised, delivered, taken, overbooked FROM resource_period
            WHERE community = \(community) AND resource = \(resource) AND period = \(period)
            """
        ) { ResourceStore.count($0, at: 0) } ?? PeriodCount()
    }

    /// Every period with anything in it, the latest first.
    public static func counts(
        of resource: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 24
    ) throws -> [(period: String, count: PeriodCount)] {
        try reading.all(
            """
            SELECT asked, promised, delivered, taken, overbooked, period FROM resource_period
            WHERE community = \(community) AND resource = \(resource) ORDER BY period DESC LIMIT \(limit)
            """
        ) { ($0.text(5), ResourceStore.count($0, at: 0)) }
    }

    /// The period of a resource in which most is taken, from `first` on.
    static func fullest(
        of resource: Identifier, from first: String, in community: Identifier, _ reading: any Reading
    ) throws -> (period: String, taken: Int64)? {
        try reading.first(
            """
            SELECT period, taken FROM resource_period WHERE community = \(community)
            AND resource = \(resource)
            AND period >= \(first) ORDER BY taken DESC, period LIMIT 1
            """
        ) { ($0.text(0), $0.integer(1)) }
    }

    /// Adds the difference to a period's numbers.
    static func add(_ more: PeriodCount, to resource: Resource, _ period: String, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO resource_period (community, resource, period, asked, promised, delivered, taken,
            overbooked,
            capacity) VALUES (\(work.community), \(resource.id), \(period), \(more.asked), \(more.promised),
            \(more.delivered), \(more.taken), \(more.overbooked), \(resource.capacity))
            ON CONFLICT (community, resource,
            period) DO UPDATE SET asked = resource_period.asked + excluded.asked,
            promised = resource_period.promised + excluded.promised,
            delivered = resource_period.delivered + excluded.delivered,
            taken = resource_period.taken + excluded.taken,
            overbooked = resource_period.overbooked + excluded.overbooked
            """)
    }

    /// Gives the periods from `first` on a new capacity; what they hold beyond it is recorded as overbooked.
    static func resize(_ resource: Identifier, to capacity: Int64?, from first: String, in work: Work) throws
    {
        let beyond: SQL = capacity.map { "CASE WHEN taken > \($0) THEN taken - \($0) ELSE 0 END" } ?? "0"
        try work.database.run(
            """
            UPDATE resource_period SET capacity = \(capacity), overbooked = \(beyond)
            WHERE community = \(work.community) AND resource = \(resource) AND period >= \(first)
            """)
    }
}
