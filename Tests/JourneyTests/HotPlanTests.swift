import Actions
import Foundation
import Logging
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Platform

/// What the hot pages ask goes by indexes on each engine, however many rows there are: a page of twenty is
/// twenty rows of a thousand or of a million.
@Suite struct HotPlanTests {
    /// Tables that grow with the people, needs and resources of a city.
    private static let large: Set<String> = [
        "need", "need_event", "resource", "resource_class", "link", "word_document", "person", "residence",
        "household", "record", "request_mark",
    ]
    /// So many rows of one of them a statement may touch beside those that it answers.
    private static let most = 1500

    /// What is typed to find somebody: a name, its first letters, a telephone, a number, a building, an area,
    /// a code, a name that nobody has.
    private static let searches = [
        "王", "王秀英", "wxy", "13800001234", "990101194912310028", "荷风苑1栋", "荷风苑", "b1", "鑫淼",
    ]

    @Test func hotPagesWalkNoTable() async throws {
        let isPostgres = Engine.all[0].description == "PostgreSQL"
        let town = try await Town.grown(isPostgres: isPostgres)
        let listener = PlanListener(town.open.house.database, isPostgres: isPostgres)
        let site = try Self.site(town.open, listener)
        let guest = Visitor(site), worker = Visitor(site), head = Visitor(site)
        _ = await worker.form("/demo/sign-in", ["role": "social-worker"])
        _ = await head.form("/demo/sign-in", ["role": "station-head"])
        let list = await worker.get("/needs").text
        let need = try #require(list.firstMatch(of: /href="(\/needs\/X-[0-9]+)"/).map { String($0.1) })
        for path in ["/", "/needs/public", "/say", "/resources"] { try await open(path, guest) }
        for path in [
            "/needs", "/needs?view=all", need, "/needs?q=%E7%81%AF", "/resources", "/resources?q=%E6%A2%AF",
        ] {
            try await open(path, worker)
        }
        for words in Self.searches { try await open("/register?q=" + Percent.encode(words), worker) }
        try await open("/register", worker)
        try await open("/city", head)
        let said = await guest.json("/say", ["words": "楼道灯坏了", "class": "housing-lamp"])
        #expect(said.status == 201, "\(said.text.prefix(300))")

        let plans = listener.plans
        #expect(plans.count > 60)
        #expect(!isPostgres || plans.contains { $0.sql.hasPrefix("without its values") })
        for plan in plans {
            for step in plan.steps where Self.large.contains(step.table) {
                #expect(!step.isWalk, "walks \(step.table): \(plan.sql)")
                #expect(
                    step.rows - plan.answered <= Self.most, "\(step.rows) rows of \(step.table): \(plan.sql)")
            }
        }
    }

    private func open(_ path: String, _ visitor: Visitor) async throws {
        let reply = await visitor.get(path)
        #expect(reply.status == 200, "\(path): \(reply.status)")
    }

    /// The town's house once more, before a database that is listened to.
    private static func site(_ open: OpenHouse, _ database: any Database) throws -> Site {
        let house = open.house
        let steward = Steward(
            database: database, keys: house.keys, rights: house.rights, clock: house.clock,
            flows: Rooms.all.flatMap(\.flows))
        let doorkeeper = PeopleDoorkeeper(
            database: database, keys: house.keys, idleLimit: house.settings.idleLimit, log: house.log)
        return try Site(
            house: House(steward: steward, settings: house.settings, doorkeeper: doorkeeper, log: house.log),
            capabilities: open.capabilities)
    }
}

extension Town {
    /// A town of its own; on PostgreSQL with so many rows that a walk would show.
    static func grown(isPostgres: Bool) async throws -> Town {
        let town = try await fill("linli-grown")
        guard isPostgres else { return town }
        try await town.database.write(in: .trial(1)) { writing in
            try Growth(writing).grow()
        }
        try await town.database.weigh()
        return town
    }
}

/// Every need with its steps, words, links and resources many times over: an eighth of them in the same
/// community, the others in forty more.
private struct Growth {
    let writing: any Writing
    /// Identifiers of rows that grow too, so that what belongs together stays together.
    private static let own: Set<String> = ["id", "need", "resource", "object"]
    private static let tables = [
        "need", "need_event", "word_document", "resource", "resource_class", "link",
    ]

    init(_ writing: any Writing) { self.writing = writing }

    func grow() throws {
        try writing.run("SET LOCAL statement_timeout = 0")
        let needs = try writing.number("SELECT COUNT(1) FROM need")
        let times = max(2, 40_000 / max(1, needs))
        for table in Self.tables { try grow(table, times) }
    }

    private func grow(_ table: String, _ times: Int64) throws {
        let columns = try writing.all(
            """
            SELECT CAST(column_name AS TEXT) FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = \(table) AND is_identity = 'NO'
            ORDER BY ordinal_position LIMIT 100
            """
        ) { $0.text(0) }
        let values = columns.map { column in
            switch column {
            case "community":
                "CASE WHEN g.i % 8 = 0 THEN s.community ELSE \(Self.mixed("s.community", "g.i % 40")) END"
            case "number" where table != "need_event": "s.number + g.i * 1000000"
            default: Self.own.contains(column) ? Self.mixed("s.\(column)", "g.i") : "s.\(column)"
            }
        }
        try writing.run(
            SQL(
                trusted: """
                    INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                    SELECT \(values.joined(separator: ", "))
                    FROM \(table) s, generate_series(1, \(times)) g (i)
                    \(table == "word_document" ? "WHERE s.kind <> 'person'" : "")
                    """))
    }

    private static func mixed(_ column: String, _ number: String) -> String {
        "decode(md5(encode(\(column), 'hex') || \(number)), 'hex')"
    }
}
