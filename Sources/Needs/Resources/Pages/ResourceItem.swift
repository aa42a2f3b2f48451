import Actions
import Storage
import Values
import Web

/// One resource as a list shows it, in the reader's language.
struct ResourceItem: Codable, Sendable {
    let id: Identifier
    let number: Int64
    let name: String
    let kind: String
    let kindName: String
    let ownerName: String
    let ownerKindName: String
    let layerName: String
    let stageName: String
    let placeName: String
    let reachName: String
    let classes: [String]
    let classNames: [String]
    let unit: String
    let periodName: String
    let capacity: Int64?
    let left: Int64?
    let verified: Day?
    let isStale: Bool
    let isActive: Bool
    let sharedBy: String?
    /// The community whose it is, where that is another.
    let of: Identifier?

    init(_ row: ResourceRow, _ vocabulary: Vocabulary, staleAfter days: Int, _ visit: Visit) {
        let resource = row.resource, content = resource.content, language = visit.language
        id = resource.id
        number = resource.number
        name = resource.name
        kind = content.kind
        kindName = vocabulary.name(.resourceKind, content.kind)[language]
        ownerName = content.ownerName
        ownerKindName = vocabulary.name(.ownerKind, content.ownerKind)[language]
        layerName = vocabulary.name(.layer, content.layer)[language]
        stageName = vocabulary.name(.stage, content.stage)[language]
        placeName = resource.placeName
        reachName = resource.reachName
        classes = content.classes
        classNames = content.classes.map { vocabulary.className($0)[language] }
        unit = content.unit
        periodName = content.period.title[language]
        capacity = content.capacity
        left = row.left
        verified = resource.verified.map { $0.at.day(in: .shanghai) }
        isStale = resource.isStale(at: visit.now, after: days)
        isActive = resource.isActive
        sharedBy = row.sharedBy
        of = row.sharedBy == nil ? nil : resource.community
    }

    /// Where it is opened.
    var link: Link {
        let own: Link = "/resources/\(number)"
        return of.map { own.adding(query: "of", $0.description) } ?? own
    }

    /// What is left, in words.
    func leftWords(_ scene: Scene) -> String {
        guard let left, let capacity else { return scene(ResourcePhrase.notCounted) }
        return left == 0 ? scene(ResourcePhrase.full) : scene(ResourcePhrase.leftOf(left, capacity, unit))
    }
}

extension Resource {
    /// Whether nobody verified it for so many days.
    func isStale(at now: Instant, after days: Int) -> Bool {
        guard let verified else { return true }
        return now - verified.at > .days(Int64(days))
    }
}

/// A choice of a form or a filter, in the reader's language.
struct Option: Codable, Sendable {
    let value: String
    let title: String

    var choice: Choice { Choice(value, title) }
}

extension Vocabulary {
    func options(_ list: TermList, _ language: Language) -> [Option] {
        terms(list).map { Option(value: $0.key, title: $0.name[language]) }
    }
}

extension Scene {
    /// What was typed, else what stands.
    func kept(_ name: String, _ value: String = "") -> String { fields[name] ?? value }

    func kept(_ name: String, _ values: [String]) -> [String] {
        fields.values.isEmpty ? values : fields.all(name)
    }

    /// What cannot be said beside a field of this form.
    func otherRefusals(than fields: [Field]) -> [String] {
        let names = Set(fields.map(\.name))
        return refusals.filter { refusal in !(refusal.field.map(names.contains) ?? false) }.map {
            $0.text[language]
        }
    }
}
