import Methods
import Values

extension Profile {
    /// Counts under this stand on no public page.
    static let threshold = 5

    /// The profile as the public may see it: no count under five, and none that lets one be worked out.
    ///
    /// Each table is held by itself, and what could be worked out between tables goes too: those under 14
    /// or 18 where somebody could subtract the five-year bands from them.
    var forPublic: Profile {
        var shown = self
        shown.hideParts(of: [.men, .women])
        shown.hideParts(of: [.migrantMen, .migrantWomen])
        shown.hideParts(of: ProfileKey.disabilities)
        shown.hideBands()
        shown.hideSorts()
        for column in columns.indices { shown.hideGrids(column) }
        shown.hideSmallCells()
        shown.hideNestedAges(self)
        return shown
    }

    /// For those who count, but may not see who is in a sensitive group: small counts of these are hidden.
    var withoutSmallSensitive: Profile {
        var shown = self
        shown.hideParts(of: ProfileKey.disabilities)
        for (column, key) in columns.enumerated() where key.isSensitive { shown.hideGrids(column) }
        for index in shown.cells.indices where shown.cells[index].key.isSensitive {
            if let value = shown.cells[index].value, value < Self.threshold { shown.cells[index].value = nil }
        }
        return shown
    }

    private mutating func set(_ key: ProfileKey, _ value: Int64?) {
        for index in cells.indices where cells[index].key == key { cells[index].value = value }
    }

    /// Parts that add up: what one of them hides, another has to hide too.
    private mutating func hideParts(of keys: [ProfileKey]) {
        let hiding = CellHiding(CountTable([keys.map { Int(self[$0] ?? 0) }]), under: Self.threshold)
        for (index, key) in keys.enumerated() where hiding.shown(.init(0, index)) == nil { set(key, nil) }
    }

    private mutating func hideBands() {
        let parts = bands.map { [Int($0.men ?? 0), Int($0.women ?? 0)] }
        let hiding = CellHiding(CountTable(parts), under: Self.threshold)
        for row in bands.indices {
            bands[row].men = hiding.shown(.init(row, 0)).map(Int64.init)
            bands[row].women = hiding.shown(.init(row, 1)).map(Int64.init)
            bands[row].all = hiding.shown(.init(row, 2)).map(Int64.init)
        }
        if hiding.shown(.init(bands.count, 0)) == nil { set(.men, nil) }
        if hiding.shown(.init(bands.count, 1)) == nil { set(.women, nil) }
        // Who is over sixty is the sum of the upper bands.
        if bands.contains(where: { $0.from >= 60 && $0.all == nil }) { set(.over60, nil) }
    }

    private mutating func hideSorts() {
        let hiding = CellHiding(CountTable([sorts.map { Int($0.value ?? 0) }]), under: Self.threshold)
        for index in sorts.indices { sorts[index].value = hiding.shown(.init(0, index)).map(Int64.init) }
    }

    /// One figure over all grids; where its sum is hidden, so is all of it.
    private mutating func hideGrids(_ column: Int) {
        let parts = grids.map { Int($0.values[column] ?? 0) }
        let hiding = CellHiding(CountTable([parts]), under: Self.threshold)
        let isHidden = hiding.shown(.init(0, parts.count)) == nil
        for row in grids.indices {
            grids[row].values[column] = isHidden ? nil : hiding.shown(.init(0, row)).map(Int64.init)
        }
    }

    private mutating func hideSmallCells() {
        for index in cells.indices where cells[index].key.countsPeople {
            if let value = cells[index].value, value < Self.threshold { cells[index].value = nil }
        }
        // One within another: what lies between the two is a count too.
        let nested: [[ProfileKey]] = [
            [.retired, .emptyNest, .alone, .noKin], [.people, .migrants], [.retired, .retiredParty],
            [.migrantWomen, .migrantMothers], [.eldersAndDisabled, .retired],
            [.eldersAndDisabled, .disabled],
        ]
        for chain in nested {
            for (outer, inner) in zip(chain, chain.dropFirst()) {
                guard let whole = self[outer], let part = self[inner] else { continue }
                if whole - part < Int64(Self.threshold) { set(inner, nil) }
            }
        }
    }

    /// Between the bands lie those of 14, of 15 to 17 and of 18 to 19: where these are few, the figure goes.
    private mutating func hideNestedAges(_ whole: Profile) {
        func sum(upTo age: Int) -> Int64? {
            bands.filter { $0.from < age }.reduce(0) { sum, band in
                guard let sum, let all = band.all else { return nil }
                return sum + all
            }
        }
        for (key, below, above) in [(ProfileKey.under14, 10, 15), (.under18, 15, 20)] {
            guard let value = whole[key] else { continue }
            let near = [sum(upTo: above).map { $0 - value }, sum(upTo: below).map { value - $0 }]
            if near.contains(where: { $0.map { $0 < Int64(Self.threshold) } ?? false }) { set(key, nil) }
        }
        if let under18 = self[.under18], let under14 = self[.under14],
            under18 - under14 < Int64(Self.threshold)
        {
            set(.under14, nil)
        }
    }
}

/// A quarter of a year, by whose first day the public profile is cut.
struct Quarter: Sendable, Codable, Hashable, CustomStringConvertible {
    let year: Int
    let number: Int

    init(of day: Day) {
        year = day.year
        number = (day.month - 1) / 3 + 1
    }

    /// Reads `2026-4`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...4).contains(parts[1]), (2000...9999).contains(parts[0]) else {
            return nil
        }
        (year, number) = (parts[0], parts[1])
    }

    var description: String { "\(year)-\(number)" }
    var firstDay: Day { Day(year: year, month: number * 3 - 2, day: 1) ?? .first }
}
