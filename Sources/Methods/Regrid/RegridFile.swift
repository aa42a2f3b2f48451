/// A map with what is asked of it, as a file tells it.
///
/// *Shape*: one JSON object. `X`: for each building its features; `loadv`: its load; `neighbors`: an object
/// from the building's number to those it touches, or a list of lists; `k`: how many grids. Beside them, as
/// one likes: `fixed`, an object from a building's number to its grid's; `together`, a list of lists of
/// buildings; `today`, the label of each building now; `results`, named divisions with `labels`. Other keys
/// are passed over.
public struct RegridFile: Sendable {
    /// The most bytes that are read.
    public static let sizeLimit = 64 << 20

    public let map: BuildingMap
    /// What the file asks for; without `k` the number of grids is 0, to be set.
    public let request: RegridRequest
    /// Divisions that stand in the file, by name; today's is `today`.
    public let divisions: [String: [Int]]

    /// *Refuses* what is not such an object or gives a key twice, and names the line and what is amiss there.
    public init(_ bytes: some Sequence<UInt8>) throws(InputFault) {
        var content = RegridContent()
        try Self.read(bytes) { reader throws(InputFault) in
            try reader.object("the file") { reader, key throws(InputFault) in
                try content.take(key, &reader)
            }
        }
        guard let features = content.features else { throw InputFault("X: missing") }
        guard let loads = content.loads else { throw InputFault("loadv: missing") }
        let neighbors = try content.neighborLists(count: loads.count)
        map = try BuildingMap(features: features, loads: loads, neighbors: neighbors)
        request = content.request
        divisions = content.divisions
    }

    /// The labels in a file of their own: a list of whole numbers, or an object with such a list as `labels`.
    public static func labels(_ bytes: some Sequence<UInt8>) throws(InputFault) -> [Int] {
        var labels: [Int]?
        try read(bytes) { reader throws(InputFault) in
            labels =
                reader.isArray() ? try reader.wholeNumbers("labels") : try reader.labels("the file")
        }
        guard let labels else { throw InputFault("labels: missing") }
        return labels
    }

    /// Reads one value, which is all that the file may hold.
    private static func read(
        _ bytes: some Sequence<UInt8>, _ work: (inout JSONReader) throws(InputFault) -> Void
    ) throws(InputFault) {
        let bytes = Array(bytes.prefix(sizeLimit + 1))
        guard bytes.count <= sizeLimit else {
            throw InputFault("the file is larger than the \(sizeLimit >> 20) MiB that are read")
        }
        try bytes.withUnsafeBufferPointer { buffer throws(InputFault) in
            var reader = JSONReader(buffer)
            try work(&reader)
            try reader.end()
        }
    }
}

/// What a file holds, as it is read.
private struct RegridContent {
    var features: [[Double]]?
    var loads: [Double]?
    var neighborsByNumber: [Int: [Int]] = [:]
    var neighbors: [[Int]]?
    var hasNeighbors = false
    var request = RegridRequest(grids: 0)
    var divisions: [String: [Int]] = [:]
    private var seen = JSONMembers()

    mutating func take(_ key: JSONKey, _ reader: inout JSONReader) throws(InputFault) {
        switch key {
        case "X":
            try seen.mark(0, "X", reader)
            var rows: [[Double]] = []
            try reader.array("X") { reader throws(InputFault) in
                rows.append(try reader.numbers("X[\(rows.count)]"))
            }
            features = rows
        case "loadv":
            try seen.mark(1, "loadv", reader)
            loads = try reader.numbers("loadv")
        case "neighbors":
            try seen.mark(2, "neighbors", reader)
            try takeNeighbors(&reader)
        case "k":
            try seen.mark(3, "k", reader)
            if try !reader.null() { request.grids = try reader.integer("k") }
        case "fixed":
            try seen.mark(4, "fixed", reader)
            if try !reader.null() { try takeFixed(&reader) }
        case "together":
            try seen.mark(5, "together", reader)
            if try !reader.null() { request.together = try reader.lists("together") }
        case "today":
            try seen.mark(6, "today", reader)
            if try !reader.null() { divisions["today"] = try reader.wholeNumbers("today") }
        case "results":
            try seen.mark(7, "results", reader)
            if try !reader.null() { try takeResults(&reader) }
        default: try reader.skip()
        }
    }

