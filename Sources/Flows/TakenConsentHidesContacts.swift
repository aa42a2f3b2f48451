import Actions
import Needs
import People

/// Whoever takes back that helpers may hear who they are is named to none of them any more.
struct TakenConsentHidesContacts: Flow {
    func carry(_ fact: ConsentWithdrawn, in work: Work) throws {
        guard fact.purpose == Purpose.contact.code else { return }
        try NeedConsents.take(from: fact.accounts, fact.phone, in: work)
    }
}
