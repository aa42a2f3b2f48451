import Web

/// Every address of People.
enum PeopleRoutes {
    static let all: [Route] = []
    static let sections: [Section] = []
}
