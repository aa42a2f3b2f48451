import Actions
import Values

extension Identifier: SchemaKnowing { public static var schema: Schema { .string(format: nil) } }
extension Instant: SchemaKnowing { public static var schema: Schema { .integer } }
extension Day: SchemaKnowing { public static var schema: Schema { .string(format: "date") } }
extension PlacePath: SchemaKnowing { public static var schema: Schema { .string(format: nil) } }
