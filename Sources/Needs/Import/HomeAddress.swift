import People

/// An address as people write it, taken apart: 荷风苑12栋2单元501室, 12号楼2-501, 12-2-501.
///
/// Shape: an area's name, which may be missing; a building's number with what buildings are called; a
/// stairwell, which may be missing; a door. Plain text goes in: half width, small letters, no gaps.
struct HomeAddress {
    private(set) var area = "", building = "", stairwell: String?, door: String?
    /// Written in numbers alone, so that what buildings are called is open.
    private var isBare = false

    private static let buildings = ["号楼", "栋", "幢", "座", "楼"]

    init?(_ plain: String) {
        let scalars = Array(plain.unicodeScalars)
        guard scalars.count <= 60 else { return nil }
        if let bare = Self.numbers(scalars), (2...3).contains(bare.count) {
            isBare = true
            building = bare[0]
            stairwell = bare.count == 3 ? bare[1] + "单元" : nil
            door = bare.last
            return
        }
        guard let (start, end) = Self.building(in: scalars) else { return nil }
        area = Self.text(scalars[..<start])
        building = Self.text(scalars[start..<end])
        guard readDoor(scalars[end...]) else { return nil }
    }

    /// What stands behind a building's name: 2单元501, 501室.
    init?(inside rest: ArraySlice<Unicode.Scalar>) {
        guard readDoor(rest), door != nil else { return nil }
    }

    /// The places of the address from the widest down, as signs on doors write them: letters large.
    var steps: [ArrivingHome.Step] {
        let steps: [(PlaceKind, String?)] = [
            (.area, area.isEmpty ? nil : area), (.building, building.isEmpty ? nil : building),
            (.stairwell, stairwell),
            (.household, door),
        ]
        return steps.compactMap { kind, name in name.map { ArrivingHome.Step(kind, $0.uppercased()) } }
    }

    /// Other ways in which the same home may stand in the tree of places.
    var spellings: [String] {
        let inside = (stairwell ?? "") + (door ?? "")
        if isBare { return Self.buildings.map { building + $0 + inside } + [building + inside] }
        return door == nil ? [] : [area + building + inside, area + building + inside + "室"]
    }

    /// The address without the area, which communities of one court leave out.
    var withoutArea: HomeAddress {
        var copy = self
        copy.area = ""
        return copy
    }

    /// The address with each word that its building may be called by; itself where that is written.
    var readings: [HomeAddress] {
        guard isBare else { return [self] }
        return Self.buildings.map { word in
            var copy = self
            copy.building += word
            copy.isBare = false
            return copy
        }
    }

    /// `12-2-501` in its parts; nil where anything else stands there.
    private static func numbers(_ scalars: [Unicode.Scalar]) -> [String]? {
        let parts = scalars.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.count <= 6 && $0.allSatisfy(isSign) }) else { return nil }
        return parts.map { text($0) }
    }

    /// Where the building's number with its word stands.
    private static func building(in scalars: [Unicode.Scalar]) -> (Int, Int)? {
        for (index, scalar) in scalars.enumerated() where isSign(scalar) {
            if index > 0, isSign(scalars[index - 1]) { continue }
            let end = scalars[index...].firstIndex { !isSign($0) } ?? scalars.count
            guard end - index <= 6 else { continue }
            for word in buildings {
                let word = Array(word.unicodeScalars)
                if scalars[end...].starts(with: word) { return (index, end + word.count) }
            }
        }
        return nil
    }

    private mutating func readDoor(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = rest
        let word = Array("单元".unicodeScalars)
        let number = rest.prefix(while: Self.isSign)
        if !number.isEmpty, rest.dropFirst(number.count).starts(with: word) {
            stairwell = Self.text(number) + "单元"
            rest = rest.dropFirst(number.count + word.count)
        } else if !number.isEmpty, rest.dropFirst(number.count).first == "-" {
            stairwell = Self.text(number) + "单元"
            rest = rest.dropFirst(number.count + 1)
        }
        if rest.isEmpty { return true }
        let sign = rest.prefix(while: Self.isSign), end = rest.dropFirst(sign.count)
        guard (1...6).contains(sign.count), end.isEmpty || Self.text(end) == "室" || Self.text(end) == "号"
        else { return false }
        door = Self.text(sign)
        return true
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
