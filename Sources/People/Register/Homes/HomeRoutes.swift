import Actions
import Storage
import Values
import Web

extension RegisterRoutes {
    static var homes: [Route] {
        [
            .page(
                "/register/homes", RegisterRights.homes, HomePhrase.list.text, HomesPage(),
                query: HomesPage.query),
            .page("/register/homes/{id}", RegisterRights.homes, Text("一套房子", "A home"), HomePage()),
            measure, owners, tenant, endTenant,
        ]
    }

    private static var measure: Route {
        .verb(
            .post, "/register/homes/{id}/area", RegisterRights.change, HomePhrase.measureTitle.text,
            fields: [
                Input("area", HomePhrase.area.text, .line(12), required: true),
                Input("floor", HomePhrase.floor.text, .number(-5...150)), since, source,
            ], shows: HomePage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let text = reader.line("area", 12)
            let floor = reader.number("floor", -5...150, required: false)
            let since = reader.day("since"), source = reader.choice("source", of: FactSource.self)
            try reader.finish()
            guard let area = try? Area(text), let since, let source else {
                throw RegisterRefusal.areaOutOfRange
            }
            let id = try visit.identifier("id")
            let action = MeasureHome(id, area, floor: Int(floor ?? 0), since: since, source: source)
            _ = try await visit.perform(action, fields: fields)
            return .done(see: "/register/homes/\(id)")
        }
    }

    private static var owners: Route {
        .verb(
            .post, "/register/homes/{id}/owners", RegisterRights.change, HomePhrase.ownersTitle.text,
            fields: OwnerRows.inputs + [since, source], shows: HomePage()
        ) { visit, fields in
            if fields["more"] != nil { return .again(fields) }
            var reader = FormReader(fields)
            let owners = OwnerRows.read(&reader)
            let since = reader.day("since"), source = reader.choice("source", of: FactSource.self)
            try reader.finish()
            guard let since, let source else { throw GroundRefusal.notFound }
            let id = try visit.identifier("id")
            _ = try await visit.perform(
                SetOwners(id, owners, since: since, source: source), fields: fields)
            return .done(see: "/register/homes/\(id)")
        }
    }

    private static var tenant: Route {
        .verb(
            .post, "/register/homes/{id}/tenants", RegisterRights.change, HomePhrase.tenantTitle.text,
            fields: [
                Input("person", HomePhrase.tenants.text, .identifier),
                Input("name", HomePhrase.tenantName.text, .line(40)), since, source,
            ], shows: HomePage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let who = holder("person", "name", &reader)
            let since = reader.day("since"), source = reader.choice("source", of: FactSource.self)
            if who == nil { reader.refuse("name", RegisterRefusal.holderUnnamed) }
            try reader.finish()
            guard let who, let since, let source else { throw GroundRefusal.notFound }
            let id = try visit.identifier("id")
            _ = try await visit.perform(
                EnterTenant(id, NewHolder(who), since: since, source: source), fields: fields)
            return .done(see: "/register/homes/\(id)")
        }
    }

    private static var endTenant: Route {
        .verb(
            .post, "/register/homes/{id}/tenants/{holder}/end", RegisterRights.change, HomePhrase.ended.text,
            shows: HomePage()
        ) { visit, fields in
            let id = try visit.identifier("id"), holder = try visit.identifier("holder")
            let today = visit.now.day(in: .shanghai)
            _ = try await visit.perform(EndTenant(holder, of: id, on: today), fields: fields)
            return .done(see: "/register/homes/\(id)")
        }
    }

    private static let since = Input("since", RegisterPhrase.day.text, .day, required: true)
    private static let source = Input.choice(
        "source", RegisterPhrase.source.text, of: FactSource.self, required: true)

    /// Somebody of the register who was chosen, or else a name; nil where both are left empty.
    static func holder(
        _ person: String, _ name: String, _ reader: inout FormReader
    ) -> NewHolder.Who? {
        if let chosen = reader.fields[person], !chosen.isEmpty {
            return reader.identifier(person).map { .registered($0) }
        }
        let name = reader.line(name, 40, required: false)
        return name.isEmpty ? nil : .other(name: name, phone: nil)
    }
}