    private mutating func takeNeighbors(_ reader: inout JSONReader) throws(InputFault) {
        hasNeighbors = true
        guard reader.isObject() else {
            neighbors = try reader.lists("neighbors")
            return
        }
        try reader.object { reader, key throws(InputFault) in
            let building = try reader.building(key, "neighbors")
            guard neighborsByNumber[building] == nil else {
                throw reader.fault("building \(building) stands twice", of: "neighbors")
            }
            neighborsByNumber[building] = try reader.wholeNumbers("neighbors.\(building)")
        }
    }

    private mutating func takeFixed(_ reader: inout JSONReader) throws(InputFault) {
        try reader.object("fixed") { reader, key throws(InputFault) in
            let building = try reader.building(key, "fixed")
            guard request.fixed[building] == nil else {
                throw reader.fault("building \(building) stands twice", of: "fixed")
            }
            request.fixed[building] = try reader.integer("fixed.\(building)")
        }
    }

    private mutating func takeResults(_ reader: inout JSONReader) throws(InputFault) {
        try reader.object("results") { reader, key throws(InputFault) in
            guard reader.isObject() else { return try reader.skip() }
            let name = key.text
            guard divisions[name] == nil || name == "today" else {
                throw reader.fault("\"\(name.prefix(20))\" is given twice", of: "results")
            }
            let labels = try reader.labels("results.\(name.prefix(20))")
            if let labels { divisions[name] = labels }
        }
    }

    /// For each building its neighbours; none where a building is not named.
    func neighborLists(count: Int) throws(InputFault) -> [[Int]] {
        guard hasNeighbors else { throw InputFault("neighbors: missing") }
        if let neighbors { return neighbors }
        var lists = [[Int]](repeating: [], count: count)
        for (building, list) in neighborsByNumber.sorted(by: { $0.key < $1.key }) {
            guard building < count else {
                throw InputFault("neighbors: building \(building) does not exist, there are \(count)")
            }
            lists[building] = list
        }
        return lists
    }
}

extension JSONReader {
    /// The building's number that a key stands for.
    fileprivate func building(_ key: JSONKey, _ name: StaticString) throws(InputFault) -> Int {
        let text = key.text
        guard let building = Int(text), building >= 0 else {
            throw fault("\"\(text.prefix(12))\" is not a building's number", of: "\(name)")
        }
        return building
    }

    fileprivate mutating func numbers(_ name: @autoclosure () -> String) throws(InputFault) -> [Double] {
        var numbers: [Double] = []
        try array(name()) { reader throws(InputFault) in
            numbers.append(try reader.number("\(name())[\(numbers.count)]"))
        }
        return numbers
    }

    fileprivate mutating func wholeNumbers(_ name: @autoclosure () -> String) throws(InputFault) -> [Int] {
        var numbers: [Int] = []
        try array(name()) { reader throws(InputFault) in
            numbers.append(try reader.integer("\(name())[\(numbers.count)]"))
        }
        return numbers
    }

    fileprivate mutating func lists(_ name: @autoclosure () -> String) throws(InputFault) -> [[Int]] {
        var lists: [[Int]] = []
        try array(name()) { reader throws(InputFault) in
            lists.append(try reader.wholeNumbers("\(name())[\(lists.count)]"))
        }
        return lists
    }

    /// The list that an object holds as `labels`; nil where it has none.
    fileprivate mutating func labels(_ name: @autoclosure () -> String) throws(InputFault) -> [Int]? {
        var labels: [Int]?
        try object(name()) { reader, key throws(InputFault) in
            guard "labels" ~= key, try !reader.null() else { return try reader.skip() }
            labels = try reader.wholeNumbers("\(name()).labels")
        }
        return labels
    }
}
