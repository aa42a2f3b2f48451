import Values
import Web

/// What has been said so far in the form: carried in hidden fields from step to step, never in an address.
struct SayDraft: Sendable {
    enum Step: Int, Sendable { case what = 1, place, you }

    let words: String
    let first: String
    let forWhom: ForWhom
    /// The code of the chosen place; empty for the community as a whole.
    let place: String
    let spot: String
    let name: String
    let phone: String
    let by: String
    let kind: NeedKind
    /// The number of the need that is the same, `none` where there is none such, empty while it was not said.
    let same: String
    /// All on one page, as from a stairwell's poster.
    let isQuick: Bool

    init(_ fields: Fields, _ visit: Visit) {
        let at = visit.value("at")
        words = fields["words"] ?? ""
        first = fields["first"] ?? ""
        forWhom = fields["for"].flatMap(ForWhom.init(rawValue:)) ?? .mine
        let nearer = fields["nearer"] ?? ""
        let isAgain = Self.press(fields) == .again
        place = isAgain ? "" : nearer.isEmpty ? fields["place"] ?? at ?? "" : nearer
        spot = fields["spot"] ?? ""
        name = fields["name"] ?? ""
        phone = fields["phone"] ?? ""
        by = fields["by"] ?? ""
        kind = (fields["kind"] ?? visit.value("kind")).flatMap(NeedKind.init(rawValue:)) ?? .need
        same = fields["same"] ?? ""
        isQuick = fields["quick"] != nil || (fields.values.isEmpty && at != nil)
    }

    /// What the form's buttons mean; a program that sends all at once presses none.
    enum Press: String, Sendable {
        case what, place, you, nearer, again, send

        /// The step that the button leads to.
        var step: Step? {
            switch self {
            case .what: .what
            case .place, .nearer, .again: .place
            case .you: .you
            case .send: nil
            }
        }
    }

    static func press(_ fields: Fields) -> Press { fields["go"].flatMap(Press.init(rawValue:)) ?? .send }

    /// The step on which a field is asked.
    static func step(of field: String?) -> Step {
        switch field {
        case "words", "first", "class", "for", "kind", "same": .what
        case "place", "nearer", "spot": .place
        default: .you
        }
    }

    /// Everything that is not asked on this step, so that nothing is lost on the way.
    func carried(past step: Step, placeIsKnown: Bool) -> [Field] {
        var all: [(String, String, Step)] = [
            ("words", words, .what), ("first", first, .what), ("for", forWhom.rawValue, .what),
            ("same", same, .what), ("spot", spot, .place), ("name", name, .you), ("phone", phone, .you),
            ("by", by, .you),
        ]
        all = all.filter { $0.2 != step && !$0.1.isEmpty }
        var fields = all.map { Field($0.0, "", .hidden).value($0.1) }
        if placeIsKnown { fields.append(Field("place", "", .hidden).value(place)) }
        if kind == .wish { fields.append(Field("kind", "", .hidden).value(kind.rawValue)) }
        return fields
    }
}
