import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import Values

/// Where HTTP comes in: turns the server's request into an ``Ask`` and the ``Reply`` into its response.
public struct Doorway: HTTPResponder {
    public typealias Context = DoorContext
    let site: Site

    public init(site: Site) { self.site = site }

    public func respond(to request: Request, context: DoorContext) async throws -> Response {
        let isHead = request.method == .head
        var ask = Ask(isHead ? .get : Method(rawValue: request.method.rawValue) ?? .get, request.uri.path)
        ask.headers = Self.headers(request)
        (ask.remote, ask.isSecure) = remote(ask.headers, context)
        let query = request.uri.query ?? ""
        guard query.utf8.count <= Self.longestQuery, let pairs = Percent.pairs(query) else {
            return Self.response(await site.refuse(WebRefusal.brokenAddress, ask), head: isHead)
        }
        ask.query = pairs
        guard isHead || Method(rawValue: request.method.rawValue) != nil else {
            return Self.response(await site.refuseMethod(ask), head: false)
        }
        do {
            ask.body = try await body(of: request, ask)
        } catch {
            return Self.response(await site.refuse(error, ask), head: isHead)
        }
        return Self.response(await site.respond(to: ask), head: isHead)
    }

    /// The longest query in bytes; a path may have 2,000.
    static let longestQuery = 8000

    /// The body, read no further than the address takes; what an unknown address is sent stays unread.
    private func body(of request: Request, _ ask: Ask) async throws(WebRefusal) -> [UInt8] {
        guard ask.method != .get, let most = site.largestBody(ask.method, ask.path) else { return [] }
        if let length = ask.headers["content-length"] {
            guard let length = Int(length), length >= 0 else { throw .brokenBody }
            guard length <= most else { throw .tooLarge }
        }
        do {
            return Array(try await request.body.collect(upTo: most).readableBytesView)
        } catch {
            throw error is NIOTooManyBytesError ? .tooLarge : .brokenBody
        }
    }

    private static func headers(_ request: Request) -> [String: String] {
        var all: [String: String] = [:]
        all.reserveCapacity(request.headers.count + 1)
        for field in request.headers {
            let name = field.name.canonicalName
            // A browser may send its cookies in several lines.
            if let before = all[name] {
                all[name] = before + (name == "cookie" ? "; " : ", ") + field.value
            } else {
                all[name] = field.value
            }
        }
        if let host = request.head.authority { all["host"] = host }
        return all
    }

    /// The far end, behind proxies that are trusted by name.
    private func remote(_ headers: [String: String], _ context: DoorContext) -> (String, Bool) {
        let trusted = site.house.settings.trustedProxies
        guard trusted.contains(context.remote) else { return (context.remote, false) }
        let hops = HeaderValue.parts(headers["x-forwarded-for"] ?? "", at: UInt8(ascii: ","))
        let far = hops.last { !trusted.contains($0) } ?? context.remote
        return (Self.isAddress(far) ? far : context.remote, headers["x-forwarded-proto"] == "https")
    }

    /// Whether it has the letters of an address of IPv4 or IPv6, and no more of them than one.
    private static func isAddress(_ text: String) -> Bool {
        (2...45).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isASCIIHexDigit || ".:".unicodeScalars.contains($0))
            }
    }

    private static func response(_ reply: Reply, head: Bool) -> Response {
        var headers = HTTPFields()
        headers.reserveCapacity(reply.headers.count + 1)
        for header in reply.headers {
            if let name = HTTPField.Name(header.name) {
                headers.append(HTTPField(name: name, value: header.value))
            }
        }
        if head {
            headers[.contentLength] = "\(reply.body.count)"
            return Response(status: .init(code: reply.status), headers: headers)
        }
        return Response(
            status: .init(code: reply.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: reply.body)))
    }
}

/// What the server knows of a request beside the request: here, who is at the other end.
public struct DoorContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remote: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remote = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
