import Foundation
public import Values

/// An answer, apart from any server.
public struct Reply: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(status: Int = 200, type: String? = nil, body: [UInt8] = []) {
        self.status = status
        headers = type.map { [("Content-Type", $0)] } ?? []
        self.body = body
    }

    public static func html(_ html: HTML, status: Int = 200) -> Reply {
        Reply(status: status, type: "text/html; charset=utf-8", body: html.bytes)
    }

    /// - Throws: what the encoder throws, a fault of the program.
    public static func json(_ value: some Encodable, status: Int = 200) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Reply(
            status: status, type: "application/json; charset=utf-8", body: Array(try encoder.encode(value)))
    }

    public static func text(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    /// A file to keep, named in ASCII and, beside it, in full.
    public static func file(_ body: [UInt8], type: String, name: String) -> Reply {
        var reply = Reply(type: type, body: body)
        let full = Percent.encode(name)
        reply.headers.append(
            ("Content-Disposition", "attachment; filename=\"linli\"; filename*=UTF-8''\(full)"))
        return reply
    }

    /// A workbook to keep; `name` without its ending.
    public static func workbook(_ body: [UInt8], name: String) -> Reply {
        .file(body, type: workbookType, name: name + ".xlsx")
    }

    /// Source: ISO/IEC 29500, the media type of a SpreadsheetML workbook.
    private static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// After a form: go and see the result, by GET.
    public static func see(_ link: Link) -> Reply {
        var reply = Reply(status: 303)
        reply.headers.append(("Location", link.address))
        return reply
    }

    public mutating func set(_ cookie: Cookie) { headers.append(("Set-Cookie", cookie.header)) }

    public func header(_ name: String) -> String? {
        headers.first { HeaderValue.sameWord($0.name.utf8, name) }?.value
    }
}

/// A cookie of the house: never readable by scripts, never sent along from other sites' forms.
public struct Cookie: Sendable {
    public let name: String
    public let value: String
    public var path = "/"
    /// Seconds; nil ends with the browser, 0 removes it.
    public var age: Int?
    public var isSecure = false

    public init(_ name: String, _ value: String, path: String = "/", age: Int? = nil) {
        self.name = name
        self.value = value
        self.path = path
        self.age = age
    }

    var header: String {
        let age = age.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")"
    }
}
