import Actions
import Sheets
import Storage
import Values
import Web

/// Every address of the map and of grids, and their entries of the head's menu.
enum GridsRoutes {
    static var all: [Route] { map + positions + proposals + decisions }

    static let sections: [Section] = [
        Section(GridsPhrase.map.text, "/map", .staff, GridsRights.map, order: 64)
    ]

    private static var map: [Route] {
        [
            .page("/map", GridsRights.map, GridsPhrase.map.text, MapPage(), query: MapPage.query),
            .page(
                "/map/keepers", PeopleRights.grant, GridsPhrase.keepers.text, KeepersPage(),
                query: KeepersPage.query),
            .verb(
                .post, "/map/keepers", PeopleRights.grant, GridsPhrase.assign.text,
                fields: [
                    Input("place", GridsPhrase.keptPlace.text, .line(60), required: true),
                    Input("account", GridsPhrase.keeper.text, .identifier, required: true),
                ], answers: Identifier.self, shows: KeepersPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("place", 60), account = reader.identifier("account")
                try reader.finish()
                let place = try await visit.place(code: code)
                guard let account, let role = KeepersPage.roles[place.kind] else {
                    throw FieldRefusal("place", GridsPhrase.notKept, name: "grids.not-kept")
                }
                let grant = GrantRole(account: account, role: role, place: place.id)
                return .made(
                    try await visit.perform(grant, fields: fields),
                    see: Link("/map/keepers").setting(query: "place", code))
            },
        ]
    }

    private static var positions: [Route] {
        [
            .page(
                "/map/positions", GridsRights.position, GridsPhrase.setPositions.text, PositionsPage(),
                query: PositionsPage.query),
            .verb(
                .post, "/map/positions", GridsRights.position, GridsPhrase.keepPositions.text,
                fields: [Input("grid", GridsPhrase.grid.text, .line(60))], answers: Int.self,
                shows: PositionsPage()
            ) { visit, fields in
                let count = try await visit.perform(SetPositions(try written(fields)), fields: fields)
                return .done(
                    count, see: Link("/map/positions").setting(query: "grid", fields["grid"] ?? ""))
            },
            .verb(
                .post, "/map/positions/file", GridsRights.position, GridsPhrase.bring.text,
                fields: [Input("file", GridsPhrase.file.text, .file(4 << 20), required: true)],
                answers: Int.self, shows: PositionsPage(), largestBody: 5 << 20
            ) { visit, fields in
                guard let file = fields.file("file") else {
                    throw FieldRefusal("file", GridsPhrase.noFile, name: "grids.no-file")
                }
                let positions = try await read(file.bytes, visit)
                return .done(
                    try await visit.perform(SetPositions(positions), fields: fields), see: "/map/positions")
            },
        ]
    }

    /// The numbers of the form: `east-` and `north-` with the building's identifier. A building whose two are
    /// left empty is passed over.
    private static func written(_ fields: Fields) throws -> [Identifier: PlanPosition] {
        var reader = FormReader(fields)
        var positions: [Identifier: PlanPosition] = [:]
        for name in fields.values.keys.sorted() where name.hasPrefix("east-") {
            let text = String(name.dropFirst(5))
            guard let id = Identifier(text) else { continue }
            let north = "north-" + text
            if (fields[name] ?? "").isEmpty, (fields[north] ?? "").isEmpty { continue }
            let (x, y) = (reader.number(name, PlanPosition.most), reader.number(north, PlanPosition.most))
            if let x, let y { positions[id] = PlanPosition(east: x, north: y) }
        }
        try reader.finish()
        return positions
    }

    /// - Throws: every fault of the sheet beside the file's field; nothing is taken then.
    private static func read(_ bytes: [UInt8], _ visit: Visit) async throws -> [Identifier: PlanPosition] {
        let community = visit.community
        let map = try await visit.house.database.read { try PlaceMap(of: community, $0) }
        let sheet: PositionSheet
        do { sheet = try PositionSheet(bytes, buildings: map.buildings) } catch let fault as SheetFault {
            throw FieldRefusal("file", fault, name: "grids.file")
        }
        guard sheet.faults.isEmpty else {
            throw Refusals(
                sheet.faults.prefix(PositionSheet.mostFaults).map {
                    FieldRefusal("rows", $0, name: "grids.row")
                })
        }
        return sheet.positions
    }

