/// A resource in a slot of time, or at any time.
struct SlotKey: Hashable, Comparable {
    let resource: Int
    let slot: Int?

    static func < (one: SlotKey, other: SlotKey) -> Bool {
        if one.resource != other.resource { return one.resource < other.resource }
        guard let later = other.slot else { return false }
        return one.slot.map { $0 < later } ?? true
    }
}

/// The slots that a list of pairs speaks of, each once, in order.
struct SlotNodes {
    private var keys: [SlotKey] = []

    init(_ mentioned: [SlotKey]) {
        for key in mentioned.sorted() where key != keys.last { keys.append(key) }
    }

    /// Adds them to a network that holds their resources and no slot yet.
    func add(to network: inout LinkNetwork, room: (SlotKey) -> Int) {
        for key in keys { _ = network.addSlot(of: key.resource, room: room(key)) }
    }

    func node(of key: SlotKey) -> Int32 { Int32(truncatingIfNeeded: keys.firstPlace { $0 >= key }) }
}
