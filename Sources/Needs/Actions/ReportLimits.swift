import Actions
import Sealing
import Values

/// How many reports one phone or address may make in an hour before a worker must look at the rest.
enum ReportLimits {
    static let perPhone: Int64 = 5
    /// A whole household, a library or a station may share an address.
    static let perAddress: Int64 = 20

    /// Counts this report, and says whether it is beyond what is usual.
    ///
    /// Half a token is enough to tell one from another for an hour, and keeps the counts on fewer pages.
    static func isBeyond(phone: String, remote: String?, in work: Work) throws -> Bool {
        var isBeyond = false
        if !phone.isEmpty {
            isBeyond = try ReportCounts.add(half(token("phone", phone, work.keys)), in: work) > perPhone
        }
        guard let remote, let network = Network(remote), !network.isLoopback else { return isBeyond }
        return try ReportCounts.add(half(token("address", network.text, work.keys)), in: work) > perAddress
            || isBeyond
    }

    private static func half(_ token: [UInt8]) -> [UInt8] { Array(token.prefix(16)) }

    /// What is stored to know the same phone or address again.
    static func token(_ kind: String, _ text: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.keyedToken, Array("\(kind) \(text)".utf8))
    }
}
