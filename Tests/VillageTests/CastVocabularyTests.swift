import Needs
import Testing

/// The words that a new community starts with.
@Suite struct CastVocabularyTests {
    @Test func classesBelongToAreas() {
        let areas = DefaultServiceArea.all.map(\.key), classes = DefaultNeedClass.all
        #expect(DefaultServiceArea.all.filter(\.inStandard).count == 11)
        #expect(Set(classes.map(\.key)).count == classes.count)
        #expect(Set(classes.map(\.name.chinese)).count == classes.count)
        #expect(classes.map(\.sort) == (1...classes.count).map { $0 * 10 })
        #expect(Set(classes.map(\.area)) == Set(areas))
        for area in areas { #expect((3...8).contains(DefaultNeedClass.of(area: area).count), "\(area)") }
        let kinds = Set(DefaultResourceTerms.kinds.map(\.key))
        let urgencies = Set(DefaultUrgency.all.map(\.key))
        for item in classes {
            #expect(!item.answeredBy.isEmpty && item.answeredBy.allSatisfy(kinds.contains), "\(item.key)")
            #expect(urgencies.contains(item.urgency), "\(item.key)")
            #expect(isSlug(item.key) && item.key.hasPrefix(item.area + "-"))
        }
    }

    /// Open311 shows lamps, lifts, litter and the like, and nothing that names a person or a home.
    @Test func onlyPlacesArePublic() {
        let open = DefaultNeedClass.all.filter(\.publicSpace)
        #expect(Set(open.map(\.area)) == ["environment", "housing", "neighbours", "health"])
        #expect(open.contains { $0.key == "housing-lamp" })
        #expect(!open.contains { $0.key == "neighbours-dispute" })
    }

    @Test func firstChoicesAreFewAndLeadSomewhere() {
        let classes = Set(DefaultNeedClass.all.map(\.key)), areas = Set(DefaultServiceArea.all.map(\.key))
        #expect(DefaultFirstChoice.all.count <= 8)
        for choice in DefaultFirstChoice.all {
            #expect(areas.contains(choice.area), "\(choice.key)")
            #expect(choice.classes.allSatisfy(classes.contains), "\(choice.key)")
            #expect(choice.name.chinese.count <= 10)
        }
    }

    @Test(arguments: [
        DefaultNeedTerms.groups, DefaultNeedTerms.sources, DefaultNeedTerms.outcomes,
        DefaultNeedTerms.returnReasons, DefaultNeedTerms.declineReasons, DefaultNeedTerms.steps,
        DefaultResourceTerms.kinds, DefaultResourceTerms.layers, DefaultResourceTerms.ownerKinds,
        DefaultResourceTerms.stages, DefaultUrgency.all.map(\.term), DefaultServiceArea.all.map(\.term),
    ])
    func listsHaveSlugsAndBothLanguages(_ terms: [DefaultTerm]) {
        #expect(Set(terms.map(\.key)).count == terms.count)
        #expect(Set(terms.map(\.name.chinese)).count == terms.count)
        #expect(terms.map(\.sort) == terms.map(\.sort).sorted())
        for term in terms {
            #expect(isSlug(term.key) && !term.name.chinese.isEmpty && !term.name.english.isEmpty)
        }
    }

    private func isSlug(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
    }
}
