import Actions
import Foundation
import People
import Storage
import Values
import Web

/// What the house does for itself: health, figures of the machine, the published interface, heads of the
/// record.
enum Upkeep {
    static let health = Right("house.health", Text("看房子是否开着", "See whether the house is open"))
    static let interface = Right("house.interface", Text("看接口说明", "Read the published interface"))
    static let figures = Right("house.figures", Text("看机器的数字", "Read the machine's figures"))
    static let styleguide = Right("house.styleguide", Text("看样式", "See the look"))

    static var capability: Capability {
        Capability(
            name: "house",
            rights: [health, interface, figures, styleguide].map { RightRow($0, anyone: .place) },
            routes: [
                .plain("/healthz", health, Text("是否活着", "Alive")) { _, _ in .text("ok\n") },
                .plain("/readyz", health, Text("是否能办事", "Ready"), ready),
                .plain("/metrics", figures, Text("机器的数字", "Metrics"), metrics),
                .plain("/openapi.json", interface, Text("接口说明", "The interface")) { _, site in
                    Reply(type: "application/json; charset=utf-8", body: try site.interfaceDocument())
                },
                .plain("/robots.txt", health, Text("给搜索引擎", "For search engines")) { _, _ in
                    .text("User-agent: *\nDisallow: /follow\nDisallow: /in/\nDisallow: /sign-in\n")
                },
                .page("/styleguide", styleguide, Text("样式", "The look"), StyleguidePage()),
            ] + Keeping.routes(Rooms.retentions),
            jobs: [Outgoing.job, Heads.job, Sweep.job, WordUpkeep.job, Keeping.job(Rooms.retentions)])
    }

    private static func ready(_ ask: Ask, _ site: Site) async throws -> Reply {
        if let trouble = site.house.database.trouble {
            site.house.log.error("not ready", metadata: ["fault": "\(trouble)"])
            return .text("not ready: \(words(trouble))\n", status: 503)
        }
        do {
            _ = try await site.house.database.read { try $0.number("SELECT COUNT(*) FROM schema_migration") }
            return .text("ready\n")
        } catch let fault as StorageFault {
            site.house.log.error("not ready", metadata: ["fault": "\(fault)"])
            return .text("not ready: \(words(fault))\n", status: 503)
        }
    }

    /// For the one who keeps the house.
    private static func words(_ trouble: StorageFault) -> String {
        switch trouble {
        case .full:
            "the disk is full; pages can be read, no change is taken; it goes on by itself once there is room"
        case .readOnly: "the database cannot be written; pages can be read, no change is taken"
        case .failing: "the disk fails; pages can be read, no change is taken; see the journal"
        case .alone:
            "no second server confirms what is written; pages can be read, no change is taken; it goes on "
                + "by itself once a synchronous standby streams, or by order: linli standby --alone"
        case .away: "no server of the database leads, or none can be reached; it is tried again and again"
        case .busy: "the database is too busy to answer in time"
        default: "the database is in trouble; see the journal"
        }
    }

    /// Only the same machine, or whoever carries the token that was set.
    private static func metrics(_ ask: Ask, _ site: Site) async throws -> Reply {
        if let token = site.house.settings.metricsToken {
            guard ask.headers["authorization"].map({ sameBytes($0, "Bearer \(token)") }) ?? false else {
                throw GroundRefusal.notAllowed(figures)
            }
        } else {
            guard ["127.0.0.1", "::1"].contains(ask.remote), ask.headers["x-forwarded-for"] == nil else {
                throw GroundRefusal.notAllowed(figures)
            }
        }
        let counters = site.house.database.counters.sorted { $0.key < $1.key }
        let lines = counters.map { name, value in
            // What is the longest is no sum.
            let isSum = !name.hasPrefix("longest_")
            let whole = "linli_database_\(name)" + (isSum ? "_total" : "")
            return "# TYPE \(whole) \(isSum ? "counter" : "gauge")\n\(whole) \(value)"
        }
        let text = site.meter.text + lines.joined(separator: "\n") + "\n" + Machine.text
        return Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8))
    }
}

struct StyleguidePage: Page {
    struct Model: Codable, Sendable { var name = "styleguide" }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard visit.house.settings.isDemo else { throw GroundRefusal.notFound }
        return Model()
    }

    func title(_ model: Model, _ scene: Scene) -> String { Upkeep.styleguide.title[scene.language] }
    func view(_ model: Model, _ scene: Scene) -> HTML { Look.samples(frame: scene.frame) }
}
