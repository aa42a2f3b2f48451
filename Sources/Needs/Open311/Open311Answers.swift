import Values
import Web

/// The answers of the specification, made of what is public. Source: Open311 GeoReport v2.
enum Open311Answers {
    static func discovery(_ address: String, isDemo: Bool, contact: String) -> WireTree {
        .object([
            ("changeset", .text(changeset)), ("contact", .text(contact)),
            ("key_service", .text("\(address)/me")),
            (
                "endpoints",
                .list(
                    item: "endpoint",
                    [
                        .object([
                            ("specification", .text("http://wiki.open311.org/GeoReport_v2")),
                            ("url", .text("\(address)/open311/v2")), ("changeset", .text(changeset)),
                            ("type", .text(isDemo ? "test" : "production")),
                            (
                                "formats",
                                .list(item: "format", [.text("text/xml"), .text("application/json")])
                            ),
                        ])
                    ])
            ),
        ])
    }

    /// When the meaning of these answers last changed.
    private static let changeset = "2026-11-21T00:00:00+08:00"

    static func services(_ vocabulary: Vocabulary, _ language: Language) -> WireTree {
        .list(
            item: "service",
            vocabulary.publicSpaceClasses.map { term in
                .object([
                    ("service_code", .text(term.key)), ("service_name", .text(term.name[language])),
                    ("description", .text(term.hint[language])), ("metadata", .flag(true)),
                    ("type", .text("realtime")), ("keywords", .text(term.hint.chinese)),
                    ("group", .text(vocabulary.area(of: term.key)?.name[language] ?? "")),
                ])
            })
    }

    static func definition(_ code: String, _ language: Language) -> WireTree {
        .object([
            ("service_code", .text(code)),
            ("attributes", .list(item: "attribute", [spot(language), whom(language)])),
        ])
    }

    private static func spot(_ language: Language) -> WireTree {
        attribute(
            "spot", "string", Text("具体在哪里", "Where exactly"), Text("最多100个字", "At most 100 characters"), 1,
            language)
    }

    private static func whom(_ language: Language) -> WireTree {
        let values = ForWhom.allCases.map { whom in
            WireTree.object([("key", .text(whom.rawValue)), ("name", .text(whom.title[language]))])
        }
        return attribute(
            "for-whom", "singlevaluelist", Text("为谁说", "For whom"), Text("选一样", "Choose one"), 2, language,
            values)
    }

    private static func attribute(
        _ code: String, _ type: String, _ what: Text, _ hint: Text, _ order: Int64, _ language: Language,
        _ values: [WireTree] = []
    ) -> WireTree {
        .object([
            ("variable", .flag(true)), ("code", .text(code)), ("datatype", .text(type)),
            ("required", .flag(false)),
            ("datatype_description", .text(hint[language])), ("order", .number(order)),
            ("description", .text(what[language])), ("values", .list(item: "value", values)),
        ])
    }

    static func requests(_ needs: [PublicNeed], _ vocabulary: Vocabulary, _ visit: Visit) -> WireTree {
        .list(item: "request", needs.map { request($0, vocabulary, visit) })
    }

    /// The grid stands for the address: no position, which could be a person's door.
    private static func request(_ need: PublicNeed, _ vocabulary: Vocabulary, _ visit: Visit) -> WireTree {
        let language = visit.language
        let outcome = need.outcome.map { vocabulary.name(.outcome, $0)[language] }
        return .object([
            ("service_request_id", .text(need.serial)),
            ("status", .text(need.state.isOpen ? "open" : "closed")),
            ("status_notes", .text(outcome ?? need.state.title[language])),
            ("service_name", .maybe(need.classKey.map { vocabulary.className($0)[language] })),
            ("service_code", .maybe(need.classKey)), ("description", .maybe(need.sentence)),
            ("agency_responsible", .text(visit.locality.name)), ("service_notice", .nothing),
            ("requested_datetime", .text(WireTime.text(need.reported))),
            ("updated_datetime", .text(WireTime.text(need.changed))), ("expected_datetime", .nothing),
            ("address", .maybe(need.gridName)), ("address_id", .nothing), ("zipcode", .nothing),
            ("lat", .nothing),
            ("long", .nothing), ("media_url", .nothing),
        ])
    }
}
