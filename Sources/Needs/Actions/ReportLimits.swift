import Actions
import Sealing
import Values

/// By what way a report came in.
public enum ReportWay: Sendable {
    /// The pages; with the address they were sent from, where that says anything.
    case page(remote: String?)
    /// Another program, with what tells its key from others. Never the key itself.
    case program(String)
}

/// How many reports one phone, address or program may make in an hour before a worker must look at the rest.
enum ReportLimits {
    static let perPhone: Int64 = 5
    /// A whole household, a library or a station may share an address.
    static let perAddress: Int64 = 20
    /// A program passes on the words of many.
    static let perProgram: Int64 = 60

    /// Counts this report, and says whether it is beyond what is usual.
    static func isBeyond(phone: String, by way: ReportWay, in work: Work) throws -> Bool {
        let byPhone = try !phone.isEmpty && isBeyond(perPhone, "phone", phone, work)
        switch way {
        case .program(let key): return try isBeyond(perProgram, "program", key, work) || byPhone
        case .page(let remote):
            guard let remote, let network = Network(remote), !network.isLoopback else { return byPhone }
            return try isBeyond(perAddress, "address", network.text, work) || byPhone
        }
    }

    private static func isBeyond(_ most: Int64, _ kind: String, _ text: String, _ work: Work) throws -> Bool {
        try ReportCounts.add(half(token(kind, text, work.keys)), in: work) > most
    }

    /// Half a token is enough to tell one from another for an hour, and keeps the counts on fewer pages.
    private static func half(_ token: [UInt8]) -> [UInt8] { Array(token.prefix(16)) }

    /// What is stored to know the same phone, address or program again.
    static func token(_ kind: String, _ text: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.keyedToken, Array("\(kind) \(text)".utf8))
    }
}
