import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Resources: kept, verified, paused, shared, found.
@Suite struct ResourceTests {
    @Test(arguments: Engine.all) func anEditIsNotAVerification(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let resource = try await trial.add()
            #expect(resource.verified == nil && resource.number == 1)
            func stale() async throws -> [Identifier] {
                let before = trial.clock.now - .days(180), id = trial.here.id
                return try await trial.steward.database.read {
                    try ResourceStore.stale(before: before, in: id, $0).map(\.id)
                }
            }
            #expect(try await stale() == [resource.id])
            try await trial.perform(VerifyResource(resource: resource.id, how: .visit, note: "灯都亮"))
            #expect(try await stale() == [])
            let verified = try await trial.resource(resource.id).verified
            #expect(verified == Verification(at: trial.clock.now, by: "陆小满", how: .visit))
            trial.clock.move(by: .days(200))
            var content = resource.content
            content.hours = "周日"
            try await trial.perform(EditResource(resource: resource.id, content: content))
            #expect(try await trial.resource(resource.id).verified == verified)
            #expect(try await stale() == [resource.id])
        }
    }

    @Test func aCapacityIsNotCutBelowWhatIsTakenUnlessSaid() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 5)
            _ = try await trial.accepted(try await trial.need(), resource, 4)
            var content = resource.content
            content.capacity = 2
            await expectRefusal("resources.capacity-too-small") {
                try await trial.perform(EditResource(resource: resource.id, content: content))
            }
            try await trial.perform(EditResource(resource: resource.id, content: content, mayOverbook: true))
            #expect(try await trial.count(resource).overbooked == 2)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func figuresFollowAddPauseAndEdit() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add()
            #expect(try await trial.figure("resources.active") == 1)
            #expect(try await trial.figure("resources.class.housing-lamp") == 1)
            var content = resource.content
            content.classes = ["housing-lift", "housing-path"]
            try await trial.perform(EditResource(resource: resource.id, content: content))
            #expect(try await trial.figure("resources.class.housing-lamp") == 0)
            #expect(try await trial.figure("resources.class.housing-lift") == 1)
            try await trial.perform(PauseResource(resource: resource.id, isActive: false))
            #expect(try await trial.figure("resources.active") == 0)
            await expectRefusal("resources.already-paused") {
                try await trial.perform(PauseResource(resource: resource.id, isActive: false))
            }
            await expectRefusal("links.resource-paused") {
                let need = try await trial.need()
                try await trial.perform(
                    ProposeLink(need: need.id, resource: resource.id, of: trial.here.id, quantity: 1))
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: ["class", "kind", "reach", "place", "owner", "agreement"])
    func whatIsNotThereIsRefused(_ what: String) async throws {
        try await ResourceTrial.run { trial in
            let wrong = trial.content(in: trial.here) { content in
                switch what {
                case "class": content.classes = ["no-such"]
                case "kind": content.kind = "no-such"
                case "reach": content.reach = trial.there.path
                case "place": content.place = .trial(99)
                case "owner": content.ownerAccount = .trial(99)
                default: content.agreement = .trial(99)
                }
            }
            let names = [
                "class": "resources.no-such-class", "kind": "resources.no-such-term",
                "reach": "resources.no-reach",
                "place": "resources.no-place", "owner": "resources.no-owner",
                "agreement": "resources.no-such-agreement",
            ]
            await expectRefusal(names[what] ?? "") { try await trial.perform(AddResource(content: wrong)) }
        }
    }

    @Test func theDirectoryIsNarrowedSearchedAndWalkedByKey() async throws {
        try await ResourceTrial.run { trial in
            for index in 1...7 {
                _ = try await trial.add { content in
                    content.name = "\(index)号急救轮椅"
                    content.isPublic = index != 3
                    if index == 4 {
                        content.place = trial.here.grids[1].id
                        content.reach = trial.here.grids[1].path
                    }
                }
            }
            let id = trial.here.id, today = trial.today
            func names(_ change: (inout ResourceFilter) -> Void) async throws -> [String] {
                var filter = ResourceFilter()
                change(&filter)
                let chosen = filter
                return try await trial.steward.database.read {
                    try ResourceStore.list(chosen, in: id, today: today, $0).map(\.resource.name)
                }
            }
            #expect(try await names { $0.text = "轮椅" }.count == 6)
            #expect(try await names { $0.text = "电梯" } == [])
            #expect(try await names { $0.isPublic = false }.count == 7)
            #expect(try await names { $0.reaching = trial.here.grids[0].path }.count == 5)
            #expect(try await names { $0.classKey = "housing-lift" } == [])
            var seen: [String] = []
            var after: (key: String, id: Identifier)?
            repeat {
                var filter = ResourceFilter()
                filter.limit = 2
                filter.after = after
                let chosen = filter
                let rows = try await trial.steward.database.read {
                    try ResourceStore.list(chosen, in: id, today: today, $0)
                }
                seen += rows.map(\.resource.name)
                after = rows.last.map { ($0.sortKey, $0.resource.id) }
            } while after != nil
            #expect(seen == [1, 2, 4, 5, 6, 7].map { "\($0)号急救轮椅" })
        }
    }

    @Test func sharesAreTheOwnersChoiceAndEnd() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(in: trial.there)
            let share = ShareResource(resource: resource.id, to: trial.here.path)
            await expectRefusal("ground.not-allowed") { try await trial.perform(share, in: trial.there) }
            let id = try await trial.perform(share, by: trial.there.owner, in: trial.there)
            await expectRefusal("resources.already-shared") {
                try await trial.perform(share, by: trial.there.owner, in: trial.there)
            }
            await expectRefusal("resources.share-with-itself") {
                let home = ShareResource(resource: resource.id, to: trial.there.path)
                try await trial.perform(home, by: trial.there.owner, in: trial.there)
            }
            let end = EndShare(resource: resource.id, share: id)
            try await trial.perform(end, by: trial.there.owner, in: trial.there)
            await expectRefusal("resources.share-ended") {
                try await trial.perform(end, by: trial.there.owner, in: trial.there)
            }
        }
    }

    @Test(arguments: [
        (PeriodKind.day, "2026-11-21", "2026-11-22"), (.week, "w2026-11-16", "w2026-11-23"),
        (.month, "2026-11", "2026-12"), (.quarter, "2026-q4", "2027-q1"), (.year, "2026", "2027"),
    ])
    func aDayFallsIntoItsPeriod(_ kind: PeriodKind, _ key: String, _ next: String) throws {
        let day = try #require(Day("2026-11-21"))
        #expect(kind.key(of: day) == key)
        #expect(kind.next(after: day) == next)
    }
}
