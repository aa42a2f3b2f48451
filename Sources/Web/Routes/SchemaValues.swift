import Actions
import Values

extension Identifier: SchemaKnowing {
    public static var schema: Schema { .string(format: nil) }
    public static var sample: Identifier { Identifier(high: 0, low: 0) }
}

extension Instant: SchemaKnowing {
    public static var schema: Schema { .integer }
    public static var sample: Instant { Instant(microseconds: 0) }
}

extension Day: SchemaKnowing {
    public static var schema: Schema { .string(format: "date") }
    public static var sample: Day { .first }
}

extension PlacePath: SchemaKnowing {
    public static var schema: Schema { .string(format: nil) }
    public static var sample: PlacePath { .root }
}

extension Done: SchemaKnowing {
    public static var schema: Schema { .object(name: "Done", fields: []) }
    public static var sample: Done { Done() }
}
