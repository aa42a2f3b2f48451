import Values
import Web

/// What People does again and again.
enum PeopleJobs {
    static let all: [Job] = []
}
