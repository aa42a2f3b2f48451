import Foundation
import Sealing
import Values

extension Contact {
    /// The bytes to store, under the need's own key.
    func sealed(of need: Identifier, _ key: SubjectKey) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try key.seal(Array(try encoder.encode(self)), context: Self.context(need))
    }

    /// Opens what ``sealed(of:_:)`` made.
    init(sealed: [UInt8], of need: Identifier, _ key: SubjectKey) throws {
        self = try JSONDecoder().decode(
            Contact.self, from: Data(try key.open(sealed, context: Self.context(need))))
    }

    private static func context(_ need: Identifier) -> String { "need.contact \(need)" }
}
