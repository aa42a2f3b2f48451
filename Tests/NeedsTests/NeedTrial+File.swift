import Foundation
import Trials

extension NeedTrial {
    /// Every byte of the database as it would be carried away.
    func file() async throws -> [UInt8] {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("copy.sqlite").path
            try await database.copy(to: path)
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }
}
