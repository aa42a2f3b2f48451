/// What is asked of a re-gridding.
public struct RegridRequest: Hashable, Sendable {
    /// Into how many grids the buildings are to be divided.
    public var grids: Int
    /// Into how many areas the grids are to be gathered; nil where no second level is asked for.
    public var areas: Int?
    /// By what share a grid's load, and an area's, may differ from the even load: 0.1 is ten per cent.
    public var tolerance = 0.1
    /// The same seed gives the same proposal.
    public var seed: UInt64 = 1
    /// Buildings that belong to a grid of a given number, from 0.
    public var fixed: [Int: Int] = [:]
    /// Lists of buildings that belong to one grid, whichever it is. Lists that share a building are one list.
    ///
    /// A list whose buildings do not touch keeps a grid to itself: no other such list, and no building fixed
    /// to a number, is put into the same grid.
    public var together: [[Int]] = []

    public init(grids: Int) { self.grids = grids }
}
