public import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Web

/// Where the server listens.
public struct Address: Sendable {
    public let host: String
    public let port: Int

    public init(host: String = "127.0.0.1", port: Int) {
        self.host = host
        self.port = port
    }

    /// Whether only this machine reaches it.
    public var isLoopback: Bool { host == "127.0.0.1" || host == "::1" || host == "localhost" }
}

/// The server before an open house: HTTP/1.1 with bounded headers, idle connections closed, jobs beside it.
///
/// - Parameters: `ready`: told the port once the server listens.
public func buildApplication(
    _ open: OpenHouse, at address: Address, ready: @escaping @Sendable (Int) -> Void = { _ in }
) -> Application<Doorway> {
    let server = HTTPServerBuilder.http1(
        configuration: .init(
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    return Application(
        responder: Doorway(site: open.site), server: server,
        configuration: .init(address: .hostname(address.host, port: address.port), serverName: nil),
        services: [JobRunner(open: open)],
        onServerRunning: { channel in ready(channel.localAddress?.port ?? address.port) },
        logger: open.house.log)
}
