import Clazy
import Foundation
import Values

/// Why no answer came from a gateway.
enum GatewayFault: Error, Equatable {
    /// libcurl's own number of what went wrong: 6 no such name, 7 nobody there, 28 too late, 60 a wrong
    /// certificate. Source: libcurl, "Error codes".
    case unanswered(Int32)
    /// libcurl is not on this machine.
    case noLibrary(String)
    case busy
}

/// The way out to somebody else's server, by libcurl: one message at a time, beside the pages' threads.
enum Gateway {
    /// Seconds for the whole exchange.
    static let patience = 10
    private static let line = WaitingLine("linli.gateway", backlog: 100)

    /// Sends a body over http or https; redirections are not followed.
    ///
    /// - Parameters: `headers`: lines as `Content-Type: application/json`.
    /// - Returns: the status of the answer.
    static func post(
        _ body: [UInt8], to address: String, headers: [String]
    ) async throws(GatewayFault) -> Int {
        if let lacking = linli_lacks_curl() { throw .noLibrary(String(cString: lacking)) }
        guard let answer = await line.run({ send(body, to: address, headers) }) else { throw .busy }
        guard answer.fault == 0 else { throw .unanswered(answer.fault) }
        return answer.status
    }

    private static func send(_ body: [UInt8], to address: String, _ headers: [String]) -> linli_answer {
        let lines = headers.map { strdup($0) }
        defer { lines.forEach { free($0) } }
        return linli_post(
            address, lines.map { UnsafePointer($0) } + [nil], body, body.count, patience)
    }
}
