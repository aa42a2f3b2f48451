import Actions
import People
import Values
import Web

/// What the very first start does: founds the house's own community and prints the administrator's one-time
/// address.
public enum FirstStart {
    /// - Parameters: `name`: how the community is called until its administrator writes its name.
    /// - Returns: the address of the one-time page that makes the administrator; nil where there is one
    /// already.
    public static func link(_ open: OpenHouse, communityName name: String) async throws -> String? {
        let isFounded = try await open.house.database.read { try LocalityStore.home($0) != nil }
        if !isFounded {
            let here = Identifier(at: open.house.clock.now)
            let founding = FoundLocality(
                .community, name: name, slug: "home", foot: .init(line: name), isHome: true)
            _ = try await open.steward.perform(founding, by: .house, in: here)
        }
        return try await FirstLink.make(open.steward, at: open.house.settings.baseAddress)
    }
}

extension Identifier {
    fileprivate init(at instant: Instant) {
        var machine = SystemRandomNumberGenerator()
        self.init(at: instant, using: &machine)
    }
}
