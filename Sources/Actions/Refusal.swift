public import Values

/// An expected no: an enum case that says why, in each language, and what to do.
public protocol Refusal: Error, Phrase {
    /// Stable, as `needs.already-closed`.
    var name: String { get }
    /// 403, 404, 409, 413, 422 or 429.
    var status: Int { get }
    /// The field of the form that it speaks of, if one.
    var field: String? { get }
    /// Where the reader may do something about it, if there is such a place.
    var remedy: Remedy? { get }
}

extension Refusal {
    public var field: String? { nil }
    public var remedy: Remedy? { nil }
}

/// What one can do about a no, and at which address of the community.
public struct Remedy: Sendable, Hashable {
    public let title: Text
    public let path: String

    public init(_ title: Text, _ path: String) {
        self.title = title
        self.path = path
    }
}

/// The refusals of the ground itself.
public enum GroundRefusal: Refusal {
    case notAllowed(Right)
    case notFound
    case signInFirst
    case tooManyConsequences

    public var name: String {
        switch self {
        case .notAllowed: "ground.not-allowed"
        case .notFound: "ground.not-found"
        case .signInFirst: "ground.sign-in-first"
        case .tooManyConsequences: "ground.too-many-consequences"
        }
    }

    public var status: Int {
        switch self {
        case .notAllowed: 403
        case .notFound: 404
        case .signInFirst: 401
        case .tooManyConsequences: 409
        }
    }

    public var text: Text {
        switch self {
        case .notAllowed(let right):
            Text(
                "这件事您现在做不了：\(right.title.chinese)。要做，请找站长加上。",
                "You may not do this yet: \(right.title.english). Ask your station head.")
        case .notFound:
            Text(
                "没找到。也许号码写错了，也许它不给您看。",
                "Not found. The number may be wrong, or it is not shown to you.")
        case .signInFirst:
            Text("请先登录，再接着做。", "Please sign in first, then go on.")
        case .tooManyConsequences:
            Text("这一步牵动的事太多，请分几次做。", "This step touches too many things at once; do it in parts.")
        }
    }
}

/// Several refusals at once: every fault of a form, each beside its field.
public struct Refusals: Error, Sendable {
    public let all: [any Refusal]
    public init(_ all: [any Refusal]) { self.all = all }
}

/// A fault beside one field of a form.
public struct FieldRefusal: Refusal {
    public let name: String
    public let field: String?
    public let text: Text
    public var status: Int { 422 }

    public init(_ field: String, _ phrase: some Phrase, name: String = "form.field") {
        self.field = field
        self.name = name
        text = phrase.text
    }
}
