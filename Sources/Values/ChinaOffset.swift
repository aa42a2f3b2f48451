import Foundation

/// The shift between WGS-84 and GCJ-02, the datum that maps and telephones in China must show.
///
/// Source: the formula for GCJ-02 as publicly known; the ellipsoid of Krasovsky, 1940. Coordinates are kept
/// in WGS-84 only, so this stands at the door where a map or a telephone hands one in.
extension Coordinate {
    /// The place that a Chinese map gives in GCJ-02; nil off the globe. Outside China both are the same.
    public init?(gcj02North north: Double, east: Double) {
        guard abs(north) <= 90, abs(east) <= 180 else { return nil }
        var guess = (north: north, east: east)
        // The shift changes slowly, so each round shrinks the error a thousandfold.
        for _ in 0..<4 {
            let shift = ChinaOffset.shift(north: guess.north, east: guess.east)
            guess = (north - shift.north, east - shift.east)
        }
        self.init(degreesNorth: guess.north, degreesEast: guess.east)
    }

    /// Degrees north and east in GCJ-02, to hand to a Chinese map.
    public var gcj02: (north: Double, east: Double) {
        let shift = ChinaOffset.shift(north: degreesNorth, east: degreesEast)
        return (degreesNorth + shift.north, degreesEast + shift.east)
    }
}

private enum ChinaOffset {
    static let radius = 6_378_245.0
    static let eccentricitySquared = 0.00669342162296594323

    /// Degrees to add to WGS-84.
    static func shift(north: Double, east: Double) -> (north: Double, east: Double) {
        guard (0.8293...55.8271).contains(north), (72.004...137.8347).contains(east) else { return (0, 0) }
        let x = east - 105, y = north - 35
        let latitude = north * .pi / 180
        let curve = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
        let meridian = radius * (1 - eccentricitySquared) / (curve * curve.squareRoot())
        let parallel = radius / curve.squareRoot() * cos(latitude)
        return (metresNorth(x, y) / meridian * 180 / .pi, metresEast(x, y) / parallel * 180 / .pi)
    }

    private static func metresNorth(_ x: Double, _ y: Double) -> Double {
        let plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
        let waves =
            wave(x, [(20, 6), (20, 2)]) + wave(y, [(20, 1), (40, 1 / 3.0)])
            + wave(y, [(160, 1 / 12.0), (320, 1 / 30.0)])
        return plane + waves
    }

    private static func metresEast(_ x: Double, _ y: Double) -> Double {
        let plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
        let waves =
            wave(x, [(20, 6), (20, 2)]) + wave(x, [(20, 1), (40, 1 / 3.0)])
            + wave(x, [(150, 1 / 12.0), (300, 1 / 30.0)])
        return plane + waves
    }

    /// Two thirds of the sum of sines of `degrees`, each with its height and frequency.
    private static func wave(_ degrees: Double, _ sines: [(height: Double, frequency: Double)]) -> Double {
        sines.reduce(0) { $0 + $1.height * sin($1.frequency * degrees * .pi) } * 2 / 3
    }
}
