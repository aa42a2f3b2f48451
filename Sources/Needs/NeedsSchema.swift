import Storage

enum NeedsSchema {
    static var migrations: [Migration] {
        [
            Migration(
                name: "Needs/001-needs", bytes: PackageResources._01_needs_sql,
                settled: ["term", "owner_rule", "saved_view"]),
            Migration(
                name: "Needs/002-resources", bytes: PackageResources._02_resources_sql,
                settled: ["resource", "resource_class"]),
            Migration(name: "Needs/003-import", bytes: PackageResources._03_import_sql),
        ]
    }
}
