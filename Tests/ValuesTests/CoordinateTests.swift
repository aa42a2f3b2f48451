import Testing

@testable import Values

@Suite struct CoordinateTests {
    @Test(arguments: [
        (0.0, 0.0, 0.0, 1.0, 111_195.08), (0, 0, 90, 0, 10_007_557.2), (0, 0, 0, 180, 20_015_114.4),
        (39.9, 116.4, 39.9, 116.4, 0), (89, 0, 89, 180, 222_390.2), (0, 179.5, 0, -179.5, 111_195.08),
    ])
    func distance(_ north: Double, _ east: Double, _ north2: Double, _ east2: Double, metres: Double) throws {
        let a = try #require(Coordinate(degreesNorth: north, degreesEast: east))
        let b = try #require(Coordinate(degreesNorth: north2, degreesEast: east2))
        #expect(abs(a.distance(to: b) - metres) < 1)
        #expect(abs(a.distance(to: b) - b.distance(to: a)) < 1e-6)
    }

    @Test func offTheGlobe() {
        #expect(Coordinate(latitude: 90_000_001, longitude: 0) == nil)
        #expect(Coordinate(latitude: .min, longitude: .max) == nil)
        for wrong in [Double.nan, .infinity, 91, -91] {
            #expect(Coordinate(degreesNorth: wrong, degreesEast: 0) == nil)
            #expect(Coordinate(gcj02North: wrong, east: 100) == nil)
        }
    }

    /// A known pair: the shift at Tiananmen is about 1.4 m' north and 6.2 m' east in thousandths of a degree.
    @Test func shiftAtBeijing() throws {
        let place = try #require(Coordinate(degreesNorth: 39.90734, degreesEast: 116.39089))
        #expect(abs(place.gcj02.north - 39.908743) < 2e-5)
        #expect(abs(place.gcj02.east - 116.397133) < 2e-5)
    }

    @Test func roundTrips() throws {
        var source = Dice(seed: 2)
        for _ in 0..<2000 {
            let north = Double.random(in: 18...53, using: &source),
                east = Double.random(in: 74...134, using: &source)
            let place = try #require(Coordinate(degreesNorth: north, degreesEast: east))
            let back = try #require(Coordinate(gcj02North: place.gcj02.north, east: place.gcj02.east))
            #expect(abs(back.latitude - place.latitude) <= 1 && abs(back.longitude - place.longitude) <= 1)
            let given = try #require(
                Coordinate(degreesNorth: place.gcj02.north, degreesEast: place.gcj02.east))
            #expect((1...1200).contains(place.distance(to: given)))
        }
    }

    @Test func abroadIsNotShifted() throws {
        let place = try #require(Coordinate(degreesNorth: 48.85, degreesEast: 2.35))
        #expect(place.gcj02 == (48.85, 2.35))
    }

    @Test func boxHoldsTheNear() throws {
        var source = Dice(seed: 9)
        for _ in 0..<2000 {
            let centre = try #require(
                Coordinate(
                    latitude: .random(in: -80_000_000...80_000_000, using: &source), longitude: 116_000_000))
            let near = try #require(
                Coordinate(
                    latitude: centre.latitude + .random(in: -20_000...20_000, using: &source),
                    longitude: centre.longitude + .random(in: -60_000...60_000, using: &source)))
            let box = centre.box(metres: 1500)
            guard centre.distance(to: near) <= 1500 else { continue }
            #expect(box.latitudes.contains(near.latitude) && box.longitudes.contains(near.longitude))
        }
    }
}
