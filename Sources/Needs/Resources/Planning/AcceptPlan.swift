public import Actions
public import Values

/// A person accepts links of a plan: all that they chose are proposed, or none is.
///
/// Refuses: nothing chosen; more than ``most`` at once; and what ``ProposeLink`` refuses, with the need's
/// number.
public struct AcceptPlan: Action {
    public static let name = "links.accept-plan"
    public static let right = ResourceRights.propose
    /// Each link tells of a few things, and an action may tell of 64.
    public static let most = 15

    public let links: [PlannedLink.Choice]

    public init(_ links: [PlannedLink.Choice]) { self.links = links }

    /// The first of the needs; the right to each is asked again for its own link.
    public func subject(in work: Work) throws -> Need {
        guard let first = links.first else { throw PlanRefusal.nothingChosen }
        guard links.count <= Self.most else { throw PlanRefusal.tooMany }
        return try work.need(first.need)
    }

    public func run(on first: Need, in work: Work) throws -> AcceptedPlan {
        for link in links {
            do {
                try work.perform(
                    ProposeLink(
                        need: link.need, resource: link.resource, of: link.community,
                        quantity: link.quantity, reasons: link.reasons))
            } catch let refusal as any Refusal {
                throw PlanRefusal.one(of: try work.need(link.need).serial, refusal)
            }
        }
        return AcceptedPlan(proposed: links.count)
    }

    public func object(of first: Need, _ answer: AcceptedPlan, in work: Work) -> Identifier { first.id }
}

/// What a program hears that accepted a plan.
public struct AcceptedPlan: Codable, Sendable, Hashable {
    public let proposed: Int
}

/// Every expected no where a plan is accepted.
enum PlanRefusal: Refusal {
    case nothingChosen, tooMany
    /// A link of the plan cannot be made any more.
    case one(of: String, any Refusal)

    var name: String {
        switch self {
        case .nothingChosen: "plan.nothing-chosen"
        case .tooMany: "plan.too-many"
        case .one(_, let refusal): refusal.name
        }
    }

    var status: Int {
        switch self {
        case .nothingChosen, .tooMany: 422
        case .one(_, let refusal): refusal.status
        }
    }

    var field: String? { "take" }

    var text: Text {
        switch self {
        case .nothingChosen: Text("还没选哪一家。勾上要请的，再送出。", "Nothing is ticked. Tick whom to ask, then send.")
        case .tooMany:
            Text(
                "一次最多请\(AcceptPlan.most)家，先送这些，再送下一批。",
                "At most \(AcceptPlan.most) at once; send these first.")
        case .one(let number, let refusal):
            Text(
                "\(number)：\(refusal.text.chinese)这一批都没送出，下面按现在的余量重新配了。",
                "\(number): \(refusal.text.english) None of them was sent; below is a new plan.")
        }
    }
}
