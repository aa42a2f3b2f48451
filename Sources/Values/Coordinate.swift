import Foundation

/// A place on the Earth in millionths of a degree of WGS-84, about 0.1 m.
public struct Coordinate: Hashable, Sendable {
    /// -90,000,000...90,000,000, north positive.
    public let latitude: Int64
    /// -180,000,000...180,000,000, east positive.
    public let longitude: Int64

    /// A place by millionths of a degree; nil off the globe.
    public init?(latitude: Int64, longitude: Int64) {
        guard (-90_000_000...90_000_000).contains(latitude), (-180_000_000...180_000_000).contains(longitude)
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// A place by degrees; nil off the globe or for what is no number.
    public init?(degreesNorth north: Double, degreesEast east: Double) {
        guard abs(north) <= 90, abs(east) <= 180 else { return nil }
        self.init(latitude: Int64((north * 1e6).rounded()), longitude: Int64((east * 1e6).rounded()))
    }

    public var degreesNorth: Double { Double(latitude) / 1e6 }
    public var degreesEast: Double { Double(longitude) / 1e6 }

    /// The distance in metres over a sphere of 6,371,008.8 m.
    ///
    /// Source: the haversine formula; the mean radius of GRS 80.
    public func distance(to other: Coordinate) -> Double {
        let radians = Double.pi / 180
        let north = (other.degreesNorth - degreesNorth) * radians
        let east = (other.degreesEast - degreesEast) * radians
        let halfNorth = sin(north / 2), halfEast = sin(east / 2)
        let parallels = cos(degreesNorth * radians) * cos(other.degreesNorth * radians)
        let chord = halfNorth * halfNorth + parallels * halfEast * halfEast
        return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
    }

    /// The box that holds all places within `metres`, for a first choice by index.
    ///
    /// It is not wrapped at the poles and the date line.
    public func box(metres: Double) -> (latitudes: ClosedRange<Int64>, longitudes: ClosedRange<Int64>) {
        let reach = min(max(metres, 0), 20_000_000) / 111_000 * 1e6
        // A parallel shortens by the cosine; near a pole every longitude may be within reach.
        let farthest = min(90, abs(degreesNorth) + reach / 1e6)
        let across = reach / max(cos(farthest * .pi / 180), 1e-3)
        let up = Int64(reach.rounded(.up)), side = Int64(min(across, 360e6).rounded(.up))
        return (latitude - up...latitude + up, longitude - side...longitude + side)
    }
}
