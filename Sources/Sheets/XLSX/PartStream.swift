import Foundation

/// Feeds an entry to the XML parser, and holds back what no sheet needs before the parser sees it.
///
/// Only well-formed UTF-8 passes, without NUL, declared so or not at all; `<!` passes before a comment and
/// a CDATA section alone. So there are no document types, no entities to expand and no other encodings to
/// hide them in.
final class PartStream: InputStream {
    private let entry: Entry
    private var scan = UTF8Scan()
    private var isFirst = true
    /// How much of `<!` the last bytes are.
    private var opened = 0
    private(set) var failure: SheetFault?

    init(_ entry: Entry) {
        self.entry = entry
        super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var streamError: (any Error)? { failure }
    override var streamStatus: Stream.Status { failure == nil ? .open : .error }
    override var hasBytesAvailable: Bool { failure == nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        do {
            let count = try entry.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
            let bytes = UnsafeBufferPointer(start: buffer, count: count)
            if isFirst { try checkHead(bytes) }
            try check(bytes)
            if count == 0, scan.isOpen { throw SheetFault(.damaged) }
            return count
        } catch {
            failure = error as? SheetFault ?? SheetFault(.damaged)
            return -1
        }
    }

    /// Accepts a byte order mark of UTF-8, then markup; an encoding, where declared, must be UTF-8 or ASCII.
    private func checkHead(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        isFirst = false
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        guard bytes.dropFirst(hasMark ? 3 : 0).first == UInt8(ascii: "<") else { throw SheetFault(.damaged) }
        guard let end = head.range(of: "?>"), let name = head[..<end.lowerBound].range(of: "encoding") else {
            return
        }
        let declared = head[name.upperBound..<end.lowerBound]
        guard declared.contains("utf-8") || declared.contains("us-ascii") else { throw SheetFault(.damaged) }
    }

    private func check(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        // Kept apart from the object while the bytes run, which is twice as fast.
        var scan = scan, opened = opened
        defer { (self.scan, self.opened) = (scan, opened) }
        for byte in bytes {
            if byte >= 0x80 || scan.isOpen {
                guard scan.accepts(byte) else { throw SheetFault(.damaged) }
            }
            if opened == 0, byte != UInt8(ascii: "<"), byte != 0 { continue }
            switch byte {
            case 0: throw SheetFault(.damaged)
            case UInt8(ascii: "-") where opened == 2, UInt8(ascii: "[") where opened == 2: opened = 0
            case _ where opened == 2: throw SheetFault(.unsafeXML)
            case UInt8(ascii: "<"): opened = 1
            case UInt8(ascii: "!"): opened = 2
            default: opened = 0
            }
        }
    }
}
