public import Values

/// The methods that Linli answers; HEAD is answered as GET without its body.
public enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
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

    /// The first value of a name in the query, nil where it is absent or empty.
    public func value(_ name: String) -> String? {
        query.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// The value of a cookie.
    public func cookie(_ name: String) -> String? {
        guard let header = headers["cookie"] else { return nil }
        for part in header.split(separator: ";") {
            let pair = part.drop { $0 == " " }
            guard let equals = pair.utf8.firstIndex(of: UInt8(ascii: "=")), pair[..<equals] == name else {
                continue
            }
            return String(pair[pair.index(after: equals)...])
        }
        return nil
    }

    /// Whether the answer is wanted as JSON: by the address's ending, or by `Accept` naming it before HTML.
    public var wantsJSON: Bool {
        if path.utf8.suffix(5).elementsEqual(".json".utf8) { return true }
        guard let accept = headers["accept"] else { return isJSON }
        // As browsers begin: nothing stands before HTML.
        if accept.utf8.starts(with: "text/html".utf8) { return false }
        guard let json = accept.firstRange(of: "application/json") else { return false }
        guard let html = accept.firstRange(of: "text/html") else { return true }
        return json.lowerBound < html.lowerBound
    }

    /// Whether the body is JSON.
    public var isJSON: Bool { mediaType == "application/json" }

    /// The body's media type in lower case, without its parameters.
    public var mediaType: String {
        (headers["content-type"] ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }

    /// The languages by the reader's wish: `?lang=`, the cookie, then `Accept-Language`; Chinese where none is said.
    public var language: Language {
        for wish in [value("lang"), cookie("lang")] {
            if let wish, let language = Language(rawValue: wish) { return language }
        }
        return (headers["accept-language"] ?? "").lowercased().hasPrefix("en") ? .english : .chinese
    }
}
