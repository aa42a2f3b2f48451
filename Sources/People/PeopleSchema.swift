import Storage

enum PeopleSchema {
    static var migrations: [Migration] {
        [Migration(name: "People/001-people", bytes: PackageResources._01_people_sql)]
    }
}
