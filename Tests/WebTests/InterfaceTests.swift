import Actions
import Foundation
import Testing
import Values

@testable import Web

/// The published interface, and the shapes in it.
@Suite struct InterfaceTests {
    struct Inner: Codable, Sendable {
        let id: Identifier
        let day: Day
        let at: Instant
        let note: String?
    }

    enum Colour: String, Codable, CaseIterable, Sendable { case red, green }
    enum Mark: Int64, Codable, CaseIterable, Sendable { case one = 1 }

    struct Outer: Codable, Sendable {
        let inner: Inner
        let rows: [Inner]
        let colour: Colour
        let mark: Mark
        let path: PlacePath
        let count: Int
        let share: Double
        let isLast: Bool
        let names: [String: [String]]
        let next: [Outer]?
        let maybe: Inner?
    }

    @Test func aTypeTellsItsShape() throws {
        guard case .object("Outer", let fields) = Schema(of: Outer.self) else {
            Issue.record("no object")
            return
        }
        let shapes = Dictionary(
            uniqueKeysWithValues: fields.map { ($0.name, ("\($0.schema)", $0.isRequired)) })
        #expect(
            fields.map(\.name) == [
                "inner", "rows", "colour", "mark", "path", "count", "share", "isLast", "names", "next",
                "maybe",
            ])
        #expect(
            fields.map(\.isRequired) == [true, true, true, true, true, true, true, true, true, false, false])
        #expect(shapes["colour"]?.0 == #"choice(["red", "green"])"# && shapes["mark"]?.0 == "integer")
        #expect(shapes["names"]?.0 == "map(Web.Schema.list(Web.Schema.string(format: nil)))")
        #expect(shapes["path"]?.0 == "string(format: nil)" && shapes["isLast"]?.0 == "boolean")
        #expect(shapes["next"]?.0 == "list(Web.Schema.anything)")
        guard case .object("Inner", let inner) = fields[0].schema else {
            Issue.record("no object within")
            return
        }
        #expect(
            inner.map(\.name) == ["id", "day", "at", "note"]
                && inner.map(\.isRequired) == [true, true, true, false])
    }

    @Test func theDocumentHasEveryLineOfTheTable() async throws {
        try await TinyHouse.open { tiny in
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(tiny.site.interfaceDocument())) as? [String: Any])
            #expect(document["openapi"] as? String == "3.1.0")
            let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
            var names: Set<String> = []
            for route in tiny.site.routes {
                let operation = try #require(paths[route.pattern]?[route.method.rawValue.lowercased()])
                let name = try #require(operation["operationId"] as? String)
                #expect(names.insert(name).inserted)
                #expect(operation["x-right"] as? String == route.right.name)
                let inPath = (operation["parameters"] as? [[String: Any]] ?? []).filter {
                    $0["in"] as? String == "path"
                }
                #expect(inPath.count == route.pattern.utf8.count { $0 == UInt8(ascii: "{") })
                #expect((operation["responses"] as? [String: Any])?["default"] != nil)
                // A type that could not be listened to would stand here as an empty shape.
                if route.isPage { #expect(route.schema.map { "\($0)".hasPrefix("object") } == true) }
            }
            #expect(names.count == tiny.site.routes.count)
        }
    }
}
