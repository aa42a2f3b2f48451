/// One thing to choose of a ``Field``.
public struct Choice: Sendable {
    public let value: String
    public let title: String
    public let hint: String?

    public init(_ value: String, _ title: String, hint: String? = nil) {
        self.value = value
        self.title = title
        self.hint = hint
    }
}

/// A question of a form: label above, hint under it, fault beside, what was written kept.
///
/// `Field("tel", "手机号", .telephone).hint("11位").value(kept).fault(why)`
public struct Field: Sendable {
    public enum Kind: Sendable {
        case text, telephone, search, password, newPassword, date, time
        /// Whole numbers, with the keyboard for digits.
        case number
        /// Longer text; `draft` names the draft that the script keeps while somebody writes.
        case area(rows: Int, draft: String?)
        /// Files; types as in `accept`, and the size in megabytes over which the script warns.
        case file(accept: String, megabytes: Int, several: Bool)
        case select([Choice])
        /// The same, where the list is long and stays as it is from page to page.
        case prepared(PreparedOptions)
        /// One of several, each a whole row to press.
        case one([Choice])
        /// One of a few short ones that stand in a line, as a score.
        case scale([Choice])
        /// Any of several; what is chosen stands in `chosen`.
        case several([Choice])
        /// One box to tick; its value is `1`.
        case tick
        /// Carried along, not shown.
        case hidden
    }

    public let name: String
    public let label: String
    public let kind: Kind
    public private(set) var hint: String?
    public private(set) var fault: String?
    public private(set) var value = ""
    public private(set) var chosen: Set<String> = []
    public private(set) var autocomplete: String?
    public private(set) var limit: Int?
    public private(set) var optional = false
    /// Where the script asks, while somebody writes, what says the same already.
    public private(set) var alike: Link?
    /// Tells the field from its namesakes in other forms of the page.
    private var mark = ""

    public init(_ name: String, _ label: String, _ kind: Kind = .text) {
        self.name = name
        self.label = label
        self.kind = kind
    }

    /// Where a link to the field leads.
    public var id: String { "f-" + name + mark }

    /// A sentence that helps to answer.
    public func hint(_ text: String?) -> Field { with { $0.hint = text } }

    /// Why the answer cannot be taken; nil for a good one.
    public func fault(_ text: String?) -> Field { with { $0.fault = text } }

    /// What was written or chosen before. A password is never shown again.
    public func value(_ text: String?) -> Field { with { $0.value = text ?? "" } }

    /// What was ticked before.
    public func chosen(_ values: some Sequence<String>) -> Field { with { $0.chosen = Set(values) } }

    /// What the browser may fill in, in the words of HTML: `tel`, `username`, `one-time-code`.
    public func autocomplete(_ token: String) -> Field { with { $0.autocomplete = token } }

    /// The most characters; the script counts, the server decides.
    public func limit(_ characters: Int) -> Field { with { $0.limit = characters } }

    /// Shows under the field, while it is written, what the address answers to its words.
    public func alike(_ link: Link) -> Field { with { $0.alike = link } }

    /// Makes the field's id its own where a page has the same form several times.
    public func inside(_ form: String) -> Field { with { $0.mark = "-" + form } }

    /// Says that the answer may be left out.
    public func mayBeEmpty() -> Field { with { $0.optional = true } }

    private func with(_ change: (inout Field) -> Void) -> Field {
        var copy = self
        change(&copy)
        return copy
    }
}
