public import Actions
import Sealing
import Storage
public import Values

/// The one-time link that the first start prints: whoever opens it becomes the administrator.
public enum FirstLink {
    static let lifetime = Instant.Span.days(7)

    /// A new link where the house's own community has no administrator yet; nil where it has one, or where no
    /// community is founded.
    ///
    /// - Parameters: `address`: where people reach the house, as `https://linli.example`.
    public static func make(_ steward: Steward, at address: String) async throws -> String? {
        let home = try await steward.database.read { reading -> Identifier? in
            guard let home = try LocalityStore.home(reading) else { return nil }
            let nobody = Identifier(high: 0, low: 0)
            let known = try GrantStore.count(.administrator, in: home.id, but: nobody, reading)
            return known == 0 ? home.id : nil
        }
        guard let home else { return nil }
        let token = RandomToken()
        _ = try await steward.perform(MakeWelcome(token: token), by: .house, in: home)
        return "\(address)/welcome/\(token.text)"
    }
}
