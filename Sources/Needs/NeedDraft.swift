public import Imaging
public import Values

/// Where something is, as a form, a poster or a file names it.
public enum PlaceMark: Sendable, Hashable {
    case id(Identifier)
    /// The short code on a poster.
    case code(String)
    case path(String)
}

/// A need as it comes in, before the rules have looked at it.
public struct NeedDraft: Sendable {
    public var kind = NeedKind.need
    public var place: PlaceMark
    /// Where exactly, in a few words; up to 100 characters.
    public var spot = ""
    /// What it is about; 1 to 500 characters.
    public var words: String
    /// Up to 60 characters; empty takes the first words.
    public var title = ""
    /// Nil takes the one that stands for "something else".
    public var classKey: String?
    public var group: String?
    /// Nil takes the class's own.
    public var urgency: String?
    public var forWhom = ForWhom.mine
    /// For how many; 1 to 10,000.
    public var quantity: Int64 = 1
    public var contact = Contact()
    public var contactBy = ContactWay.number
    /// When it would suit; up to 100 characters.
    public var bestBy: String?
    /// The number of a need that says the same in its reporter's eyes; a worker decides.
    public var sameAs: String?
    /// Up to three, re-made already so that nothing of the camera's notes is left.
    public var photos: [Photo] = []

    public init(_ words: String, at place: PlaceMark) {
        self.words = words
        self.place = place
    }
}
