import Storage

enum PeopleSchema {
    static var migrations: [Migration] {
        [
            Migration(
                name: "People/001-people", bytes: PackageResources._01_people_sql,
                settled: ["place", "locality", "house_mark", "account", "role_grant", "calendar_day"]),
            Migration(
                name: "People/002-register", bytes: PackageResources._02_register_sql,
                settled: ["special_group", "profile_edition"]),
            Migration(
                name: "People/003-grids", bytes: PackageResources._03_grids_sql,
                settled: ["place_position", "place_past"]),
        ]
    }
}
