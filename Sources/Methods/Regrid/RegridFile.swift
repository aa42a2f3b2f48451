/// A map with what is asked of it, as a file tells it.
///
/// *Shape*: one JSON object. `X`: for each building its features; `loadv`: its load; `neighbors`: an object
/// from the building's number to those it touches, or a list of lists; `k`: how many grids. Beside them, as
/// one likes: `fixed`, an object from a building's number to its grid's; `together`, a list of lists of
/// buildings; `today`, the label of each building now; `results`, named divisions with `labels`. Other keys
/// are passed over; of a key that stands twice the last counts.
public struct RegridFile: Sendable {
    /// The most bytes that are read.
    public static let sizeLimit = 64 << 20

    public let map: BuildingMap
    /// What the file asks for; without `k` the number of grids is 0, to be set.
    public let request: RegridRequest
    /// Divisions that stand in the file, by name; today's is `today`.
    public let divisions: [String: [Int]]

    /// *Refuses* what is not such an object, and names the line and what is amiss there.
    public init(_ bytes: some Sequence<UInt8>) throws(InputFault) {
        var scanner = try Self.scanner(bytes)
        var content = RegridContent()
        try scanner.object("the file") { scanner, key throws(InputFault) in try content.take(key, &scanner) }
        try scanner.end()
        guard let features = content.features else { throw InputFault("X: missing") }
        guard let loads = content.loads else { throw InputFault("loadv: missing") }
        let neighbors = try content.neighborLists(count: loads.count)
        map = try BuildingMap(features: features, loads: loads, neighbors: neighbors)
        request = content.request
        divisions = content.divisions
    }

    /// The labels in a file of their own: a list of whole numbers, or an object with such a list as `labels`.
    public static func labels(_ bytes: some Sequence<UInt8>) throws(InputFault) -> [Int] {
        var scanner = try scanner(bytes)
        var labels: [Int]?
        if scanner.begins(with: "[") {
            labels = try scanner.wholeNumbers("labels")
        } else {
            labels = try scanner.labels("the file")
        }
        try scanner.end()
        guard let labels else { throw InputFault("labels: missing") }
        return labels
    }

    private static func scanner(_ bytes: some Sequence<UInt8>) throws(InputFault) -> RegridScanner {
        let bytes = Array(bytes.prefix(sizeLimit + 1))
        guard bytes.count <= sizeLimit else {
            throw InputFault("the file is larger than the \(sizeLimit >> 20) MiB that are read")
        }
        return RegridScanner(bytes)
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

    mutating func take(_ key: String, _ scanner: inout RegridScanner) throws(InputFault) {
        switch key {
        case "X":
            var rows: [[Double]] = []
            try scanner.list("X") { scanner, row throws(InputFault) in
                rows.append(try scanner.numbers("X[\(row)]"))
            }
            features = rows
        case "loadv": loads = try scanner.numbers("loadv")
        case "neighbors": try takeNeighbors(&scanner)
        case "k": if try !scanner.isNull() { request.grids = try scanner.wholeNumber("k") }
        case "fixed": if try !scanner.isNull() { try takeFixed(&scanner) }
        case "together":
            guard try !scanner.isNull() else { return }
            request.together = try scanner.lists("together")
        case "today": if try !scanner.isNull() { divisions["today"] = try scanner.wholeNumbers("today") }
        case "results": if try !scanner.isNull() { try takeResults(&scanner) }
        default: try scanner.skip()
        }
    }

    private mutating func takeNeighbors(_ scanner: inout RegridScanner) throws(InputFault) {
        hasNeighbors = true
        neighborsByNumber = [:]
        neighbors = nil
        guard scanner.begins(with: "{") else {
            neighbors = try scanner.lists("neighbors")
            return
        }
        try scanner.object("neighbors") { scanner, key throws(InputFault) in
            guard let building = Int(key), building >= 0 else {
                throw scanner.fault("neighbors: \"\(key.prefix(12))\" is not a building's number")
            }
            guard neighborsByNumber[building] == nil else {
                throw scanner.fault("neighbors: building \(building) stands twice")
            }
            neighborsByNumber[building] = try scanner.wholeNumbers("neighbors.\(building)")
        }
    }

    private mutating func takeFixed(_ scanner: inout RegridScanner) throws(InputFault) {
        request.fixed = [:]
        try scanner.object("fixed") { scanner, key throws(InputFault) in
            guard let building = Int(key) else {
                throw scanner.fault("fixed: \"\(key.prefix(12))\" is not a building's number")
            }
            request.fixed[building] = try scanner.wholeNumber("fixed.\(building)")
        }
    }

    private mutating func takeResults(_ scanner: inout RegridScanner) throws(InputFault) {
        try scanner.object("results") { scanner, name throws(InputFault) in
            guard scanner.begins(with: "{") else { return try scanner.skip() }
            let labels = try scanner.labels("results.\(name.prefix(20))")
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

extension RegridScanner {
    fileprivate mutating func numbers(_ name: String) throws(InputFault) -> [Double] {
        var numbers: [Double] = []
        try list(name) { scanner, index throws(InputFault) in
            numbers.append(try scanner.number("\(name)[\(index)]"))
        }
        return numbers
    }

    fileprivate mutating func wholeNumbers(_ name: String) throws(InputFault) -> [Int] {
        var numbers: [Int] = []
        try list(name) { scanner, index throws(InputFault) in
            numbers.append(try scanner.wholeNumber("\(name)[\(index)]"))
        }
        return numbers
    }

    fileprivate mutating func lists(_ name: String) throws(InputFault) -> [[Int]] {
        var lists: [[Int]] = []
        try list(name) { scanner, index throws(InputFault) in
            lists.append(try scanner.wholeNumbers("\(name)[\(index)]"))
        }
        return lists
    }

    /// The list that an object holds as `labels`; nil where it has none.
    fileprivate mutating func labels(_ name: String) throws(InputFault) -> [Int]? {
        var labels: [Int]?
        try object(name) { scanner, key throws(InputFault) in
            guard key == "labels", try !scanner.isNull() else { return try scanner.skip() }
            labels = try scanner.wholeNumbers("\(name).labels")
        }
        return labels
    }
}
