import Actions
import Storage
import Values
public import Web

/// The door for other programs: Open311 GeoReport v2, in XML and JSON. Source: wiki.open311.org/GeoReport_v2.
///
/// It shows only what lies in places open to all, with the sentence that a worker released.
public enum Open311 {
    private static let base = "/open311/v2"

    public static let routes: [Route] =
        fixed("discovery", Text("别的程序怎么来", "Discovery")) { visit, _, format in
            format.reply(
                "discovery",
                Open311Answers.discovery(
                    visit.house.settings.baseAddress, isDemo: visit.house.settings.isDemo,
                    contact: visit.locality.footLine))
        }
        + fixed("services", Text("能说的几类事", "Services")) { visit, reading, format in
            let queries = try Open311Queries(visit, reading)
            return format.reply("services", Open311Answers.services(queries.vocabulary, visit.language))
        }
        + fixed("requests", Text("公开的事", "Public requests"), requestQuery) { visit, reading, format in
            format.reply("service_requests", try Open311Queries(visit, reading).list())
        } + [
            named("services/{code}", "code", Text("一类事怎么写", "A service's definition")) {
                visit, reading, code, format in
                format.reply("service_definition", try Open311Queries(visit, reading).definition(code))
            },
            named("requests/{number}", "number", Text("一件公开的事", "A public request")) {
                visit, reading, number, format in
                format.reply("service_requests", try Open311Queries(visit, reading).one(number))
            },
            named("tokens/{token}", "token", Text("从token找编号", "A token's request")) {
                visit, reading, token, format in
                format.reply("service_requests", try Open311Filing.number(of: token, visit, reading))
            },
            filing(.xml), filing(.json),
        ]

    private static let requestQuery: [Input] =
        ["service_request_id", "service_code", "status", "start_date", "end_date"]
        .map { Input($0, Text("按\($0)挑", "Narrowed by \($0)"), .line(2000)) } + [
            Input("page", Text("第几页", "Page"), .number(1...10_000)),
            Input("page_size", Text("一页几条", "Rows a page"), .number(1...1000)),
        ]

    private static let jurisdiction = Input("jurisdiction_id", Text("哪个社区", "Which community"), .line(100))

    /// A list's two addresses.
    private static func fixed(
        _ name: String, _ summary: Text, _ query: [Input] = [],
        _ load: @escaping @Sendable (Visit, any Reading, WireFormat) throws -> Reply
    ) -> [Route] {
        WireFormat.allCases.map { format in
            .download(
                "\(base)/\(name).\(format.rawValue)", NeedsRights.seePublic, summary,
                query: [jurisdiction] + query
            ) {
                visit, reading in
                try format.answer(visit.language) { try load(visit, reading, format) }
            }
        }
    }

    /// One thing's address, with the ending in its last part.
    private static func named(
        _ pattern: String, _ part: String, _ summary: Text,
        _ load: @escaping @Sendable (Visit, any Reading, String, WireFormat) throws -> Reply
    ) -> Route {
        .download("\(base)/\(pattern)", NeedsRights.seePublic, summary, query: [jurisdiction]) {
            visit, reading in
            let (name, format) = WireFormat.split(try visit.parameter(part), visit.ask)
            return try format.answer(visit.language) { try load(visit, reading, name, format) }
        }
    }

    /// Needs no proof of origin: it takes no cookie's word, only a key's.
    private static func filing(_ format: WireFormat) -> Route {
        .raw(
            .post, "\(base)/requests.\(format.rawValue)", NeedsRights.report,
            Text("从别的程序说一件事", "File a request"),
            fields: filingFields, checksOrigin: false
        ) { visit in
            do {
                return format.reply("service_requests", try await Open311Filing(visit).file())
            } catch {
                guard let reply = format.errors(error, visit.language) else { throw error }
                return reply
            }
        }
    }

    private static let filingFields: [Input] = [
        Input("api_key", Text("钥匙", "Key"), .line(200), required: true), jurisdiction,
        Input("service_code", Text("哪一类", "Service"), .line(60), required: true),
        Input("description", Text("什么事", "What"), .lines(500), required: true),
        Input("lat", Text("纬度", "Latitude"), .line(20)), Input("long", Text("经度", "Longitude"), .line(20)),
        Input("address_string", Text("在哪里", "Where"), .line(100)),
        Input("address_id", Text("地方的代号", "A place's code"), .line(60)),
        Input("first_name", Text("名", "First name"), .line(20)),
        Input("last_name", Text("姓", "Last name"), .line(20)),
        Input("phone", Text("电话", "Phone"), .phone),
        Input("attribute[spot]", Text("具体在哪里", "Where exactly"), .line(100)),
        .choice("attribute[for-whom]", Text("为谁说", "For whom"), of: ForWhom.self),
    ]
}
