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
        },
        // New grids whose day has come, and those that were being carried out when the program stopped.
        Job(name: "grids.carry-out", every: .minutes(1)) { house in
            let today = house.clock.now.day(in: .shanghai)
            let due = try await house.database.read { try ProposalStore.due(by: today, $0) }
            for (community, proposal) in due {
                try await GridAdoption(house.steward, by: .house, in: community).run(proposal)
            }
        },
    ]
}
