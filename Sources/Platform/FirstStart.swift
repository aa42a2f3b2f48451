import People
import Web

/// What the very first start says at the terminal.
public enum FirstStart {
    /// The address of the one-time page that makes the administrator; nil where there is one already.
    public static func link(_ open: OpenHouse) async throws -> String? {
        try await FirstLink.make(open.house).map { open.house.settings.baseAddress + $0.address }
    }
}
