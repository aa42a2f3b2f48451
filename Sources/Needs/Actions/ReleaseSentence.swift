public import Actions
public import People
public import Values

/// A worker writes what the public may read of a need, and lets it and chosen pictures out.
public struct ReleaseSentence: NeedAction {
    public static let name = "needs.release-sentence"
    public static let right = NeedsRights.release

    public let need: Identifier
    /// 1 to 120 characters, without name, phone or door.
    public let sentence: String
    /// How the one in need is called, as `一位独居老人`; may be empty.
    public let who: String
    /// Pictures that the public may see too; all others stay or become private.
    public let pictures: Set<Identifier>

    public init(_ need: Identifier, sentence: String, who: String = "", pictures: Set<Identifier> = []) {
        self.need = need
        self.sentence = sentence
        self.who = who
        self.pictures = pictures
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        if need.held != .no { throw NeedRefusal.isHeld }
        let text = try DraftTexts.text(sentence, .line(1...120), field: "sentence")
        let called = try DraftTexts.text(who, .line(0...40), field: "who")
        if need.isReleased, need.sentence == text, need.whoPublic == called, pictures.isEmpty {
            throw NeedRefusal.alreadyReleased
        }
        try work.change(need) { change in
            change.need.sentence = text
            change.need.whoPublic = called.isEmpty ? nil : called
            change.need.released = work.now
            change.add(.sentence, text, isPublic: true)
        }
        try work.releasePictures(of: need, only: pictures)
        return Done()
    }
}

/// A worker takes the public sentence and the public pictures of a need back.
public struct TakeSentenceBack: NeedAction {
    public static let name = "needs.take-sentence-back"
    public static let right = NeedsRights.release

    public let need: Identifier

    public init(_ need: Identifier) { self.need = need }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.released != nil else { throw NeedRefusal.notReleased }
        try work.change(need) { change in
            change.need.released = nil
            change.add(.sentenceTaken)
        }
        try work.releasePictures(of: need, only: [])
        return Done()
    }
}

extension Need {
    /// Whose pictures they are.
    public var pictures: AttachmentOwner { AttachmentOwner("need", id) }
}

extension Work {
    fileprivate func releasePictures(of need: Need, only chosen: Set<Identifier>) throws {
        let all = try AttachmentStore.list(of: need.pictures, in: community, releasedOnly: false, database)
        for picture in all where picture.isReleased != chosen.contains(picture.id) {
            try AttachmentStore.release(picture.id, of: need.pictures, chosen.contains(picture.id), in: self)
        }
    }
}
