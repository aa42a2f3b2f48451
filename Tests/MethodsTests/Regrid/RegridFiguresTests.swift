import Methods
import Testing

@Suite struct RegridFiguresTests {
    /// Four buildings in a row, worked out on paper.
    @Test func measuresADivisionAsItStands() throws {
        let map = try BuildingMap(
            features: [[0, 1], [2, 1], [4, 3], [6, 5]], loads: [3, 1, 2, 4],
            neighbors: [[1], [0, 2], [1, 3], [2]])
        let figures = try RegridFigures(labels: [7, 7, -1, -1], of: map)
        #expect(figures.groups.map(\.label) == [-1, 7])
        #expect(figures.groups.map(\.ssd) == [4, 2])
        #expect(figures.groups.map(\.load) == [6, 4])
        #expect(figures.ssd == 6 && figures.evenLoad == 5 && figures.maxLoadDeviation == 0.2)
        #expect(figures.isContiguous)
        let torn = try RegridFigures(labels: [0, 1, 0, 0], of: map)
        #expect(torn.groups.map(\.pieces) == [2, 1] && !torn.isContiguous)
    }

    @Test func refusesLabelsThatAreNotOneForEach() throws {
        let map = try BuildingMap(features: [[0]], loads: [1], neighbors: [[]])
        #expect(throws: InputFault("there are 2 labels for 1 buildings")) {
            try RegridFigures(labels: [0, 1], of: map)
        }
    }
}
