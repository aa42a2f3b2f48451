public import Web

/// What one capability's facts mean for another, a file each.
public enum Flows {
    public static var capability: Capability {
        Capability(name: "flows", flows: [])
    }
}
