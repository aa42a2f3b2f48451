#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The part of an address that one household has: all of IPv4's four bytes, the first half of IPv6's sixteen.
struct Network {
    private let bytes: [UInt8]

    /// Reads `203.0.113.7` or `2001:db8::7`; nil for anything else.
    init?(_ text: String) {
        var four = in_addr(), six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: &six) { Array($0) }
            let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xff && all[11] == 0xff
            let isLoopback = all.prefix(15).allSatisfy { $0 == 0 } && all[15] == 1
            // An IPv4 address in IPv6's clothes counts as itself, and so does the machine's own.
            bytes = isMapped ? Array(all.suffix(4)) : isLoopback ? [127, 0, 0, 1] : Array(all.prefix(8))
        } else {
            return nil
        }
    }

    /// This machine's own address stands for whoever is behind it, so it says nothing of one person.
    var isLoopback: Bool { bytes.count == 4 && bytes[0] == 127 }

    /// The bytes in hexadecimal, two digits each.
    var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