    private static var proposals: [Route] {
        [
            .page("/grids", GridsRights.propose, ProposalPhrase.proposals.text, GridsPage()),
            .page(
                "/grids/{number}", GridsRights.propose, ProposalPhrase.proposed.text, ProposalPage(),
                query: ProposalPage.query),
            .verb(
                .post, "/grids", GridsRights.propose, ProposalPhrase.proposeTitle.text,
                fields: [
                    Input("grids", ProposalPhrase.howMany.text, .number(1...1000), required: true),
                    Input("areas", ProposalPhrase.howManyAreas.text, .number(1...200)),
                    Input(
                        "likeness", ProposalPhrase.likeness.text,
                        .choices(Likeness.allCases.map(\.rawValue))),
                    Input("seed", ProposalPhrase.seed.text, .number(0...999_999), required: true),
                ], answers: Int64.self, shows: GridsPage()
            ) { visit, fields in
                let request = try asked(fields)
                let (community, keys) = (visit.community, visit.house.keys)
                let day = visit.now.day(in: .shanghai)
                try visit.require(GridsRights.propose, on: visit.locality.path)
                let material = try await visit.house.database.read {
                    try GridMaterial(of: community, on: day, keys, $0)
                }
                let number = try await visit.perform(
                    ProposeGrids(try material.proposal(request)), fields: fields)
                return .made(number, see: "/grids/\(number)")
            },
        ]
    }

    private static func asked(_ fields: Fields) throws -> GridRequest {
        var reader = FormReader(fields)
        let grids = reader.number("grids", 1...1000), seed = reader.number("seed", 0...999_999)
        let areas = reader.number("areas", 1...200, required: false)
        let likeness = reader.choices("likeness", among: Set(Likeness.allCases.map(\.rawValue)))
        if likeness.isEmpty { reader.refuse("likeness", FormPhrase.chooseOne, name: "form.choice") }
        try reader.finish()
        return GridRequest(
            grids: Int(grids ?? 1), areas: areas.map { Int($0) }, seed: UInt64(seed ?? 1),
            likeness: Set(likeness.compactMap(Likeness.init)))
    }

    private static var decisions: [Route] {
        [
            .verb(
                .post, "/grids/{number}/buildings", GridsRights.propose, ProposalPhrase.byHandTitle.text,
                fields: [
                    Input("building", GridsPhrase.building.text, .line(60), required: true),
                    Input("grid", GridsPhrase.grid.text, .number(1...1000), required: true),
                ], shows: ProposalPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("building", 60), grid = reader.number("grid", 1...1000)
                try reader.finish()
                let number = try number(visit), building = try await visit.place(code: code)
                guard let grid else { throw GridsRefusal.noSuchGrid }
                _ = try await visit.perform(
                    ShiftBuilding(building.id, into: Int(grid), of: number), fields: fields)
                return .done(see: Link("/grids/\(number)").setting(query: "at", code))
            },
            .verb(
                .post, "/grids/{number}/adopt", GridsRights.adopt, ProposalPhrase.adopt.text,
                fields: [Input("from", ProposalPhrase.fromDay.text, .day)], shows: ProposalPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let from = reader.day("from", required: false)
                try reader.finish()
                let number = try number(visit)
                _ = try await visit.perform(AdoptGrids(number, from: from), fields: fields)
                if let from, from > visit.now.day(in: .shanghai) { return .done(see: "/grids/\(number)") }
                try await GridAdoption(visit.house.steward, by: visit.actor, in: visit.community).run(number)
                return .done(see: "/map")
            },
            .verb(
                .post, "/grids/{number}/recall", GridsRights.adopt, ProposalPhrase.callBack.text,
                shows: ProposalPage()
            ) { visit, fields in
                let number = try number(visit)
                _ = try await visit.perform(CallBackGrids(number), fields: fields)
                return .done(see: "/grids/\(number)")
            },
            .verb(
                .post, "/grids/{number}/drop", GridsRights.propose, ProposalPhrase.drop.text,
                shows: ProposalPage()
            ) { visit, fields in
                _ = try await visit.perform(DropProposal(try number(visit)), fields: fields)
                return .done(see: "/grids")
            },
        ]
    }

    private static func number(_ visit: Visit) throws -> Int64 {
        guard let number = Int64(try visit.parameter("number")) else { throw GridsRefusal.proposalNotFound }
        return number
    }
}
