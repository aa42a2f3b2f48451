import Foundation
import FoundationXML

/// What is heard while one XML part is read; a subclass for each kind of part.
class PartReader: NSObject, XMLParserDelegate {
    private var failure: (any Error)?
    private var depth = 0
    private var isWhole = false

    func start(_ name: Substring, _ attributes: [String: String]) throws {}
    func end(_ name: Substring) throws {}
    func text(_ text: String) throws {}

    /// Reads a part to its end.
    ///
    /// Throws: `SheetFault` where it is missing or damaged, and what the subclass throws.
    final func read(_ path: String, of archive: Archive) throws {
        guard let entry = try archive.open(path) else { throw SheetFault(.damaged) }
        let stream = PartStream(entry)
        let parser = XMLParser(stream: stream)
        parser.shouldResolveExternalEntities = false
        parser.externalEntityResolvingPolicy = .never
        parser.delegate = self
        let isParsed = parser.parse()
        if let failure { throw failure }
        if let failure = stream.failure { throw failure }
        guard isParsed, isWhole, depth == 0 else { throw SheetFault(.damaged) }
    }

    /// Runs a step; after the first failure nothing is heard any more.
    private func step(_ parser: XMLParser, _ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch {
            failure = error
            parser.abortParsing()
        }
    }

    /// The name without its prefix: some programs write `x:row`.
    private static func local(_ name: String) -> Substring {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name[...] }
        return name[name.utf8.index(after: colon)...]
    }

    final func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        step(parser) { try start(Self.local(name), attributes) }
    }

    final func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        depth -= 1
        if depth == 0 { isWhole = true }
        step(parser) { try end(Self.local(name)) }
    }

    final func parser(_ parser: XMLParser, foundCharacters string: String) {
        step(parser) { try text(string) }
    }

    final func parser(_ parser: XMLParser, foundCDATA block: Data) {
        step(parser) { try text(String(decoding: block, as: UTF8.self)) }
    }

    /// The parser underneath goes on after errors and guesses; a damaged sheet is not to be guessed at.
    final func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        step(parser) { throw SheetFault(.damaged) }
    }
}

/// Gathers the text of a cell or a shared string, within the limit for cells.
struct TextGatherer {
    private let limit: Int
    private(set) var text = ""
    /// Inside an element whose text counts, and how deep inside phonetic hints, whose text does not.
    var isOpen = false, phonetic = 0

    init(limits: SheetLimits) { limit = limits.cellLength }

    mutating func reset() {
        text = ""
        isOpen = false
        phonetic = 0
    }

    mutating func add(_ more: String) throws {
        guard isOpen, phonetic == 0 else { return }
        text += more
        // Seven characters of file, as in `_x000D_`, may stand for one of text.
        if text.utf8.count > limit * 7 { throw SheetFault(.cellTooLong(limit)) }
    }
}
