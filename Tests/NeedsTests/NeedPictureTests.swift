import Actions
import Foundation
import Imaging
import People
import Testing
import Trials
import Values

@testable import Needs

/// A need's pictures: sealed, and seen by those who may see the need.
@Suite struct NeedPictureTests {
    @Test(arguments: Engine.all) func aPictureIsSeenByTheSightOfItsNeed(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let photo = try Photo.reencode(Self.dot)
            var draft = trial.draft()
            draft.photos = [photo]
            let need = try await trial.need(trial.perform(ReportNeed(draft), by: .anyone).id)
            let picture = try #require(try await trial.pictures(of: need, by: trial.worker).first).id
            let holder = trial.holder(of: need.id)
            for actor in [trial.worker, holder] {
                #expect(try await trial.picture(picture, of: need, by: actor) == photo.jpeg)
            }
            for actor in [Actor.anyone, trial.resident, try #require(trial.staff[.administrator])] {
                await #expect(throws: GroundRefusal.self) {
                    try await trial.picture(picture, of: need, by: actor)
                }
                #expect(try await trial.pictures(of: need, by: actor).isEmpty)
            }
            // Another need opens nothing of this one.
            let other = try await trial.report()
            await #expect(throws: GroundRefusal.self) {
                try await trial.picture(picture, of: other, by: trial.worker)
            }
            #expect(try await trial.database.everyByte().firstRange(of: photo.jpeg.prefix(64)) == nil)
            try await trial.perform(ReleaseSentence(need.id, sentence: "灯坏了", pictures: [picture]))
            #expect(try await trial.picture(picture, of: need, by: .anyone) == photo.jpeg)
            try await trial.perform(TakeSentenceBack(need.id))
            await #expect(throws: GroundRefusal.self) {
                try await trial.picture(picture, of: need, by: .anyone)
            }
        }
    }

    @Test func moreThanThreeAreRefused() async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            var draft = trial.draft()
            draft.photos = Array(repeating: try Photo.reencode(Self.dot), count: 4)
            let report = ReportNeed(draft)
            await #expect(throws: NeedRefusal.tooManyPhotos) { try await trial.perform(report, by: .anyone) }
        }
    }

    /// A PNG of one point.
    private static let dot: [UInt8] = Array(
        Data(
            base64Encoded:
                """
                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q\
                DwADhgGAWjR9awAAAABJRU5ErkJggg==
                """
        ) ?? Data())
}

extension NeedTrial {
    fileprivate func pictures(of need: Need, by actor: Actor) async throws -> [People.Attachment] {
        let rights = steward.rights
        return try await database.read { try NeedPictures.list(of: need, by: actor, rights, $0) }
    }

    fileprivate func picture(_ id: Identifier, of need: Need, by actor: Actor) async throws -> [UInt8] {
        let house = NeedPictures.PictureKeys(steward.rights, keys)
        return try await database.read {
            try NeedPictures.open(id, .whole, of: need, by: actor, house, $0)
        }
    }
}
