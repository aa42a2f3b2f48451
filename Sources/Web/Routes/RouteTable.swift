/// Finds the line of the table that an address stands for: fixed segments before parameters, longest first.
struct RouteTable: Sendable {
    private final class Node {
        var fixed: [String: Node] = [:]
        var parameter: Node?
        var lines: [Method: (route: Route, names: [String])] = [:]
    }

    enum Found {
        case route(Route, [String: String])
        case wrongMethod([Method])
        case nothing
    }

    // Built once in `init` and only read afterwards.
    nonisolated(unsafe) private let root: Node

    init(_ routes: [Route]) {
        root = Node()
        for route in routes {
            var node = root
            var names: [String] = []
            for segment in route.pattern.split(separator: "/") {
                if segment.first == "{" {
                    names.append(String(segment.dropFirst().dropLast()))
                    let next = node.parameter ?? Node()
                    node.parameter = next
                    node = next
                } else {
                    let next = node.fixed[String(segment)] ?? Node()
                    node.fixed[String(segment)] = next
                    node = next
                }
            }
            precondition(node.lines[route.method] == nil, "two routes at \(route.method.rawValue) \(route.pattern)")
            node.lines[route.method] = (route, names)
        }
    }

    /// - Parameters: `segments`: the address's parts, already decoded.
    func find(_ method: Method, _ segments: [String]) -> Found {
        var values: [String] = []
        guard let node = walk(root, segments[...], &values) else { return .nothing }
        guard let line = node.lines[method] else { return .wrongMethod(node.lines.keys.sorted { $0.rawValue < $1.rawValue }) }
        return .route(line.route, Dictionary(zip(line.names, values)) { $1 })
    }

    private func walk(_ node: Node, _ rest: ArraySlice<String>, _ values: inout [String]) -> Node? {
        guard let segment = rest.first else { return node.lines.isEmpty ? nil : node }
        if let next = node.fixed[segment], let found = walk(next, rest.dropFirst(), &values) { return found }
        guard let next = node.parameter else { return nil }
        values.append(segment)
        if let found = walk(next, rest.dropFirst(), &values) { return found }
        values.removeLast()
        return nil
    }
}
