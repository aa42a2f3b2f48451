import Values

/// What two texts can have in common, each under a key of 64 bits: Han characters, pairs of neighbouring
/// ones, words of letters and digits.
///
/// A key's two highest bits tell which it is. Words of up to eight ASCII letters are spelt out in their key;
/// longer ones and others are known by a hash of 62 bits.
enum Features {
    enum Kind: UInt64 { case character, pair, shortWord, longWord }

    /// Features of the longest text: a character and a pair for each scalar.
    static let most = 2 * PlainText.limit

    static func kind(of key: UInt64) -> Kind { Kind(rawValue: key >> 62) ?? .character }

    static func character(_ scalar: UInt32) -> UInt64 { UInt64(scalar) }

    static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        Kind.pair.rawValue << 62 | UInt64(first) << 21 | UInt64(second)
    }

    /// The characters of a character's or a pair's key.
    static func characters(of key: UInt64) -> (first: UInt32, second: UInt32) {
        (UInt32(key >> 21 & 0x1F_FFFF), UInt32(key & 0x1F_FFFF))
    }

    /// Writes the features of a folded text over `keys`, repeated ones as often as they stand there.
    static func list(_ plain: [Folded], into keys: inout [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        var last: UInt32 = 0
        var word = WordKey()
        for folded in plain {
            if folded.isHan {
                if let key = word.close() { keys.append(key) }
                let scalar = folded.scalar
                keys.append(character(scalar))
                if last != 0 { keys.append(pair(last, scalar)) }
                last = scalar
                continue
            }
            last = 0
            if folded.isWord { word.add(folded.scalar) } else if let key = word.close() { keys.append(key) }
        }
        if let key = word.close() { keys.append(key) }
    }

    /// The distinct features of a text, in ascending order of their keys.
    static func distinct(_ text: String) -> [UInt64] {
        var plain: [Folded] = [], keys: [UInt64] = []
        PlainText.fold(text, into: &plain)
        list(plain, into: &keys)
        keys.sort()
        var kept = 0
        for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
            keys[kept] = keys[index]
            kept += 1
        }
        keys.removeLast(keys.count - kept)
        return keys
    }
}

/// A word's key while its letters come in.
private struct WordKey {
    private var spelt: UInt64 = 0, count = 0, isASCII = true
    // FNV-1a over the scalars.
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ scalar: UInt32) {
        count += 1
        isASCII = isASCII && scalar < 0x80
        spelt = spelt << 7 | UInt64(scalar & 0x7F)
        hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
    }

    mutating func close() -> UInt64? {
        guard count > 0 else { return nil }
        let key =
            isASCII && count <= 8
            ? Features.Kind.shortWord.rawValue << 62 | spelt
            : Features.Kind.longWord.rawValue << 62 | hash >> 2
        self = WordKey()
        return key
    }
}
