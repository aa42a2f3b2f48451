import Actions
import Storage
import Values
import Web

/// The addresses of the tree of places and of household slips.
enum PlaceRoutes {
    static var all: [Route] { pages + changes + slips }

    private static var pages: [Route] {
        [
            .page("/places", PeopleRights.seeTree, Text("地方", "Places"), PlacesPage()),
            .page("/places/{id}", PeopleRights.seeTree, Text("一个地方", "A place"), PlacesPage()),
        ]
    }

    private static var changes: [Route] {
        [
            .verb(
                .post, "/places/{id}", PeopleRights.changeTree, Text("在下面加地方", "Add places below"),
                fields: [
                    .choice("kind", Text("是什么", "Kind"), of: PlaceKind.self, required: true),
                    Input("names", StaffPhrase.names.text, .lines(20_000), required: true),
                ], answers: [Identifier].self, shows: PlacesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let kind = reader.choice("kind", of: PlaceKind.self)
                let names = reader.lines("names", 20_000).split(separator: "\n").filter { !$0.isEmpty }
                if names.contains(where: { $0.unicodeScalars.count > 60 }) {
                    reader.refuse("names", TextFault.long(count: 61, most: 60), name: "form.text")
                }
                try reader.finish()
                guard let kind else { throw PeopleRefusal.wrongParent }
                let id = try visit.identifier("id")
                let places = names.map { NewPlace(kind, String($0)) }
                let added = try await visit.perform(AddPlaces(below: id, places), fields: fields)
                return .made(added, see: "/places/\(id)")
            },
            .verb(
                .post, "/places/{id}/name", PeopleRights.changeTree, Text("改名", "Rename a place"),
                fields: [
                    Input("name", StaffPhrase.nameHere.text, .line(60), required: true),
                    Input("english", StaffPhrase.english.text, .line(80)),
                ], shows: PlacesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let name = reader.line("name", 60), english = reader.line("english", 80, required: false)
                try reader.finish()
                let id = try visit.identifier("id")
                _ = try await visit.perform(RenamePlace(id, name: name, english: english), fields: fields)
                return .done(see: "/places/\(id)")
            },
            .verb(
                .post, "/places/{id}/move", PeopleRights.changeTree, Text("挪地方", "Move a place"),
                fields: [Input("parent", StaffPhrase.newParent.text, .line(60), required: true)],
                shows: PlacesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("parent", 60)
                try reader.finish()
                let id = try visit.identifier("id"), community = visit.community
                let parent = try await visit.house.database.read {
                    try PlaceStore.place(code: code, in: community, $0)
                }
                guard let parent else {
                    throw FieldRefusal(
                        "parent", PeopleRefusal.placeNotFound, name: PeopleRefusal.placeNotFound.name)
                }
                _ = try await visit.perform(MovePlace(id, below: parent.id), fields: fields)
                return .done(see: "/places/\(id)")
            },
            .verb(
                .post, "/places/{id}/close", PeopleRights.changeTree, Text("合上地方", "Close a place"),
                shows: PlacesPage()
            ) { visit, fields in
                _ = try await visit.perform(ClosePlace(try visit.identifier("id")), fields: fields)
                return .done(see: "/places")
            },
        ]
    }

    private static var slips: [Route] {
        let at = Input("at", StaffPhrase.slipPlace.text, .line(60))
        return [
            .page(
                "/slips", PeopleRights.printSlips, Text("入户条", "Household slips"), SlipsPage(isSheet: false),
                query: [at]),
            .page(
                "/slips/print", PeopleRights.printSlips, Text("打印入户条", "Household slips to print"),
                SlipsPage(isSheet: true), query: [at]),
            .verb(
                .post, "/slips", PeopleRights.printSlips, Text("做入户条", "Make household slips"),
                fields: [
                    Input("place", StaffPhrase.slipPlace.text, .line(60), required: true),
                    Input("days", StaffPhrase.slipDays.text, .number(1...180), required: true),
                ], answers: [Identifier].self, shows: SlipsPage(isSheet: false)
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("place", 60), days = reader.number("days", 1...180)
                try reader.finish()
                let place = try await visit.place(code: code)
                let households = try await visit.house.database.read {
                    try PlaceStore.places(.household, below: place.path, $0, limit: MakeSlips.most + 1)
                }
                guard !households.isEmpty else {
                    throw FieldRefusal("place", StaffPhrase.noPlaces, name: "people.no-households")
                }
                let made = try await visit.perform(
                    MakeSlips(below: place.id, households.map(\.id), days: days ?? 30), fields: fields)
                return .made(made, see: "/slips?at=\(place.code)")
            },
            .verb(
                .post, "/slips/{id}/end", PeopleRights.printSlips, Text("收回入户条", "Take a slip back"),
                shows: SlipsPage(isSheet: false)
            ) { visit, fields in
                _ = try await visit.perform(EndSlip(try visit.identifier("id")), fields: fields)
                return .done(see: "/slips")
            },
        ]
    }
}
