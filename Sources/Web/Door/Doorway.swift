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
        guard let method = Self.method(request.method) else { return await answer(WebRefusal.wrongMethod, request) }
        var ask = Ask(method, request.uri.path)
        guard let query = Percent.pairs(request.uri.query ?? "") else {
            return await answer(WebRefusal.brokenAddress, request)
        }
        ask.query = query
        ask.headers = Self.headers(request)
        (ask.remote, ask.isSecure) = remote(ask.headers, context)
        if method != .get {
            let most = site.largestBody(method, ask.path)
            do {
                let buffer = try await request.body.collect(upTo: most)
                ask.body = Array(buffer.readableBytesView)
            } catch is NIOTooManyBytesError {
                return await answer(WebRefusal.tooLarge, request)
            }
        }
        let reply = await site.respond(to: ask)
        return Self.response(reply, head: request.method == .head)
    }

    private static func method(_ method: HTTPRequest.Method) -> Method? {
        method == .head ? .get : Method(rawValue: method.rawValue)
    }

    private static func headers(_ request: Request) -> [String: String] {
        var all: [String: String] = [:]
        all.reserveCapacity(request.headers.count + 1)
        for field in request.headers {
            let name = field.name.canonicalName
            // A browser may send its cookies in several lines.
            if let before = all[name] { all[name] = before + (name == "cookie" ? "; " : ", ") + field.value } else {
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
        let hops = (headers["x-forwarded-for"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        let far = hops.last { !trusted.contains($0) } ?? context.remote
        return (far, headers["x-forwarded-proto"] == "https")
    }

    private func answer(_ refusal: WebRefusal, _ request: Request) async -> Response {
        var ask = Ask(.get, "/")
        ask.headers = Self.headers(request)
        var reply = await site.problem(refusal, ask)
        Guard.addHeaders(to: &reply)
        return Self.response(reply, head: request.method == .head)
    }

    private static func response(_ reply: Reply, head: Bool) -> Response {
        var headers = HTTPFields()
        headers.reserveCapacity(reply.headers.count + 1)
        for header in reply.headers {
            if let name = HTTPField.Name(header.name) { headers.append(HTTPField(name: name, value: header.value)) }
        }
        if head {
            headers[.contentLength] = "\(reply.body.count)"
            return Response(status: .init(code: reply.status), headers: headers)
        }
        return Response(
            status: .init(code: reply.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: reply.body)))
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
