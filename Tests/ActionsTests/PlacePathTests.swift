import Actions
import Testing
import Values

/// Paths stand in the order of the tree, as people count, and know what is above and below them.
@Suite struct PlacePathTests {
    static let inOrder = [
        "/", "/1/", "/1/2/", "/1/2/1/", "/1/2/9/", "/1/2/10/", "/1/3/", "/1/10/", "/1/10/2/", "/1/11/", "/2/",
        "/9/", "/10/", "/10/1/", "/100/",
    ].map(PlacePath.init(text:))

    @Test func theSecondComesBeforeTheTenth() {
        for (index, first) in Self.inOrder.enumerated() {
            for (other, second) in Self.inOrder.enumerated() {
                #expect((first < second) == (index < other), "\(first) \(second)")
            }
        }
        var dice = Dice(seed: 3)
        for _ in 0..<20 {
            let sorted = dice.shuffled(Self.inOrder).sorted()
            #expect(sorted == Self.inOrder)
        }
    }

    /// What the database sorts byte by byte is the order of the tree; a place's range is what it contains.
    @Test func theStoredTextStandsInTheOrderOfTheTree() {
        #expect(PlacePath(text: "/1/3/12/").tree == "/a1/a3/b12/" && PlacePath.root.tree == "/")
        var dice = Dice(seed: 5)
        let drawn = (0..<200).map { _ in
            (0..<dice.below(4)).reduce(PlacePath.root) { path, _ in path.child(1 + dice.below(120)) }
        }
        for first in Self.inOrder + drawn {
            for second in Self.inOrder + drawn {
                let (a, b) = (Array(first.tree.utf8), Array(second.tree.utf8))
                #expect(a.lexicographicallyPrecedes(b) == (first < second), "\(first) \(second)")
                let end = Array(first.treeEnd.utf8)
                let isWithin = !b.lexicographicallyPrecedes(a) && b.lexicographicallyPrecedes(end)
                #expect(isWithin == first.contains(second), "\(first) \(second)")
            }
        }
    }

    @Test func whatStandsAtOnePlaceKeepsItsOrder() {
        let rows = [("/10/", 1), ("/2/", 2), ("/10/", 3), ("/2/", 4)]
        let sorted = rows.inTreeOrder { PlacePath(text: $0.0) }
        #expect(sorted.map(\.1) == [2, 4, 1, 3])
    }

    @Test func containsOnlyWhatIsBelow() {
        let grid = PlacePath(text: "/1/3/12/")
        #expect(PlacePath(text: "/1/3/").contains(grid) && grid.contains(grid))
        #expect(!PlacePath(text: "/1/3/1/").contains(grid) && !grid.contains(PlacePath(text: "/1/3/")))
        #expect(PlacePath(text: "/1/3/12/4/").text < grid.end && grid.text < grid.end)
        #expect(
            !(PlacePath(text: "/1/3/120/").text < grid.end && PlacePath(text: "/1/3/120/").text >= grid.text))
    }

    @Test func knowsTheWayUpAndHowFar() {
        let path = PlacePath(text: "/1/3/12/")
        #expect(path.upward.map(\.text) == ["/1/3/12/", "/1/3/", "/1/", "/"])
        #expect(path.depth == 3 && PlacePath.root.depth == 0)
        #expect(path.distance(to: PlacePath(text: "/1/4/")) == 3 && path.distance(to: path) == 0)
    }
}
