import Values
import Web

/// What People does again and again.
enum PeopleJobs {
    static let all = [
        Job(name: "people.forget-failures", every: .hours(1)) { house in
            let now = house.clock.now
            try await house.database.write(in: FailureStore.everywhere) { writing in
                try FailureStore.purge(at: now, writing)
            }
        }
    ]
}
