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
            Migration(
                name: "People/004-privacy", bytes: PackageResources._04_privacy_sql,
                settled: ["purpose", "privacy_period"]),
            Migration(name: "People/005-homes", bytes: PackageResources._05_homes_sql),
            Migration(
                name: "People/006-arrived", bytes: PackageResources._06_arrived_sql,
                settled: ["register_arrived"]),
            Migration(name: "People/007-grid-days", bytes: PackageResources._07_grid_days_sql),
        ]
    }
}
