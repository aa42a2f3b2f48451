/// Reading code by its words, on bytes, fast enough for the whole tree in a debug build.
extension [UInt8] {
    /// The offsets at which `word` stands; `whole` asks that no letter, digit or `_` touches it.
    func offsets(of word: String, whole: Bool = true) -> [Int] {
        let needle = [UInt8](word.utf8)
        guard let first = needle.first, count >= needle.count else { return [] }
        var found: [Int] = []
        withUnsafeBufferPointer { all in
            for start in 0...(all.count - needle.count) where all[start] == first {
                var index = 1
                while index < needle.count, all[start + index] == needle[index] { index += 1 }
                guard index == needle.count else { continue }
                if whole, start > 0, isWord(first), isWord(all[start - 1]) { continue }
                let next = start + needle.count
                if whole, next < all.count, isWord(needle[needle.count - 1]), isWord(all[next]) { continue }
                found.append(start)
            }
        }
        return found
    }

    /// The word that begins at `offset`, after spaces.
    func word(at offset: Int) -> String {
        var start = offset
        while start < count, self[start] == UInt8(ascii: " ") { start += 1 }
        var end = start
        while end < count, isWord(self[end]) { end += 1 }
        return String(decoding: self[start..<end], as: UTF8.self)
    }

    /// The offset of the brace that closes the one at `open`; the end where none does.
    func close(of open: Int) -> Int {
        var depth = 0
        for index in open..<count {
            if self[index] == UInt8(ascii: "{") { depth += 1 }
            if self[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return count
    }
}

func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xff: true
    default: false
    }
}
