import Cqrencode
import Values

/// Why a text becomes no QR code.
public enum QRCodeFault: Error, Phrase, Equatable {
    /// More than a code of this level holds: 2331 bytes.
    case tooLong
    case empty

    public var text: Text {
        switch self {
        case .tooLong: Text("内容太长，放不进一个二维码。", "This is too long for one QR code.")
        case .empty: Text("没有内容可以做成二维码。", "There is nothing to make a QR code of.")
        }
    }
}

/// A QR code of level M: a square of dark and light modules. Source: ISO/IEC 18004.
public struct QRCode: Sendable, Equatable {
    /// Modules a side, without the quiet zone: 21...177.
    public let side: Int
    /// True is dark; row after row.
    public let modules: [Bool]

    /// Makes the smallest code that holds the text as UTF-8 bytes. Refuses: an empty text, more than 2331
    /// bytes.
    public init(_ text: String) throws(QRCodeFault) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= 2331,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { throw .tooLong }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { throw .tooLong }
        self.side = side
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether the module is dark; light outside.
    public func isDark(column: Int, row: Int) -> Bool {
        (0..<side).contains(column) && (0..<side).contains(row) && modules[row * side + column]
    }

    /// The code as an SVG element, black on its own white ground, one unit a module; nothing in it comes from
    /// the text.
    ///
    /// It has no name for screen readers: the page that shows it gives one.
    public func svg(quietZone: Int = 4) -> String {
        let zone = min(max(0, quietZone), 100), whole = side + 2 * zone
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(whole) \(whole)\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h\(whole)v\(whole)h-\(whole)z\"/>"
            + "<path fill=\"#000\" d=\"\(path(zone))\"/></svg>"
    }

    /// Each run of dark modules in a row as one bar.
    private func path(_ zone: Int) -> String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while isDark(column: column, row: row) { column += 1 }
                let length = column - start
                if length > 0 { path += "M\(start + zone) \(row + zone)h\(length)v1h-\(length)z" }
                column = max(column, start + 1)
            }
        }
        return path
    }
}
