public import Actions
import Storage
public import Values

/// Signs an agreement with a company, with what it pledges.
///
/// Refuses: days in the wrong order, no pledge, a share without rate or base.
public struct SignAgreement: Action {
    public static let name = "agreements.sign"
    public static let right = ResourceRights.keepAgreements
    public let company: String
    public let companyAccount: Identifier?
    public let signed: Day
    public let starts: Day
    public let ends: Day
    public let purpose: String
    public let pledges: [PledgeDraft]

    public init(
        company: String, signed: Day, starts: Day, ends: Day, purpose: String, pledges: [PledgeDraft],
        companyAccount: Identifier? = nil
    ) {
        self.company = company
        self.companyAccount = companyAccount
        self.signed = signed
        self.starts = starts
        self.ends = ends
        self.purpose = purpose
        self.pledges = pledges
    }

    public func subject(in work: Work) throws -> PlacePath { try work.communityPath() }

    public func run(on path: PlacePath, in work: Work) throws -> Numbered {
        guard starts <= ends else { throw ResourceRefusal.daysReversed }
        guard !pledges.isEmpty, pledges.allSatisfy(\.isWhole) else { throw ResourceRefusal.noPledge }
        let made = Numbered(id: work.newIdentifier(), number: try work.nextNumber("agreement"))
        let agreement = Agreement(
            id: made.id, community: work.community, number: made.number, company: company,
            companyAccount: companyAccount, path: path, signed: signed, starts: starts, ends: ends,
            purpose: purpose, ended: nil, endReason: "")
        try AgreementStore.insert(agreement, in: work)
        for pledge in pledges { _ = try AgreementStore.insert(pledge, to: made.id, in: work) }
        return made
    }

    public func object(of path: PlacePath, _ answer: Numbered, in work: Work) -> Identifier { answer.id }
}

extension PledgeDraft {
    /// Whether it says enough to be held against what comes.
    var isWhole: Bool {
        guard !what.isEmpty, (0...1_000_000_000_000).contains(pledged) else { return false }
        return kind == .share ? (1...10_000).contains(rate) && !base.isEmpty : pledged > 0
    }
}

/// Adds a pledge to an agreement that runs.
public struct AddPledge: Action {
    public static let name = "agreements.add-pledge"
    public static let right = ResourceRights.keepAgreements
    public let agreement: Identifier
    public let pledge: PledgeDraft

    public init(agreement: Identifier, pledge: PledgeDraft) {
        self.agreement = agreement
        self.pledge = pledge
    }

    public func subject(in work: Work) throws -> Agreement { try work.agreement(agreement) }

    public func run(on agreement: Agreement, in work: Work) throws -> Identifier {
        guard agreement.ended == nil else { throw ResourceRefusal.agreementEnded }
        guard pledge.isWhole else { throw ResourceRefusal.noPledge }
        return try AgreementStore.insert(pledge, to: agreement.id, in: work)
    }

    public func object(of agreement: Agreement, _ answer: Identifier, in work: Work) -> Identifier {
        agreement.id
    }
}

/// Ends an agreement before its time, with the reason.
public struct EndAgreement: Action {
    public static let name = "agreements.end"
    public static let right = ResourceRights.keepAgreements
    public let agreement: Identifier
    public let reason: String

    public init(agreement: Identifier, reason: String) {
        self.agreement = agreement
        self.reason = reason
    }

    public func subject(in work: Work) throws -> Agreement { try work.agreement(agreement) }

    public func run(on agreement: Agreement, in work: Work) throws -> Done {
        guard agreement.ended == nil else { throw ResourceRefusal.agreementEnded }
        guard !reason.isEmpty else { throw ResourceRefusal.reasonMissing }
        try AgreementStore.end(agreement.id, reason: reason, in: work)
        return Done()
    }

    public func object(of agreement: Agreement, _ answer: Done, in work: Work) -> Identifier { agreement.id }
}

extension Work {
    func agreement(_ id: Identifier) throws -> Agreement {
        guard let found = try AgreementStore.agreement(id, in: community, database) else {
            throw GroundRefusal.notFound
        }
        return found
    }
}
