public import Values

/// The methods that Linli answers; HEAD is answered as GET without its body.
public enum Method: String, Sendable, CaseIterable, Comparable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"

    public static func < (a: Method, b: Method) -> Bool { a.rawValue < b.rawValue }
}

/// A request, apart from any server: what was asked, by which way it came, with its body read and bounded.
public struct Ask: Sendable {
    public var method: Method
    /// The path as sent, percent-encoded, without the query.
    public var path: String
    public var query: [(name: String, value: String)]
    /// Header names in lower case.
    public var headers: [String: String]
    public var body: [UInt8]
    /// The address of the other end, as the nearest trusted proxy tells it.
    public var remote: String
    public var isSecure: Bool

    public init(
        _ method: Method, _ path: String, query: [(name: String, value: String)] = [],
        headers: [String: String] = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        remote = "127.0.0.1"
        isSecure = false
    }

    /// Every value of a name in the query.
    public func all(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

    /// The first value of a name in the query, nil where it is absent or empty.
    public func value(_ name: String) -> String? {
        query.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// The value of a cookie, the first where a browser sends several.
    public func cookie(_ name: String) -> String? {
        guard var rest = headers["cookie"]?.utf8[...] else { return nil }
        while !rest.isEmpty {
            let pair = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest[pair.endIndex...].dropFirst()
            let bare = pair.drop { $0 == UInt8(ascii: " ") }
            let value = bare.dropFirst(name.utf8.count)
            guard bare.starts(with: name.utf8), value.first == UInt8(ascii: "=") else { continue }
            return String(Substring(value.dropFirst()))
        }
        return nil
    }

    /// Whether the answer is wanted as JSON: by the address's ending, by `Accept`, or, where that names
    /// neither
    /// JSON nor HTML, because a program asks: it sent JSON or a bearer.
    public var wantsJSON: Bool {
        if hasJSONEnding { return true }
        let accept = headers["accept"] ?? ""
        // As browsers ask: HTML before all, and no word of JSON.
        if accept.utf8.starts(with: "text/html".utf8), !accept.utf8.contains(UInt8(ascii: "j")) {
            return false
        }
        let wishes = HeaderValue.parts(accept, at: UInt8(ascii: ",")).map(Wish.init)
        let json = wishes.firstIndex { $0.isJSON && $0.weight > 0 }
        let html = wishes.firstIndex { $0.isHTML && $0.weight > 0 }
        switch (json, html) {
        case (nil, nil): return isJSON || headers["authorization"] != nil
        case (nil, _): return false
        case (_, nil): return true
        case (let json?, let html?):
            let (one, other) = (wishes[json].weight, wishes[html].weight)
            return one == other ? json < html : one > other
        }
    }

    var hasJSONEnding: Bool { path.utf8.suffix(5).elementsEqual(".json".utf8) }

    /// Whether the body is JSON.
    public var isJSON: Bool { mediaType == "application/json" }

    /// The body's media type in lower case, without its parameters.
    public var mediaType: String {
        guard let type = headers["content-type"] else { return "" }
        let bare = Array(type.utf8.prefix { $0 != UInt8(ascii: ";") })
        return String(decoding: HeaderValue.trimmed(bare[...]).map(HeaderValue.lower), as: UTF8.self)
    }

    /// The languages by the reader's wish: `?lang=`, the cookie, then `Accept-Language`; Chinese where none
    /// is said.
    public var language: Language {
        for wish in [value("lang"), cookie("lang")] {
            if let wish, let language = Language(rawValue: wish) { return language }
        }
        let first = (headers["accept-language"] ?? "").utf8.prefix(2)
        return HeaderValue.sameWord(first, "en") ? .english : .chinese
    }
}

/// One media type of an `Accept`, and how much it is wished for, in thousandths.
private struct Wish {
    let isJSON: Bool
    let isHTML: Bool
    let weight: Int

    init(_ text: String) {
        let type = text.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        isJSON = ["application/json", "application/problem+json"].contains { HeaderValue.sameWord(type, $0) }
        isHTML = ["text/html", "application/xhtml+xml"].contains { HeaderValue.sameWord(type, $0) }
        let quality = HeaderValue.parameter("q", of: text).flatMap { Double($0) } ?? 1
        weight = quality.isFinite ? Int(min(max(quality, 0), 1) * 1000) : 0
    }
}
