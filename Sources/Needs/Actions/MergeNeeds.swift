public import Actions
public import Values

/// Several needs that say the same become one, and their voices are counted in it.
public struct MergeNeeds: Action {
    public static let name = "needs.merge"
    public static let right = NeedsRights.handle
    /// Each merger tells of three things, and an action may tell of 64.
    public static let most = 15

    public let needs: [Identifier]
    public let into: Identifier

    public init(_ needs: [Identifier], into: Identifier) {
        self.needs = needs
        self.into = into
    }

    public func subject(in work: Work) throws -> Need { try work.need(into) }

    public func run(on target: Need, in work: Work) throws -> Done {
        guard target.state.isOpen, target.held == .no else { throw NeedRefusal.mergeTargetClosed }
        guard !needs.isEmpty, needs.count <= Self.most else { throw GroundRefusal.notFound }
        guard !needs.contains(into) else { throw NeedRefusal.mergeIntoItself }
        var voices: Int64 = 0
        var serials: [String] = []
        for id in Set(needs).sorted() {
            let need = try work.need(id)
            try work.require(Self.right, on: need)
            let merged = try merge(need, into: target, in: work)
            voices += merged.voices
            serials.append(merged.serial)
        }
        try work.change(target) { change in
            change.need.voices += voices
            change.add(.voice, serials.joined(separator: "、"), isPublic: true)
        }
        return Done()
    }

    private func merge(_ need: Need, into target: Need, in work: Work) throws -> Need {
        if need.held == .waiting { throw NeedRefusal.isHeld }
        let merged = try work.change(need) { change in
            try change.advance(to: .merged, target.serial)
            change.need.mergedInto = target.id
            change.need.outcome = "merged"
        }
        work.tell(NeedMerged(need: merged, into: target.id))
        return merged
    }

    public func object(of subject: Need, _ answer: Done, in work: Work) -> Identifier { subject.id }
}
