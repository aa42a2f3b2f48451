public import Actions

/// A need's way through its states, for whoever moves it along: its own actions and the room of links.
public enum NeedCourse {
    /// Takes a need to a state, with its event, the time the state before lasted, its figures and notices.
    ///
    /// A need that nobody took on yet is taken on first, where the state asks for that.
    /// - Throws: ``NeedRefusal/stateDoesNotFollow`` where the state may not follow.
    @discardableResult
    public static func advance(
        _ need: Need, to state: NeedState, in work: Work, text: String = "", isPublic: Bool = true,
        also: (inout Need) -> Void = { _ in }
    ) throws -> Need {
        try work.change(need) { change in
            if change.need.state == .found, !NeedState.found.next.contains(state) {
                try accept(&change, in: work)
            }
            also(&change.need)
            try change.advance(to: state, text, isPublic: isPublic)
        }
    }

    /// As ``advance(_:to:in:text:isPublic:also:)``, or nothing where the need stands there already.
    @discardableResult
    public static func reach(
        _ need: Need, _ state: NeedState, in work: Work, text: String = ""
    ) throws -> Need {
        need.state == state ? need : try advance(need, to: state, in: work, text: text)
    }

    /// Resources were found.
    @discardableResult
    public static func markIdentified(_ need: Need, in work: Work, text: String = "") throws -> Need {
        try reach(need, .identified, in: work, text: text)
    }

    /// A resource's owner agreed.
    @discardableResult
    public static func markLinked(_ need: Need, in work: Work, text: String = "") throws -> Need {
        try reach(need, .linked, in: work, text: text)
    }

    /// The help has begun.
    @discardableResult
    public static func markUsing(_ need: Need, in work: Work, text: String = "") throws -> Need {
        try reach(need, .using, in: work, text: text)
    }

    /// The help was given; the one who received is asked how it went.
    @discardableResult
    public static func markAnswered(_ need: Need, in work: Work, text: String = "") throws -> Need {
        try reach(need, .answered, in: work, text: text)
    }

    /// Takes a need on; a need without an owner becomes the actor's, if they may own it.
    static func accept(_ change: inout NeedChange, in work: Work, text: String = "") throws {
        if change.need.owner == nil, let account = work.actor.account,
            let owner = try NeedOwners.permitted(account, at: change.need.path, in: work)
        {
            change.need.owner = owner.account
            change.need.ownerName = owner.name
        }
        try change.advance(to: .accepted, text)
    }
}
