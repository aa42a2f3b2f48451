import Foundation

/// A map with what is asked of it, as a file tells it.
///
/// *Shape*: one JSON object. `X`: for each building its features; `loadv`: its load; `neighbors`: an object from the
/// building's number to those it touches, or a list of lists; `k`: how many grids. Beside them, as one likes:
/// `fixed`, an object from a building's number to its grid's; `together`, a list of lists of buildings; `today`, the
/// label of each building now; `results`, named divisions with `labels`. Other keys are passed over.
public struct RegridFile: Sendable {
    /// The most bytes that are read.
    public static let sizeLimit = 64 << 20

    public let map: BuildingMap
    /// What the file asks for; without `k` the number of grids is 0, to be set.
    public let request: RegridRequest
    /// Divisions that stand in the file, by name; today's is `today`.
    public let divisions: [String: [Int]]

    /// *Refuses* what is not such an object, and names what is amiss.
    public init(_ data: Data) throws(InputFault) {
        let raw: RawRegridFile = try Self.decode(data)
        map = try BuildingMap(
            features: raw.features, loads: raw.loads, neighbors: raw.neighbors.lists(raw.loads.count))
        var request = RegridRequest(grids: raw.k ?? 0)
        for (building, grid) in raw.fixed ?? [:] {
            guard let number = Int(building) else {
                throw InputFault("fixed: a key is not a building's number")
            }
            request.fixed[number] = grid
        }
        request.together = raw.together ?? []
        self.request = request
        var divisions = (raw.results ?? [:]).compactMapValues(\.labels)
        divisions["today"] = raw.today ?? divisions["today"]
        self.divisions = divisions
    }

    /// The labels in a file of their own: a list of whole numbers, or an object with such a list as `labels`.
    public static func labels(_ data: Data) throws(InputFault) -> [Int] {
        if let raw = try? JSONDecoder().decode([Int].self, from: data) { return raw }
        let raw: RawDivision = try decode(data)
        guard let labels = raw.labels else { throw InputFault("labels: missing") }
        return labels
    }

    private static func decode<Value: Decodable>(_ data: Data) throws(InputFault) -> Value {
        guard data.count <= sizeLimit else {
            throw InputFault("the file is larger than the \(sizeLimit >> 20) MiB that are read")
        }
        do {
            return try JSONDecoder().decode(Value.self, from: data)
        } catch let error as DecodingError {
            throw fault(error, in: data)
        } catch {
            throw InputFault("the file is not JSON")
        }
    }

    private static func fault(_ error: DecodingError, in data: Data) -> InputFault {
        switch error {
        case .keyNotFound(let key, let context): InputFault("\(path(context.codingPath + [key])): missing")
        case .valueNotFound(_, let context): InputFault("\(path(context.codingPath)): empty")
        case .typeMismatch(let type, let context):
            InputFault("\(path(context.codingPath)): expected \(word(for: type))")
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? InputFault("the file is not JSON", line: line(of: context))
                : InputFault("\(path(context.codingPath)): not a number that can be held")
        @unknown default: InputFault("the file is not as expected")
        }
    }

    /// Where the parser stopped, as far as it says so.
    private static func line(of context: DecodingError.Context) -> Int? {
        let told = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
        let words = (told ?? "").split { !$0.isLetter && !$0.isNumber }
        guard let index = words.firstIndex(of: "line"), index + 1 < words.count else { return nil }
        return Int(words[index + 1])
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        let words = keys.map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue.prefix(20) }
        let path = words.joined()
        return path.isEmpty ? "the file" : String(path.first == "." ? path.dropFirst() : path[...])
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is [Any].Type: "a list"
        default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
        }
    }
}

/// The file's keys as they stand.
private struct RawRegridFile: Decodable {
    var features: [[Double]]
    var loads: [Double]
    var neighbors: RawNeighbors
    var k: Int?
    var fixed: [String: Int]?
    var together: [[Int]]?
    var today: [Int]?
    var results: [String: RawDivision]?

    private enum CodingKeys: String, CodingKey {
        case features = "X"
        case loads = "loadv"
        case neighbors, k, fixed, together, today, results
    }
}

private struct RawDivision: Decodable {
    var labels: [Int]?
}

/// Neighbours as a list of lists, or by the building's number.
private enum RawNeighbors: Decodable {
    case list([[Int]])
    case byNumber([String: [Int]])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([[Int]].self) {
            self = .list(list)
        } else {
            self = .byNumber(try container.decode([String: [Int]].self))
        }
    }

    /// For each building its neighbours; none where a building is not named.
    func lists(_ count: Int) throws(InputFault) -> [[Int]] {
        switch self {
        case .list(let lists): return lists
        case .byNumber(let named):
            var lists = [[Int]](repeating: [], count: count)
            var isNamed = [Bool](repeating: false, count: count)
            for (key, list) in named {
                guard let building = Int(key), building >= 0, building < count else {
                    throw InputFault("neighbors: \"\(key.prefix(12))\" is not a building's number")
                }
                guard !isNamed[building] else {
                    throw InputFault("neighbors: building \(building) stands twice")
                }
                isNamed[building] = true
                lists[building] = list
            }
            return lists
        }
    }
}
