/// Words for full-text search of Chinese: overlapping pairs of Han characters, whole Latin words, all of the
/// plain form (see ``PlainText``), so that 電梯, ３號樓 and 三号楼 are found as 电梯 and 3号楼 are.
///
/// 路灯坏了3次 is stored as `路灯 灯坏 坏了 了 3 次`: after its pairs each run leaves its last character as a word, so
/// that every single character begins some word and a search for one is a search for words beginning with it.
/// Where a numeral becomes digits both are stored, since what is typed may break off before 号 or 楼 tells that
/// it is a number. The words hold letters and digits only, so FTS5's unicode61 tokenizer keeps them whole.
public enum Bigrams {
    /// Scalars of a document that are indexed; what follows is left out.
    public static let documentLimit = 20_000
    /// Scalars and words of a query that are looked at.
    public static let queryLimit = 64, wordLimit = 8

    /// Which way of cutting this is: raised whenever the same text is cut into other words, so that what is
    /// stored is written anew.
    public static let form = 3

    /// The words of a text to store, parted by spaces.
    public static func document(_ text: String) -> String {
        var plain: [Folded] = []
        let hasNumerals = PlainText.unspelled(text, limit: documentLimit, into: &plain)
        var words = WordBytes(room: text.utf8.count * 3)
        guard hasNumerals else {
            words.write(plain[...])
            return words.text
        }
        var asWritten: [ArraySlice<Folded>] = []
        for piece in plain.split(whereSeparator: { !$0.isHan && !$0.isWord }) {
            let spelled = ChineseNumerals.spelled(piece)
            words.write(spelled[...])
            if spelled.count != piece.count || !spelled.elementsEqual(piece) { asWritten.append(piece) }
        }
        asWritten.forEach { words.write($0) }
        return words.text
    }

    /// The words that a row must all contain; none for a query without letters and digits.
    public static func query(_ text: String) -> [SearchWord] {
        var plain: [Folded] = []
        if PlainText.unspelled(text, limit: queryLimit, into: &plain) {
            plain = ChineseNumerals.spelled(plain[...])
        }
        var words: [[Run]] = []
        for run in runs(of: plain) {
            if run.isAttached, !words.isEmpty {
                words[words.count - 1].append(run)
            } else {
                words.append([run])
            }
        }
        return words.prefix(wordLimit).map(word)
    }

    private static func word(_ runs: [Run]) -> SearchWord {
        let all = runs.indices.flatMap { tokens(of: runs[$0], isLast: $0 == runs.count - 1) }
        let isSingle = runs.last.map { $0.isHan && $0.scalars.count == 1 } ?? false
        return SearchWord(tokens: all, isPrefix: isSingle)
    }

    private static func tokens(of run: Run, isLast: Bool) -> [String] {
        let count = run.scalars.count
        guard run.isHan, count > 1 else { return [WordBytes.text(run.scalars[...])] }
        var tokens = (0..<count - 1).map { WordBytes.text(run.scalars[$0..<$0 + 2]) }
        // More follows the run, so its last character stands alone in the document too.
        if !isLast { tokens.append(WordBytes.text(run.scalars[(count - 1)...])) }
        return tokens
    }

    /// Scalars of one kind that follow one another.
    private struct Run {
        let isHan: Bool
        /// Whether it follows the run before directly, or is joined to it by a sign as in X-1041.
        let isAttached: Bool
        var scalars: [Folded]
    }

    private static func runs(of plain: [Folded]) -> [Run] {
        var runs: [Run] = []
        var last: Folded?, isJoined = false
        for folded in plain {
            if folded.isHan || folded.isWord {
                if let last, last.isHan == folded.isHan, last.isWord == folded.isWord {
                    runs[runs.count - 1].scalars.append(folded)
                } else {
                    let follows = last.map { $0.isHan || $0.isWord } ?? false
                    let isAttached = follows || (isJoined && folded.isWord)
                    runs.append(Run(isHan: folded.isHan, isAttached: isAttached, scalars: [folded]))
                }
            } else {
                isJoined = folded.isJoint && last?.isWord ?? false
            }
            last = folded
        }
        return runs
    }
}

/// Words as they are written one after another, in UTF-8.
private struct WordBytes {
    private var bytes: [UInt8] = []

    init(room: Int = 0) { bytes.reserveCapacity(room) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    static func text(_ word: ArraySlice<Folded>) -> String {
        var words = WordBytes()
        words.add(word)
        return words.text
    }

    /// Writes the words of a plain text: of a Han run each pair and its last character, else each word.
    mutating func write(_ plain: ArraySlice<Folded>) {
        var index = plain.startIndex
        while index < plain.endIndex {
            let first = plain[index]
            var end = index + 1
            if first.isHan {
                if end < plain.endIndex, plain[end].isHan { end += 1 }
                add(plain[index..<end])
                index += 1
            } else if first.isWord {
                while end < plain.endIndex, plain[end].isWord { end += 1 }
                add(plain[index..<end])
                index = end
            } else {
                index += 1
            }
        }
    }

    private mutating func add(_ word: ArraySlice<Folded>) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        for folded in word {
            let value = folded.scalar
            if value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: value))
            } else if let scalar = Unicode.Scalar(value) {
                bytes.append(contentsOf: scalar.utf8)
            }
        }
    }
}
