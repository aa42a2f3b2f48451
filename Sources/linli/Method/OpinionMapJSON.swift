import Methods

/// The map as one JSON object, written straight into bytes: a large one has a hundred thousand numbers.
struct OpinionMapJSON {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ map: OpinionMap) {
        bytes.reserveCapacity(96 * map.participants.count + 160 * map.statements.count + 4096)
        add("{\"k\":\(map.groups.count),\"participants\":")
        list(map.participants) { page, person in page.write(person) }
        add(",\"statements\":")
        list(map.statements) { page, statement in page.write(statement) }
        add(",\"groups\":")
        list(map.groups) { page, group in
            page.add("{\"id\":\(group.id),\"size\":\(group.size),\"representative\":")
            page.list(group.representative) { page, entry in page.write(entry) }
            page.add("}")
        }
        add(",\"silhouette\":")
        add(map.silhouette)
        add(",\"silhouettes\":{")
        for (index, tried) in map.silhouettes.sorted(by: { $0.key < $1.key }).enumerated() {
            add("\(index > 0 ? "," : "")\"\(tried.key)\":")
            add(tried.value)
        }
        add("},\"explained\":")
        list(map.explained) { page, share in page.add(share) }
        if let reason = map.noGroups { add(",\"note\":\"\(reason)\"") }
        add("}\n")
    }

    private mutating func write(_ person: OpinionMap.Participant) {
        add("{\"id\":")
        add(person.id)
        add(",\"x\":")
        add(person.x)
        add(",\"y\":")
        add(person.y)
        add(",\"group\":")
        if let group = person.group { add(group) } else { add("null") }
        add("}")
    }

    private mutating func write(_ statement: OpinionMap.Statement) {
        add("{\"id\":")
        add(statement.id)
        for (key, value) in [
            ("mean", statement.mean), ("comp1", statement.component1), ("comp2", statement.component2),
            ("consensus", statement.consensus), ("consensusAgainst", statement.consensusAgainst),
        ] as [(String, Double?)] {
            add(",\"\(key)\":")
            add(value)
        }
        add(",\"moderated\":\(statement.isModerated)}")
    }

    private mutating func write(_ entry: OpinionMap.Representative) {
        let stance = entry.stance
        add("{\"id\":\(entry.statement),\"for\":\"\(stance.opinion)\",\"saying\":\(stance.saying)")
        add(",\"seen\":\(stance.seen)")
        for (key, value) in [
            ("probability", stance.probability), ("probabilityTest", stance.probabilityTest),
            ("representativeness", stance.representativeness),
            ("representativenessTest", stance.representativenessTest),
        ] {
            add(",\"\(key)\":")
            add(value)
        }
        add(",\"bestAgreed\":\(entry.isBestAgreed)}")
    }

    private mutating func list<Entry>(_ entries: [Entry], _ write: (inout Self, Entry) -> Void) {
        add("[")
        for (index, entry) in entries.enumerated() {
            if index > 0 { add(",") }
            write(&self, entry)
        }
        add("]")
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func add(_ number: Int) { add(String(number)) }

    /// The shortest digits that read back as the same number.
    private mutating func add(_ number: Double?) {
        guard let number, number.isFinite else { return add("null") }
        add(number.description)
    }
}
