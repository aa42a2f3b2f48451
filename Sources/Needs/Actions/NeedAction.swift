public import Actions
public import Values

/// An action on one need that is there.
public protocol NeedAction: Action where Subject == Need, Answer == Done {
    var need: Identifier { get }
}

extension NeedAction {
    public func subject(in work: Work) throws -> Need { try work.need(need) }

    public func object(of subject: Need, _ answer: Done, in work: Work) -> Identifier { subject.id }

    /// A sentence that must be there: 1 to 200 characters.
    func reason(_ raw: String, _ empty: NeedRefusal = .reasonMissing) throws -> String {
        do { return try BoundedText(raw, .passage(1...200)).string } catch {
            switch error {
            case .empty, .short: throw empty
            default: throw FieldRefusal("reason", error, name: "form.text")
            }
        }
    }
}
