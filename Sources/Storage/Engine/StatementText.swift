import Foundation

/// A statement's text as a key: hashed eight bytes at a time, for the longest have more than a thousand.
package struct StatementText: Hashable {
    private let bytes: [UInt8]
    private let mixed: UInt64

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        mixed = bytes.withUnsafeBytes { raw in
            var mixed = UInt64(raw.count), at = 0
            while at + 8 <= raw.count {
                mixed = Self.mix(mixed, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                at += 8
            }
            var rest: UInt64 = 0
            while at < raw.count {
                rest = rest << 8 | UInt64(raw[at])
                at += 1
            }
            return Self.mix(mixed, rest)
        }
    }

    private static func mix(_ mixed: UInt64, _ word: UInt64) -> UInt64 {
        let product = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    package static func == (a: StatementText, b: StatementText) -> Bool {
        guard a.mixed == b.mixed, a.bytes.count == b.bytes.count else { return false }
        return a.bytes.withUnsafeBytes { left in
            b.bytes.withUnsafeBytes { right in
                guard let left = left.baseAddress, let right = right.baseAddress else { return true }
                return memcmp(left, right, a.bytes.count) == 0
            }
        }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(mixed) }
}
