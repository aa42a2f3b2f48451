public import Storage

/// The tables that the ground itself needs.
public enum GroundSchema {
    public static var migrations: [Migration] {
        [Migration(name: "Actions/001-ground", bytes: PackageResources._01_ground_sql)]
    }
}
