/// The loads that a group may have: from `least` to `most`, in steps.
struct RegridWindow: Hashable, Sendable {
    let least: Double
    let most: Double

    /// The loads that differ from the even one by no more than a share of it, by the plain formula in
    /// `Double` as well: whoever computes |load ÷ even − 1| from a proposal finds no more than the share.
    init(_ units: RegridUnits, groups: Int, tolerance: Double) {
        let even = units.totalLoad / Double(groups)
        // What was rounded to steps may come out by as many as there are units, and by the sums' own
        // rounding.
        let margin = units.isExact ? 0 : Double(units.count) + 1_024
        let fits = { (load: Double) in
            abs(load / even - 1) <= tolerance && abs(load - even) / even <= tolerance
        }
        var least = (even * (1 - tolerance) + margin).rounded(.up)
        var most = (even * (1 + tolerance) - margin).rounded(.down)
        if units.isExact, even > 0 {
            if !fits(least) { least += 1 }
            if !fits(most) { most -= 1 }
        }
        // Where nothing fits the window is one load wide, the nearest to even: the search comes as near as it
        // can.
        self.least = least <= most ? max(0, least) : even.rounded(.down)
        self.most = least <= most ? most : even.rounded(.up)
    }

    /// The loads no further from even than the furthest of these.
    init(_ units: RegridUnits, groups: Int, reached loads: [Double]) {
        let even = units.totalLoad / Double(groups)
        let reach = loads.reduce(0) { max($0, abs($1 - even)) }
        least = min(loads.min() ?? even, (even - reach).rounded(.up))
        most = max(loads.max() ?? even, (even + reach).rounded(.down))
    }

    func holds(_ load: Double) -> Bool { load >= least && load <= most }
}
