extension OpinionVotes {
    /// The votes of a CSV file: the header `participant,statement,vote`, then a vote a line, the latest
    /// last.
    ///
    /// *Shape:* UTF-8, with or without byte order mark; lines end with LF or CRLF; numbers are plain
    /// digits, at most 18; a vote is 1 (agree), 0 (pass) or -1 (disagree). Nothing is quoted, no line is
    /// empty.
    /// *Refuses:* everything else, with the line; files beyond `Limits`.
    public init(csv bytes: UnsafeRawBufferPointer) throws(InputFault) {
        var reader = try OpinionReader(bytes)
        try self.init(try reader.votes())
    }

    /// The same of bytes in an array.
    public init(csv bytes: [UInt8]) throws(InputFault) {
        self = try bytes.withUnsafeBytes { bytes in
            Result { () throws(InputFault) in try OpinionVotes(csv: bytes) }
        }.get()
    }

    /// The statements that were moderated out: a number a line; empty lines are passed over.
    public static func moderated(in bytes: UnsafeRawBufferPointer) throws(InputFault) -> Set<Int> {
        var reader = try OpinionReader(bytes)
        return try reader.moderated()
    }

    /// The same of bytes in an array.
    public static func moderated(in bytes: [UInt8]) throws(InputFault) -> Set<Int> {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(InputFault) in try moderated(in: bytes) }
        }.get()
    }
}

/// Reads the files of a conversation byte by byte.
private struct OpinionReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0
    private var line = 1

    init(_ bytes: UnsafeRawBufferPointer) throws(InputFault) {
        guard bytes.count <= OpinionVotes.Limits.bytes else {
            throw InputFault("the file is larger than \(OpinionVotes.Limits.bytes >> 20) MiB")
        }
        self.bytes = bytes
        if bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf { at = 3 }
    }

    mutating func votes() throws(InputFault) -> OpinionColumns {
        for expected in "participant,statement,vote".utf8 {
            guard at < bytes.count && bytes[at] == expected else {
                throw InputFault("expected the header participant,statement,vote", line: 1)
            }
            at += 1
        }
        try endLine(after: "the header")
        var columns = OpinionColumns()
        // The shortest line of a vote has six bytes.
        columns.reserve(min(OpinionVotes.Limits.votes, (bytes.count - at) / 6 + 1))
        while at < bytes.count {
            let participant = try number("a participant's number")
            try comma()
            let statement = try number("a statement's number")
            try comma()
            columns.append(participant, statement, try vote())
            try endLine(after: "the vote")
            guard columns.count <= OpinionVotes.Limits.votes else {
                throw InputFault("more than \(OpinionVotes.Limits.votes) votes", line: line - 1)
            }
        }
        return columns
    }

    mutating func moderated() throws(InputFault) -> Set<Int> {
        var found: Set<Int> = []
        while at < bytes.count {
            if bytes[at] != 0x0a && bytes[at] != 0x0d {
                found.insert(try number("a statement's number"))
                guard found.count <= OpinionVotes.Limits.statements else {
                    throw InputFault("more than \(OpinionVotes.Limits.statements) statements", line: line)
                }
            }
            try endLine(after: "the number")
        }
        return found
    }

    @inline(__always)
    private mutating func number(_ name: StaticString) throws(InputFault) -> Int {
        let first = at
        var value = 0
        while at < bytes.count {
            let digit = bytes[at] &- 0x30
            guard digit <= 9 else { break }
            // Eighteen digits fit; a nineteenth is refused before it is added.
            guard at - first < 18 else { throw InputFault("\(name) has at most 18 digits", line: line) }
            value = value &* 10 &+ Int(digit)
            at += 1
        }
        guard at > first else { throw InputFault("expected \(name), digits only", line: line) }
        return value
    }

    @inline(__always)
    private mutating func vote() throws(InputFault) -> Int8 {
        let sign: Int8
        if at < bytes.count && bytes[at] == UInt8(ascii: "-") {
            sign = -1
            at += 1
        } else {
            sign = 1
        }
        guard at < bytes.count,
            bytes[at] == UInt8(ascii: "1") || (bytes[at] == UInt8(ascii: "0") && sign == 1)
        else { throw InputFault("a vote is 1, 0 or -1", line: line) }
        let value = sign * Int8(bytes[at] - 0x30)
        at += 1
        return value
    }

    @inline(__always)
    private mutating func comma() throws(InputFault) {
        guard at < bytes.count && bytes[at] == UInt8(ascii: ",") else {
            throw InputFault("expected a comma: participant,statement,vote", line: line)
        }
        at += 1
    }

    @inline(__always)
    private mutating func endLine(after name: StaticString) throws(InputFault) {
        guard at < bytes.count else { return }
        if bytes[at] == 0x0d { at += 1 }
        guard at < bytes.count && bytes[at] == 0x0a else {
            throw InputFault("expected the end of the line after \(name)", line: line)
        }
        at += 1
        line += 1
    }
}
