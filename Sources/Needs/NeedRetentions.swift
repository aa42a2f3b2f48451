import Actions
public import People
import Storage
import Values

/// How long what people left with a need is kept; the need itself stays, to be counted.
public enum NeedRetentions {
    public static let all = [contacts, told]

    private static let contacts = Retention(
        "need-contacts", Text("办结的需求里的姓名和电话", "Names and telephones of closed needs"), days: 730,
        of: "need", "UPDATE need SET contact = NULL, phone_token = NULL"
    ) { "closed < \($0) AND contact IS NOT NULL" }

    /// Who it was for, as a helper was told after consent.
    private static let told = Retention(
        "helpers-told", Text("告诉过帮忙的人的姓名和电话", "What helpers were told of whom they helped"), days: 365,
        of: "reservation", "UPDATE reservation SET who = NULL"
    ) { "who IS NOT NULL AND answered < \($0) AND state IN \(list: ended)" }

    private static let ended = LinkState.allCases.filter { !$0.isOpen }.map(\.rawValue)
}
