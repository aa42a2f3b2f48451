import Actions
import Storage
import Values
import Web

extension RegisterRoutes {
    private enum Leaving: String, CaseIterable { case moved, died }

    static var moves: [Route] { [add, move, leave, rename, note, endFact] }

    private static var note: Route {
        .verb(
            .post, "/register/people/{id}/facts", RegisterRights.change, RegisterPhrase.factTitle.text,
            fields: [
                Input(
                    "kind", RegisterPhrase.what.text, .choice(FactKind.written.map(\.rawValue)),
                    required: true),
                Input("value", RegisterPhrase.value.text, .line(60)),
                Input("since", RegisterPhrase.day.text, .day, required: true),
                .choice("source", RegisterPhrase.source.text, of: FactSource.self, required: true),
            ], shows: RegisterPersonPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let kind = reader.choice("kind", of: FactKind.self)
            let value = reader.line("value", 60, required: false), since = reader.day("since")
            let source = reader.choice("source", of: FactSource.self)
            try reader.finish()
            let id = try visit.identifier("id")
            guard let kind, let since, let source else { throw GroundRefusal.notFound }
            _ = try await visit.perform(
                NoteFact(NewFact(kind, value, Period(since: since)), of: id, source: source), fields: fields)
            return .done(see: "/register/people/\(id)")
        }
    }

    private static var endFact: Route {
        .verb(
            .post, "/register/people/{id}/facts/{fact}/end", RegisterRights.change,
            RegisterPhrase.leaveGroup.text, shows: RegisterPersonPage()
        ) { visit, fields in
            let id = try visit.identifier("id"), fact = try visit.identifier("fact")
            let today = visit.now.day(in: .shanghai)
            _ = try await visit.perform(EndFact(fact, of: id, on: today), fields: fields)
            return .done(see: "/register/people/\(id)")
        }
    }

    private static var add: Route {
        .verb(
            .post, "/register/households/{id}", RegisterRights.change, RegisterPhrase.addTitle.text,
            fields: [
                Input("name", RegisterPhrase.name.text, .line(40), required: true),
                .choice("sex", RegisterPhrase.sex.text, of: Sex.self, required: true),
                Input("born", RegisterPhrase.born.text, .day, required: true),
                .choice("relation", RegisterPhrase.relation.text, of: Relation.self, required: true),
                .choice("standing", RegisterPhrase.standing.text, of: Standing.self, required: true),
                Input("since", RegisterPhrase.livesSince.text, .day, required: true),
                Input("identity", RegisterPhrase.identity.text, .line(40)),
                Input("phone", RegisterPhrase.phone.text, .phone),
                .choice("source", RegisterPhrase.source.text, of: FactSource.self, required: true),
            ], answers: Identifier.self, shows: HouseholdPage()
        ) { visit, fields in
            let person = try read(fields), household = try visit.identifier("id")
            let id = try await visit.perform(AddToHousehold(person, to: household), fields: fields)
            return .made(id, see: "/register/households/\(household)")
        }
    }

    private static func read(_ fields: Fields) throws -> NewPerson {
        var reader = FormReader(fields)
        let name = reader.line("name", 40), sex = reader.choice("sex", of: Sex.self)
        let born = reader.day("born"), relation = reader.choice("relation", of: Relation.self)
        let standing = reader.choice("standing", of: Standing.self), since = reader.day("since")
        let phone = reader.phone("phone", required: false)
        let source = reader.choice("source", of: FactSource.self)
        var identity: IdentityNumber?
        if let raw = fields["identity"], !raw.isEmpty {
            do { identity = try IdentityNumber(raw) } catch {
                reader.refuse("identity", error, name: "form.identity")
            }
        }
        try reader.finish()
        guard let sex, let born, let relation, let standing, let since, let source else {
            throw GroundRefusal.notFound
        }
        var person = NewPerson(
            name: name, sex: sex, born: born, relation: relation, standing: standing,
            stay: Period(since: since), source: source)
        (person.identity, person.phone) = (identity, phone)
        return person
    }

    private static var move: Route {
        .verb(
            .post, "/register/households/{id}/move", RegisterRights.change, RegisterPhrase.moveTitle.text,
            fields: [
                Input("who", RegisterPhrase.who.text, .choices([]), required: true),
                Input("place", RegisterPhrase.newHome.text, .line(60), required: true),
                Input("day", RegisterPhrase.day.text, .day, required: true),
            ], answers: Identifier.self, shows: HouseholdPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let who = reader.identifiers("who", most: 50), code = reader.line("place", 60)
            let day = reader.day("day")
            try reader.finish()
            let community = visit.community
            let target = try await visit.house.database.read { reading -> MoveWithin.Target? in
                guard let place = try PlaceStore.place(code: code, in: community, reading) else { return nil }
                let there = try HouseholdStore.households(at: place.id, in: community, reading)
                return there.first { $0.period.until == nil }.map { .household($0.id) } ?? .home(place.id)
            }
            guard let target, let day else { throw RegisterRefusal.notAHome }
            let household = try await visit.perform(
                MoveWithin(who, to: target, on: day, source: .person), fields: fields)
            return .made(household, see: "/register/households/\(household)")
        }
    }

    private static var leave: Route {
        .verb(
            .post, "/register/people/{id}/leave", RegisterRights.change, RegisterPhrase.leaveTitle.text,
            fields: [
                .choice("how", RegisterPhrase.how.text, of: Leaving.self, required: true),
                Input("until", RegisterPhrase.day.text, .day, required: true),
            ], shows: RegisterPersonPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let how = reader.choice("how", of: Leaving.self), day = reader.day("until")
            try reader.finish()
            let id = try visit.identifier("id")
            guard let how, let day else { throw GroundRefusal.notFound }
            switch how {
            case .moved: _ = try await visit.perform(MoveOut(id, on: day), fields: fields)
            case .died: _ = try await visit.perform(RecordDeath(id, on: day), fields: fields)
            }
            return .done(see: "/register/people/\(id)")
        }
    }

    private static var rename: Route {
        .verb(
            .post, "/register/people/{id}/name", RegisterRights.change, RegisterPhrase.correctTitle.text,
            fields: [Input("name", RegisterPhrase.rightName.text, .line(40), required: true)],
            shows: RegisterPersonPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let name = reader.line("name", 40)
            try reader.finish()
            let id = try visit.identifier("id")
            _ = try await visit.perform(CorrectPerson(id, .name(name), source: .person), fields: fields)
            return .done(see: "/register/people/\(id)")
        }
    }

    static var merges: [Route] {
        [
            .verb(
                .post, "/register/merge", RegisterRights.merge, RegisterPhrase.merge.text,
                fields: [
                    Input("kept", RegisterPhrase.keptRow.text, .identifier, required: true),
                    Input("gone", RegisterPhrase.duplicates.text, .identifier, required: true),
                ], shows: DuplicatesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let kept = reader.identifier("kept"), gone = reader.identifier("gone")
                try reader.finish()
                guard let kept, let gone else { throw GroundRefusal.notFound }
                _ = try await visit.perform(MergePeople(keep: kept, over: gone), fields: fields)
                return .done(see: "/register/duplicates")
            },
            .verb(
                .post, "/register/people/{id}/unmerge", RegisterRights.merge, RegisterPhrase.unmerge.text,
                shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id")
                _ = try await visit.perform(UnmergePeople(id), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
        ]
    }
}
