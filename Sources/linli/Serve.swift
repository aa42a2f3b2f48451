import ArgumentParser
import Foundation
import Platform
import Values
import Web

/// Where and how the server listens: `serve` and `demo` share these.
struct ServerOptions: ParsableArguments {
    @Option(help: "The port. [LINLI_PORT; default 8080]")
    var port: Int?

    @Option(help: "The address to listen on. [LINLI_HOST; default 127.0.0.1]")
    var host: String?

    @Option(help: "The address under which people reach the house. [LINLI_BASE_ADDRESS]")
    var baseAddress: String?

    @Option(help: "Addresses of trusted proxies, with commas. [LINLI_TRUSTED_PROXIES]")
    var trustedProxies: String?

    @Option(help: "Hours after which an unused session ends. [LINLI_IDLE_HOURS; default 12]")
    var idleHours: Int?

    func address(_ choices: Choices) throws -> Address {
        let port = try choices.number("port", port) ?? 8080
        guard (0...65535).contains(port) else { throw ValidationError("port: \(port) is none") }
        return Address(host: try choices.text("host", host) ?? "127.0.0.1", port: port)
    }

    /// Secrets come from the environment or the file only, never from a command line that others can read.
    func settings(_ choices: Choices) throws -> Settings {
        var settings = Settings()
        let address = try address(choices)
        settings.baseAddress =
            try choices.text("base-address", baseAddress) ?? "http://\(address.host):\(address.port)"
        let proxies = try choices.text("trusted-proxies", trustedProxies) ?? ""
        settings.trustedProxies = Set(
            proxies.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        settings.metricsToken = try choices.text("metrics-token", nil)
        settings.smsGateway = try choices.text("sms-gateway", nil)
        settings.smsToken = try choices.text("sms-token", nil)
        settings.idleLimit = .hours(Int64(try choices.number("idle-hours", idleHours) ?? 12))
        settings.isDemo = address.isLoopback
        return settings
    }
}

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the community whose data lie in a directory.",
        discussion: """
            The first start prints a one-time link that makes the administrator. SIGTERM and SIGINT stop it \
            gracefully. Secrets come from the environment or the settings file only: metrics-token \
            (LINLI_METRICS_TOKEN), sms-gateway (LINLI_SMS_GATEWAY), sms-token (LINLI_SMS_TOKEN).
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Option(help: "The community's name at the first start. [LINLI_COMMUNITY_NAME]")
    var communityName: String?

    func run() async throws {
        let choices = try data.choices()
        let open = try await data.open(try server.settings(choices))
        let name = try choices.text("community-name", communityName) ?? "我们的社区"
        if let link = try await FirstStart.link(open, communityName: name) {
            tell("第一次打开：请在浏览器里开这个地址，设好管理员。只能用一次，24小时内有效。")
            tell("First start: open this address to make the administrator. Once, within 24 hours.")
            tell(link)
        }
        try await listen(open, at: try server.address(choices))
    }
}

/// Listens until told to stop, then closes the database.
func listen(_ open: OpenHouse, at address: Address) async throws {
    let application = buildApplication(open, at: address) { port in
        tell("邻里 Linli  http://\(address.host):\(port)/")
    }
    defer { open.close() }
    try await application.runService()
}
