public import Actions
import Values

/// Every expected no about needs, wishes and offers.
public enum NeedRefusal: Refusal, CaseIterable {
    case noPlace, noSuchClass, noSuchGroup, noSuchUrgency, noSuchSource, noSuchOutcome, noSuchReason
    case wordsMissing, wordsTooLong, dayAhead, dayPast, dayTooOld, phoneForMessages, tooManyPhotos
    case stateDoesNotFollow, alreadyClosed, stillOpen, closeNeedsFeedback, reasonMissing
    case notHeld, isHeld, alreadyReleased, notReleased
    case ownerNotEnabled, ownerWithoutRight, nothingToAnswer, alreadyAsked, notAsked
    case mergeIntoItself, mergeTargetClosed
    case noContact, contactReason, nothingUsedYet
    case notAWish, alreadyClaimed, notClaimed, provePhoneFirst
    case offerAlreadyAnswered, tooManyViews, noSuchTerm, termHasNoName

    public var status: Int {
        switch self {
        case .stateDoesNotFollow, .alreadyClosed, .stillOpen, .closeNeedsFeedback, .notHeld, .isHeld,
            .alreadyReleased, .notReleased, .nothingToAnswer, .alreadyAsked, .notAsked, .mergeTargetClosed,
            .alreadyClaimed, .notClaimed, .offerAlreadyAnswered, .tooManyViews, .nothingUsedYet:
            409
        case .provePhoneFirst: 403
        case .noSuchTerm: 404
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .noPlace: "place"
        case .noSuchClass: "class"
        case .noSuchGroup: "group"
        case .noSuchUrgency: "urgency"
        case .noSuchSource: "source"
        case .noSuchOutcome: "outcome"
        case .noSuchReason, .reasonMissing, .contactReason: "reason"
        case .wordsMissing, .wordsTooLong: "words"
        case .dayAhead, .dayPast, .dayTooOld: "day"
        case .phoneForMessages: "phone"
        case .tooManyPhotos: "photo"
        case .ownerNotEnabled, .ownerWithoutRight: "owner"
        case .mergeIntoItself, .mergeTargetClosed: "into"
        case .termHasNoName: "chinese"
        default: nil
        }
    }

    public var name: String { "needs." + spelled("\(self)") }

    /// `stateDoesNotFollow` as `state-does-not-follow`.
    private func spelled(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            if scalar.properties.isUppercase { text += "-" }
            text += scalar.properties.lowercaseMapping
        }
        return text
    }
}
