import Actions
import People
import Values

/// An action on one import. Whoever touches people by it may change the register.
protocol BatchAction: Action where Subject == ImportBatch {
    var batch: Identifier { get }
}

extension BatchAction {
    static var right: Right { ImportRights.use }

    func subject(in work: Work) throws -> ImportBatch {
        let top = try NeedFigures.top(of: work.community, work.database)
        guard let batch = try ImportStore.batch(batch, in: work.community, top, work.database) else {
            throw ImportRefusal.noSuchBatch
        }
        if batch.kind == .people { try work.require(RegisterRights.change, on: batch) }
        return batch
    }

    func object(of subject: ImportBatch, _ answer: Answer, in work: Work) -> Identifier { batch }
}
