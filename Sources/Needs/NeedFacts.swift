public import Actions
public import Values

/// A need was said and taken in; held reports are told of when a worker lets them in.
public struct NeedReported: Fact {
    public let need: Need
}

/// A need went from one state to another.
public struct NeedAdvanced: Fact {
    public let need: Need
    public let from: NeedState
}

/// A need was taken on.
public struct NeedAccepted: Fact {
    public let need: Need
}

/// A need ended: closed, returned, merged or withdrawn.
public struct NeedClosed: Fact {
    public let need: Need
}

/// A need passed its due time.
public struct NeedBecameLate: Fact {
    public let need: Need
}

/// The one who received said how it went.
public struct FeedbackGiven: Fact {
    public let need: Need
    public let satisfaction: Satisfaction
    public let words: String
}

/// One need was found to say the same as another.
public struct NeedMerged: Fact {
    public let need: Need
    public let into: Identifier
}

/// The one in need agreed, or no longer agrees, to be named to the one who helps.
public struct ConsentChanged: Fact {
    public let need: Need
    public let isGiven: Bool
}

/// Somebody took a wish upon them.
public struct WishClaimed: Fact {
    public let need: Need
    public let by: Identifier
}

/// A resident offered what they can do.
public struct OfferReported: Fact {
    public let offer: Offer
}
