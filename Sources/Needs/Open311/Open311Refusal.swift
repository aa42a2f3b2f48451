import Actions
import Values
import Web

/// Every expected no of the door for other programs.
enum Open311Refusal: Refusal, CaseIterable {
    case noSuchJurisdiction, noSuchService, noSuchRequest, noSuchToken
    case serviceMissing, placeMissing, placeMalformed, placeTooFar, addressTooLong
    case timeMalformed, spanTooLong, statusMalformed, pageMalformed, tooManyNumbers
    case keyMissing, keyWrong

    var name: String { "open311.\(self)" }

    var status: Int {
        switch self {
        case .noSuchJurisdiction, .noSuchService, .noSuchRequest, .noSuchToken: 404
        case .keyMissing, .keyWrong: 403
        default: 400
        }
    }

    var text: Text {
        switch self {
        case .noSuchJurisdiction: Text("没有这个jurisdiction_id。", "This jurisdiction_id is not known here.")
        case .noSuchService: Text("没有这个service_code。", "This service_code is not known here.")
        case .noSuchRequest:
            Text(
                "没有这个service_request_id，或者它不公开。",
                "This service_request_id is not known, or not public.")
        case .noSuchToken: Text("这个token认不出，或者过期了。", "This token is not known, or is too old.")
        case .serviceMissing: Text("缺service_code。", "service_code is missing.")
        case .placeMissing:
            Text(
                "要有lat和long，或address_string，或address_id。",
                "lat and long, address_string or address_id is needed.")
        case .placeMalformed:
            Text(
                "lat、long要写成度数，例如31.5和120.3。",
                "lat and long must be degrees, such as 31.5 and 120.3.")
        case .placeTooFar: Text("这个地方不在本社区附近。", "This place is not near this community.")
        case .addressTooLong: Text("address_string最多100个字。", "address_string may have 100 characters.")
        case .timeMalformed:
            Text(
                "时间请写成2026-11-21T09:00:00+08:00这样。",
                "Write moments like 2026-11-21T09:00:00+08:00.")
        case .spanTooLong:
            Text(
                "start_date到end_date最多90天，且要先后有序。",
                "start_date must come before end_date, by 90 days at most.")
        case .statusMalformed: Text("status只能是open或closed。", "status may be open or closed.")
        case .pageMalformed:
            Text(
                "page从1起，page_size从1到1000，合起来不超过10000条。",
                "page starts at 1, page_size may be 1 to 1000, and both together reach 10,000 rows.")
        case .tooManyNumbers: Text("service_request_id一次最多100个。", "At most 100 service_request_id at once.")
        case .keyMissing: Text("缺api_key。", "api_key is missing.")
        case .keyWrong: Text("这个api_key不能用，或不能用来说一件事。", "This api_key is not valid, or may not report.")
        }
    }
}

extension WireFormat {
    /// Runs `body`; an expected no becomes the specification's list of errors. A fault goes on to the house.
    func answer(_ language: Language, _ body: () throws -> Reply) throws -> Reply {
        do { return try body() } catch {
            guard let reply = errors(error, language) else { throw error }
            return reply
        }
    }

    /// The specification's errors for an expected no; nil for a fault.
    func errors(_ error: any Error, _ language: Language) -> Reply? {
        let refusals = (error as? Refusals)?.all ?? (error as? any Refusal).map { [$0] } ?? []
        guard let first = refusals.first else { return nil }
        let status = Self.status(of: first)
        let rows = refusals.map { refusal in
            WireTree.object([
                ("code", .number(Int64(Self.status(of: refusal)))),
                ("description", .text(refusal.text[language])),
            ])
        }
        return reply("errors", .list(item: "error", rows), status: status)
    }

    /// The specification knows 400, 403 and 404; what is not the caller's words keeps its own status.
    private static func status(of refusal: any Refusal) -> Int {
        switch refusal.status {
        case 401, 403: 403
        case 409, 422: 400
        default: refusal.status
        }
    }
}
