import Storage
public import Web

/// What must hold of resources, links and pledges at any moment. Each finds at most so many breaks.
public enum ResourceInvariants {
    private static let most = 20

    public static let all: [Invariant] = [periods, capacity, links, deliveries, pledges, figures]

    /// What a period has asked, promised, delivered and taken is the sum over its reservations.
    static let periods = Invariant(name: "resources.periods-equal-links") { reading in
        try reading.all(
            """
            SELECT p.period FROM resource_period p LEFT JOIN (
              SELECT community, resource, period, SUM(asked) AS asked, SUM(promised) AS promised,
              SUM(delivered) AS delivered, SUM(taken) AS taken
              FROM reservation GROUP BY community, resource, period
            ) v ON v.community = p.community AND v.resource = p.resource AND v.period = p.period
            WHERE p.asked <> COALESCE(v.asked, 0) OR p.promised <> COALESCE(v.promised, 0)
            OR p.delivered <> COALESCE(v.delivered, 0) OR p.taken <> COALESCE(v.taken, 0)
            ORDER BY p.community, p.resource, p.period LIMIT \(most)
            """
        ) { "a period differs from the sum of its links: \($0.text(0))" }
    }

    /// No period holds more than its capacity unless that was recorded.
    static let capacity = Invariant(name: "resources.no-period-over-capacity") { reading in
        try reading.all(
            """
            SELECT period, taken, capacity FROM resource_period WHERE capacity IS NOT NULL
            AND taken > capacity + overbooked ORDER BY community, resource, period LIMIT \(most)
            """
        ) { "\($0.text(0)) holds \($0.integer(1)) of \($0.integer(2))" }
    }

    /// Both sides of a link within one community say the same.
    static let links = Invariant(name: "links.both-sides-agree") { reading in
        try reading.all(
            """
            SELECT l.resource_name FROM link l LEFT JOIN reservation v ON v.community = l.community
            AND v.id = l.id
            WHERE l.resource_community = l.community AND (v.id IS NULL OR v.asked <> l.asked
            OR v.promised <> l.promised OR v.delivered <> l.delivered)
            ORDER BY l.community, l.id LIMIT \(most)
            """
        ) { "the two sides of a link differ: \($0.text(0))" }
    }

    /// What a link delivered is the sum of its uses.
    static let deliveries = Invariant(name: "links.delivered-equals-uses") { reading in
        try reading.all(
            """
            SELECT l.resource_name FROM link l LEFT JOIN (
              SELECT community, link, SUM(quantity) AS quantity FROM resource_use WHERE need IS NOT NULL
              GROUP BY community, link
            ) u ON u.community = l.community AND u.link = l.id
            WHERE l.delivered <> COALESCE(u.quantity, 0) ORDER BY l.community, l.id LIMIT \(most)
            """
        ) { "delivered differs from the uses: \($0.text(0))" }
    }

    /// What a pledge delivered is the sum of its entries.
    static let pledges = Invariant(name: "agreements.delivered-equals-entries") { reading in
        try reading.all(
            """
            SELECT p.what FROM (
              SELECT community, id, what, delivered FROM agreement_pledge
              UNION ALL SELECT community, id, pledge, delivered FROM circle_member
            ) p LEFT JOIN (
              SELECT community, pledge, SUM(quantity) AS quantity FROM delivery GROUP BY community, pledge
            ) d ON d.community = p.community AND d.pledge = p.id
            WHERE p.delivered <> COALESCE(d.quantity, 0) ORDER BY p.community, p.id LIMIT \(most)
            """
        ) { "delivered differs from the entries: \($0.text(0))" }
    }

    /// The figures of a whole community are what a recount finds.
    static let figures = Invariant(name: "resources.figures-equal-recount") { reading in
        try reading.all(
            """
            SELECT c.name FROM (
              SELECT l.community AS community, 'links.asked' AS name, SUM(l.asked) AS number FROM link l
              GROUP BY l.community
              UNION ALL SELECT l.community, 'links.promised', SUM(l.promised) FROM link l GROUP BY l.community
              UNION ALL SELECT l.community, 'links.delivered', SUM(l.delivered) FROM link l
              GROUP BY l.community
              UNION ALL SELECT r.community, 'resources.active', SUM(r.is_active) FROM resource r
              GROUP BY r.community
            ) c JOIN place h ON h.community = c.community AND h.id = c.community
            LEFT JOIN figure f ON f.community = c.community AND f.path = h.path AND f.name = c.name
            WHERE c.number <> COALESCE(f.number, 0) ORDER BY c.community, c.name LIMIT \(most)
            """
        ) { "a figure differs from the recount: \($0.text(0))" }
    }
}
