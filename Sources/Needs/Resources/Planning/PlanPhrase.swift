import Values

/// The words of the page that plans links for many needs at once.
enum PlanPhrase: Phrase {
    case title, lead, sum(linked: Int, of: Int), take, whyClass, whyFew, whyTaken, whyDear
    case send, decide, empty, links, unanswered, unansweredHint, part(Int64, Int64)

    var text: Text {
        switch self {
        case .title: Text("配一配", "Best plan")
        case .lead:
            Text(
                "把这些需求和眼下的资源放在一起配：先顾急的，再看谁最合适，一家的余量不会许两次。",
                """
                These needs and today's resources, matched together: the urgent first, then the best fit; no \
                capacity is promised twice.
                """
            )
        case .sum(let linked, let all): Text("\(all)件里配上了\(linked)件", "\(linked) of \(all) can be answered")
        case .take: Text("请这家", "Ask this one")
        case .whyClass: Text("没有登记过能管这类事的资源", "no resource on record answers it")
        case .whyFew: Text("能管的资源余量不够", "those that answer it have too little left")
        case .whyTaken: Text("能管的都先顾了更急的", "those that answer it went to more urgent needs")
        case .whyDear: Text("能管的都不大合适", "none of those that answer it fits well")
        case .send: Text("勾上的都去请", "Ask all that are ticked")
        case .decide:
            Text("配得合不合适，由您定。不合适的别勾。", "Whether it fits is yours to decide. Leave out what does not.")
        case .empty: Text("眼下没有等着找资源的需求。", "No need is waiting for a resource.")
        case .links: Text("配上的", "Planned links")
        case .unanswered: Text("还没人能帮的", "What stays unanswered")
        case .unansweredHint:
            Text("可以放宽条件、找上级调，或者发动邻居。", "Ask above, widen the conditions, or call on neighbours.")
        case .part(let got, let all): Text("要\(all)，配上\(got)", "\(got) of \(all)")
        }
    }
}
