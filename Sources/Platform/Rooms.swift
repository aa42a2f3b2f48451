import Actions
import Flows
import Needs
import People
public import Storage
public import Web

/// The list of capabilities: what this house is made of.
public enum Rooms {
    public static var all: [Capability] {
        [People.capability, Needs.capability, Flows.capability, Upkeep.capability]
    }

    /// How long each capability keeps what.
    static var retentions: [Retention] { PeopleRetentions.all + NeedRetentions.all }

    /// Every table of the house.
    static var tables: [TableShape] { get throws { try TableShape.all(in: migrations) } }

    /// Every step of the schema, the ground's first.
    public static var migrations: [Migration] {
        GroundSchema.migrations + all.flatMap(\.migrations)
    }
}
