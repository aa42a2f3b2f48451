import Crypto
import Values

/// Why something sealed stays shut.
public enum SealingFault: Error, Phrase, Equatable {
    /// The subject's key was destroyed, with everything under it.
    case keyGone
    /// The bytes were changed, cut, or sealed under another key or for another context.
    case damaged
    /// The cipher refused to seal.
    case notSealed

    public var text: Text {
        switch self {
        case .keyGone:
            Text("这部分内容已按要求删除，不能再看了。", "This was erased as asked and can no longer be read.")
        case .damaged:
            Text("这部分内容存得不完整，打不开。", "What was stored here is damaged and cannot be opened.")
        case .notSealed:
            Text("没能把内容加密，所以没有保存。", "This could not be encrypted, so it was not kept.")
        }
    }
}

/// A sealed box: a byte of version, then nonce, ciphertext and tag of AES-256-GCM. Source: NIST SP 800-38D.
enum Box {
    private static let version: UInt8 = 1

    static func seal(
        _ bytes: [UInt8], _ key: SymmetricKey, _ associated: [UInt8]
    ) throws(SealingFault) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(bytes, using: key, authenticating: associated)
            var whole = [version]
            whole.reserveCapacity(1 + 12 + bytes.count + 16)
            whole.append(contentsOf: box.nonce)
            whole.append(contentsOf: box.ciphertext)
            whole.append(contentsOf: box.tag)
            return whole
        } catch {
            throw .notSealed
        }
    }

    static func open(
        _ box: [UInt8], _ key: SymmetricKey, _ associated: [UInt8]
    ) throws(SealingFault) -> [UInt8] {
        guard box.first == version else { throw .damaged }
        do {
            let sealed = try AES.GCM.SealedBox(combined: Array(box.dropFirst()))
            return Array(try AES.GCM.open(sealed, using: key, authenticating: associated))
        } catch {
            throw .damaged
        }
    }
}

/// Numbers and parts as one run of bytes.
enum Framing {
    /// A number as eight bytes, big-endian.
    static func eight(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// A context and bytes, such that no two different pairs give the same run.
    static func join(_ context: String, _ bytes: some Sequence<UInt8>) -> [UInt8] {
        let label = Array(context.utf8)
        return eight(UInt64(label.count)) + label + Array(bytes)
    }
}
