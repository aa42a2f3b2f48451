/// A division of the buildings into grids, and of the grids into areas, with its figures.
public struct RegridProposal: Hashable, Sendable {
    /// The grid of each building, from 0. A building fixed to a number has it; the other numbers are given in
    /// the order of the grids' lowest buildings.
    public let labels: [Int]
    public let figures: RegridFigures
    /// Whether every load is within the tolerance asked for.
    public let isWithinTolerance: Bool
    /// Why it is not; none where it is.
    public let obstacles: [LoadObstacle]
    /// The second level, where one was asked for.
    public let areas: Areas?

    /// Grids gathered into areas.
    public struct Areas: Hashable, Sendable {
        /// The area of each grid.
        public let ofGrids: [Int]
        /// The area of each building.
        public let labels: [Int]
        /// Of the areas as groups of buildings.
        public let figures: RegridFigures
        public let isWithinTolerance: Bool
        public let obstacles: [LoadObstacle]
    }
}

/// Why loads cannot be, or were not, brought within the tolerance.
public enum LoadObstacle: Hashable, Sendable {
    /// One building, or buildings kept together, outweighs what a group may hold. Proved.
    case heavy(building: Int, share: Double)
    /// A part of the map without a border to the rest cannot be divided evenly enough. Proved.
    case part(building: Int, share: Double, nearest: Double)
    /// What hangs on the rest of the map by one building alone cannot be divided evenly enough. Proved.
    case pocket(behind: Int, share: Double, nearest: Double)
    /// All loads are multiples of one, and too few of it make a group for them to come out even. Proved.
    case steps(of: Double, nearest: Double)
    /// None was found; a better division may exist.
    case notFound(nearest: Double)

    /// The least deviation that this obstacle allows; nil where nothing is proved.
    public var provedDeviation: Double? {
        switch self {
        case .heavy(_, let share): share - 1
        case .part(_, _, let nearest), .pocket(_, _, let nearest), .steps(_, let nearest): nearest
        case .notFound: nil
        }
    }
}

extension LoadObstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .heavy(let building, let share):
            "building \(building), with what is kept together with it, has \(hundredths(share)) times the "
                + "even load"
        case .part(let building, let share, let nearest):
            "the part of the map with building \(building) has \(hundredths(share)) times the even load and "
                + "no border to the rest: no division of it is nearer than \(percent(nearest))"
        case .pocket(let building, let share, let nearest):
            "behind building \(building) lies \(hundredths(share)) times the even load that only it joins to "
                + "the rest: no division is nearer than \(percent(nearest))"
        case .steps(let step, let nearest):
            "all loads are multiples of \(hundredths(step)), which do not divide evenly: no division is "
                + "nearer than \(percent(nearest))"
        case .notFound(let nearest):
            "no division within the tolerance was found; the nearest found is \(percent(nearest)) from even"
        }
    }

    private func hundredths(_ value: Double) -> String { decimals(value * 100, 2) }
    private func percent(_ value: Double) -> String { decimals(value * 1_000, 1) + "%" }

    /// A number of hundredths or tenths as text; what is too large for one is told in words.
    private func decimals(_ value: Double, _ places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "very many" }
        let rounded = Int(value.rounded())
        let unit = places == 1 ? 10 : 100
        let rest = String(abs(rounded) % unit)
        return "\(rounded / unit)." + String(repeating: "0", count: places - rest.count) + rest
    }
}
