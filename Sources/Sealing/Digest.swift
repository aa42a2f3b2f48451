import Crypto
import Csodium

/// SHA-256 and the comparison of secrets.
public enum Digest {
    /// The SHA-256 of the bytes. Shape: 32 bytes. Source: FIPS 180-4.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(bytes)))
    }

    /// The hash of a row that stands after another: SHA-256 over the hash before, then the row's bytes.
    ///
    /// Shape: 32 bytes. The first row of a chain stands after `start`.
    public static func chained(after previous: [UInt8], _ row: [UInt8]) -> [UInt8] {
        // A hash before of another length would let bytes wander between the two parts, so its length is
        // bound in.
        sha256([UInt8(truncatingIfNeeded: previous.count)] + previous + row)
    }

    /// The hash before the first row of a chain: 32 zero bytes.
    public static let start = [UInt8](repeating: 0, count: 32)

    /// Whether the bytes are the same, in a time that depends on their number alone.
    public static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && sodium_memcmp(a, b, a.count) == 0
    }
}

/// A SHA-256 over parts that come one after another, each bound with its length. Source: FIPS 180-4.
public struct RunningDigest: Sendable {
    private var sha = SHA256()

    public init() {}

    /// - Parameters: `kind`: tells parts of the same bytes and another meaning apart.
    public mutating func feed(_ bytes: [UInt8], kind: UInt8) {
        var head = UInt64(bytes.count).bigEndian
        sha.update(data: [kind])
        withUnsafeBytes(of: &head) { sha.update(bufferPointer: $0) }
        sha.update(data: bytes)
    }

    /// Shape: 32 bytes.
    public func finish() -> [UInt8] { Array(sha.finalize()) }
}

/// Bytes out of the kernel's random source.
enum RandomBytes {
    /// Eight at a time: each number drawn is a call of the system.
    static func make(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { bytes += Framing.eight(source.next()) }
        return Array(bytes.prefix(count))
    }
}
