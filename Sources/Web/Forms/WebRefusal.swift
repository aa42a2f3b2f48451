public import Actions
public import Values

/// What the door itself refuses, before any capability hears of it.
public enum WebRefusal: Refusal, CaseIterable {
    case notFound, wrongMethod, tooLarge, unknownBody, brokenBody, brokenAddress, stalePage, elsewhere
    case busy, away, unsure
    /// The disk takes no changes; pages can be read.
    case full, readOnly, failing
    /// Only one server has what is written, and that does not do.
    case alone

    public var name: String { "web.\(self)" }

    public var status: Int {
        switch self {
        case .notFound: 404
        case .wrongMethod: 405
        case .tooLarge: 413
        case .unknownBody: 415
        case .brokenBody, .brokenAddress: 400
        case .stalePage, .elsewhere: 403
        case .busy, .away, .unsure, .full, .readOnly, .failing, .alone: 503
        }
    }

    public var text: Text {
        switch self {
        case .notFound: Text("没有这一页。地址也许少了几个字。", "There is no such page. The address may be incomplete.")
        case .wrongMethod: Text("这一页不能这样用。", "This page cannot be used in that way.")
        case .tooLarge:
            Text(
                "送来的东西太大了。照片请不超过8MB，表格请不超过20MB。",
                "That is too large. Photos up to 8 MB, spreadsheets up to 20 MB.")
        case .unknownBody: Text("送来的内容认不出格式。", "The format of what was sent is unknown.")
        case .brokenBody: Text("送来的内容不完整，请再送一次。", "What was sent is incomplete; please send it again.")
        case .brokenAddress: Text("地址里有认不出的字。", "The address has characters that cannot be read.")
        case .stalePage:
            Text(
                "这一页开得太久了，请刷新再送一次。您写的都在。",
                "This page was open too long; reload and send it again. What you wrote is kept.")
        case .elsewhere:
            Text(
                "这是从别的网站送来的，没有收下。请在这里重新写。",
                "This was sent from another site and was not taken. Please write it here.")
        case .away:
            Text(
                "存东西的地方一时连不上，正在重连。您写的请先留着，过一会儿再试。",
                "What is kept cannot be reached just now; it is being tried again. Keep what you wrote.")
        case .unsure:
            Text(
                "刚才送出的时候断了线，不知道存下没有。请回去再送一次：已经存下的，不会变成两份。",
                "The line broke while this was kept. Go back and send it again: it will not count twice.")
        case .busy: Text("来的人太多，请过一会儿再试。", "Too many visitors just now; please try again in a moment.")
        case .full:
            Text(
                "这里的磁盘满了，现在只能看，写不进去。您写的请先留着，腾出地方就能再送。",
                "The disk here is full: pages can be read, nothing can be written. Keep what you wrote; "
                    + "it can be sent again once there is room.")
        case .readOnly:
            Text(
                "现在只能看，写不进去，已经在修了。您写的请先留着，过一会儿再送。",
                "Just now pages can be read, nothing can be written; it is being mended. "
                    + "Keep what you wrote and send it again in a while.")
        case .alone:
            Text(
                "现在只有一台机器能存，怕存了又丢，先只能看。您写的请先留着，第二台接上就能再送。",
                "Only one machine could keep it just now, and that is not safe enough: pages can be read. "
                    + "Keep what you wrote; it can be sent again once the second machine is back.")
        case .failing:
            Text(
                "磁盘没有说存好了。这一页请留着，过一会儿再按一次：真存上了也只算一次。",
                "The disk did not say that it was stored. Keep this page and press once more in a while: "
                    + "even if it was stored, it counts once.")
        }
    }
}
