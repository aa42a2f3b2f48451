import Actions
import Methods
import Storage
import Values
import Web

/// An open need that may say the same as another, or as what is being written: for a person to look at.
struct AlikeNeed: Codable, Sendable, Hashable {
    let number: String
    /// Its title for those who may read its words, else its released sentence.
    let title: String
    let place: String
    let state: NeedState
    let voices: Int64
    /// How much of the words they share, in hundredths.
    let likeness: Int
    /// Whether whoever said the other need said that it is this one.
    let isNamed: Bool

    /// Fewer characters than these say too little to compare.
    static let fewest = 4

    /// Open needs like the words: those that their reporter named, then the most alike; what the visitor may
    /// not read is neither shown nor compared.
    ///
    /// - Parameters: `own`: the need whose own words these are. `named`: always shown, however little alike.
    static func candidates(
        for words: String, except own: Int64? = nil, named: [String] = [], _ visit: Visit,
        _ reading: any Reading, limit: Int = 3
    ) throws -> [AlikeNeed] {
        let reads = visit.allowsAnywhere(NeedsRights.see)
        let isComparable = words.unicodeScalars.count >= fewest
        let found =
            isComparable
            ? try visit.house.cupboard.take { AlikeShelves() }.candidates(
                for: words, among: reads ? .words : .released, in: visit.community, reading, now: visit.now)
            : []
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let scores = Dictionary(found.map { (Int64($0.number), $0.score) }) { first, _ in first }
        let first = named.compactMap(NeedStore.number)
        var needs: [AlikeNeed] = []
        for number in first + found.map({ Int64($0.number) }).filter({ !first.contains($0) })
        where number != own && (needs.count < limit || first.contains(number)) {
            guard let need = try NeedStore.need(number: number, in: visit.community, reading),
                need.state.isOpen, need.held == .no
            else { continue }
            let isRead = NeedSight.of(need, by: visit.actor, visit.house.rights) == .staff
            let said = reads ? need.title : need.publicFace(vocabulary).sentence
            guard isRead == reads, let title = said else { continue }
            let score = scores[number] ?? SimilarityScorer(words).score(need.words)
            needs.append(
                AlikeNeed(
                    number: need.serial, title: title, place: need.gridName, state: need.state,
                    voices: need.voices, likeness: Int((score * 100).rounded()),
                    isNamed: first.contains(number)))
        }
        return needs
    }

    /// Where it is, how far, and how many say so.
    func about(_ language: Language) -> String {
        let said = voices > 1 ? [PublicPhrase.voices(Int(voices))(language)] : []
        return ([number, place, state.title[language]] + said).filter { !$0.isEmpty }.joined(separator: "　")
    }
}
