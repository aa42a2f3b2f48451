import Actions
import Storage
import Values

/// What a need's links mean for its state: the two move together.
enum LinkCourse {
    /// The state that the links of a need call for; nil where they say nothing.
    static func state(for links: [ResourceLink]) -> NeedState {
        if links.contains(where: { $0.state == .using || ($0.state == .ended && $0.delivered > 0) }) {
            return .using
        }
        if links.contains(where: { $0.state == .accepted }) { return .linked }
        if links.contains(where: \.state.isOpen) { return .identified }
        return .accepted
    }

    /// Brings the need to the state that its links call for, where the need is still with them.
    static func follow(_ id: Identifier, after link: ResourceLink, in work: Work) throws {
        guard let need = try NeedStore.need(id, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        let wanted = state(for: try LinkStore.links(of: id, in: work.community, work.database))
        switch need.state {
        case .accepted, .identified, .linked, .using: break
        case .found where wanted == .identified:
            try NeedCourse.advance(need, to: .identified, in: work, text: words(link))
            return
        case .answered where wanted == .using && link.state == .using: break
        default: return
        }
        guard wanted != need.state, need.state.next.contains(wanted) else { return }
        try NeedCourse.advance(need, to: wanted, in: work, text: words(link))
    }

    /// What the need's history says of it.
    private static func words(_ link: ResourceLink) -> String {
        let state = link.state.title.chinese
        return link.answerReason.isEmpty
            ? "\(link.resourceName)：\(state)" : "\(link.resourceName)：\(state)，\(link.answerReason)"
    }
}
