import Actions
import People
import Values
import Web

/// What staff are told of needs. It names the need's number, never what a resident wrote.
enum StaffNotice: Phrase {
    case late(String), assigned(String), transferAsked(String), transferAnswered(String), claimed(String)
    /// So many at once.
    case handedOver(Int)

    var kind: StaticString {
        switch self {
        case .late: "need.late"
        case .assigned, .handedOver: "need.assigned"
        case .transferAsked: "need.transfer-asked"
        case .transferAnswered: "need.transfer-answered"
        case .claimed: "wish.claimed"
        }
    }

    var text: Text {
        switch self {
        case .late(let number):
            Text("\(number)过了期限，请看看。", "\(number) is past its due time; please look at it.")
        case .assigned(let number): Text("\(number)交到您手上了。", "\(number) is in your hands now.")
        case .handedOver(let count):
            Text("有\(count)件事交到您手上了。", "\(count) needs are in your hands now.")
        case .transferAsked(let number): Text("有人请您接手\(number)。", "You are asked to take \(number) over.")
        case .transferAnswered(let number):
            Text("\(number)的转交有答复了。", "Your request to pass \(number) on was answered.")
        case .claimed(let number):
            Text("心愿\(number)有人认领了，请牵个线。", "Wish \(number) was claimed; please bring them together.")
        }
    }

    /// Where to see it.
    var link: Link {
        switch self {
        case .late(let number), .assigned(let number), .transferAsked(let number),
            .transferAnswered(let number), .claimed(let number):
            Link.local("/needs/\(number)") ?? "/needs"
        case .handedOver: "/needs?view=mine"
        }
    }
}

extension Work {
    /// Tells an account on its pages and by the further channels that it chose.
    func send(_ notice: StaffNotice, to id: Identifier) throws {
        guard let account = try AccountStore.account(id, in: community, database), account.state == .active
        else {
            return
        }
        let text = notice(.chinese)
        try tellOnPage(text, kind: notice.kind, see: notice.link, to: id)
        guard account.channels.contains(.sms),
            let phone = try AccountStore.phone(of: id, in: community, keys, database)
        else { return }
        try send(Notice(to: phone.digits, text: text, kind: "\(notice.kind)"), by: .sms, about: id)
    }
}
