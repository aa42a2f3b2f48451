import Sealing
import Values
import Web

/// Every address of People.
enum PeopleRoutes {
    static func all(_ passwords: PasswordCheck) -> [Route] {
        EntryRoutes(passwords: passwords).all + MeRoutes(passwords: passwords).all
    }

    static let sections: [Section] = []
}
