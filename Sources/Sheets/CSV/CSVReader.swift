/// Reads comma-separated values strictly: what a spreadsheet program would guess at is a fault here.
///
/// Shape: UTF-8, UTF-16 with a byte order mark, or GB18030; comma, semicolon or tab as in the first line;
/// the first row that is not blank is the header. A line break inside a cell becomes one `\n`. Source: RFC
/// 4180.
public struct CSVReader: Sendable {
    public let limits: SheetLimits

    public init(limits: SheetLimits = .standard) { self.limits = limits }

    /// Reads the whole table.
    ///
    /// Throws: `SheetFault`.
    public func table(_ bytes: [UInt8]) throws -> Table {
        try Table { try forEachRow(in: bytes, $0) }
    }

    /// Hands over row by row; what was handed over before a throw is not to be kept.
    ///
    /// Throws: `SheetFault`, and what `body` throws.
    @discardableResult
    public func forEachRow(
        in bytes: [UInt8], _ body: (_ header: [String], _ row: SheetRow) throws -> Void
    ) throws -> SheetSummary {
        guard bytes.count <= limits.fileBytes else {
            throw SheetFault(.fileTooBig(megabytes: limits.fileBytes >> 20))
        }
        let text = try Charset.decode(bytes)
        return try withoutActuallyEscaping(body) { body in
            var sink = RowSink(limits: limits, body: body)
            try text.withUnsafeBufferPointer { text in
                var parser = CSVParser(text, limits: limits)
                while let row = try parser.next() { try sink.take(row) }
            }
            return try sink.finish()
        }
    }
}

/// The grammar of CSV over UTF-8 bytes.
struct CSVParser {
    private let text: UnsafeBufferPointer<UInt8>
    private let limits: SheetLimits
    private var delimiter: UInt8
    private var at = 0
    private var line = 1
    private var column = 1

    init(_ text: UnsafeBufferPointer<UInt8>, limits: SheetLimits) {
        self.text = text
        self.limits = limits
        delimiter = Self.delimiter(in: text)
        skipSeparatorLine()
    }

    /// The next record, also a blank one; nil at the end of the text.
    mutating func next() throws -> SheetRow? {
        guard at < text.count else { return nil }
        let first = line
        var cells: [String] = []
        while true {
            column = cells.count + 1
            guard column <= limits.columns else { throw fault(.tooManyColumns(limits.columns)) }
            cells.append(
                FormulaGuard.unwrap(at < text.count && text[at] == quote ? try quoted() : try plain()))
            guard at < text.count, text[at] == delimiter else { break }
            at += 1
        }
        if at < text.count { endLine() }
        return SheetRow(number: first, cells: cells)
    }

    private func fault(_ kind: SheetFault.Kind) -> SheetFault { SheetFault(kind, row: line, column: column) }

    private mutating func plain() throws -> String {
        let start = at
        while at < text.count, text[at] != delimiter, !isBreak(text[at]) {
            if text[at] == quote { throw fault(.strayQuote) }
            try checkCharacter()
            at += 1
        }
        return try cell(text[start..<at])
    }

    private mutating func quoted() throws -> String {
        let opened = fault(.unterminatedQuote)
        var bytes: [UInt8] = []
        at += 1
        while true {
            guard at < text.count else { throw opened }
            if isBreak(text[at]) {
                endLine()
                bytes.append(newline)
                continue
            }
            if text[at] == quote {
                at += 1
                guard at < text.count, text[at] == quote else { break }
            }
            try checkCharacter()
            bytes.append(text[at])
            at += 1
        }
        guard at == text.count || text[at] == delimiter || isBreak(text[at]) else {
            throw fault(.textAfterQuote)
        }
        return try cell(bytes)
    }

    private func cell(_ bytes: some Collection<UInt8>) throws -> String {
        let value = String(decoding: bytes, as: UTF8.self)
        if bytes.count > limits.cellLength, value.utf16.count > limits.cellLength {
            throw fault(.cellTooLong(limits.cellLength))
        }
        return value
    }

    /// Refuses NUL and the other control characters of ASCII and Latin-1; the tab is a character of text.
    private func checkCharacter() throws {
        switch text[at] {
        case 0x09: return
        case 0..<0x20, 0x7F: throw fault(.controlCharacter)
        case 0xC2 where at + 1 < text.count && text[at + 1] < 0xA0: throw fault(.controlCharacter)
        default: return
        }
    }

    private func isBreak(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }

    /// Steps over one line break, CRLF being one.
    private mutating func endLine() {
        if text[at] == carriageReturn, at + 1 < text.count, text[at + 1] == newline { at += 1 }
        at += 1
        line += 1
    }

    /// Steps over a first line `sep=;`, which spreadsheet programs write to name the delimiter.
    private mutating func skipSeparatorLine() {
        guard text.count >= 5, text.prefix(4).elementsEqual("sep=".utf8) else { return }
        guard text.count == 5 || isBreak(text[5]), Self.delimiters.contains(text[4]) else { return }
        delimiter = text[4]
        at = 5
        if at < text.count { endLine() }
    }

    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// The delimiter that the first line with text has most of, outside quotes; the comma where none has
    /// more.
    private static func delimiter(in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var counts = [0, 0, 0], inQuotes = false, begun = false
        for byte in text {
            if byte == quote { inQuotes.toggle() }
            if inQuotes { continue }
            if byte == newline || byte == carriageReturn {
                if begun { break } else { continue }
            }
            begun = true
            if let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
        }
        var best = 0
        for index in 1...2 where counts[index] > counts[best] { best = index }
        return delimiters[best]
    }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
