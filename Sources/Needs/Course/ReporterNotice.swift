import Actions
import People
import Values
import Web

/// What the one who said a need is told, by the way they chose.
enum ReporterNotice: Phrase {
    case received(String), accepted(String, String), linked(String), askedFeedback(String)
    case closed(String), returned(String)

    /// What is told when a need comes to a state; nil where nothing is.
    init?(_ state: NeedState, _ need: Need) {
        switch state {
        case .accepted:
            self = .accepted(need.serial, need.ownerName)
        case .linked:
            self = .linked(need.serial)
        case .answered:
            self = .askedFeedback(need.serial)
        case .closed:
            self = .closed(need.serial)
        case .returned:
            self = .returned(need.serial)
        default: return nil
        }
    }

    /// The gateway chooses its template by it.
    var kind: StaticString {
        switch self {
        case .received: "need.received"
        case .accepted: "need.accepted"
        case .linked: "need.linked"
        case .askedFeedback: "need.asked-feedback"
        case .closed: "need.closed"
        case .returned: "need.returned"
        }
    }

    var text: Text {
        switch self {
        case .received(let number):
            Text(
                "您说的事收到了，编号\(number)。凭编号和查询码随时能看办到哪一步。",
                "We have what you said: \(number). Number and code show you how far it has come."
            )
        case .accepted(let number, let name):
            name.isEmpty
                ? Text("\(number)有人接办了。", "\(number) was taken on.")
                : Text("\(number)有人接办了：\(name)。", "\(number) was taken on by \(name).")
        case .linked(let number):
            Text(
                "\(number)说好了谁来帮，正在定时间。",
                "Who will help with \(number) is agreed; a time is being arranged.")
        case .askedFeedback(let number):
            Text(
                "\(number)办了。请您说一句好不好，说了才算办完。",
                "\(number) was seen to. Please say how it went; only then is it done.")
        case .closed(let number):
            Text("\(number)办结了。不满意可以再说。", "\(number) is closed. If it did not help, tell us.")
        case .returned(let number):
            Text("\(number)退回来了，打开看看为什么。", "\(number) was returned; open it to see why.")
        }
    }
}

extension Work {
    /// Tells the reporter of a need, if they want to be told and can be.
    func send(_ notice: ReporterNotice, to need: Need) throws {
        if let account = need.reporter {
            let link = Link.local("/follow/\(need.serial)") ?? "/follow"
            try tellOnPage(notice(.chinese), kind: notice.kind, see: link, to: account)
        }
        guard need.contactBy == .sms, let sealed = need.contact else { return }
        let contact = try Contact(sealed: sealed, of: need.id, try key(of: need.id))
        guard !contact.phone.isEmpty else { return }
        try send(
            Notice(to: contact.phone, text: notice(.chinese), kind: "\(notice.kind)"), by: .sms,
            about: need.id)
    }
}
