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
            precondition(
                node.lines[route.method] == nil, "two routes at \(route.method.rawValue) \(route.pattern)")
            node.lines[route.method] = (route, names)
        }
    }

    /// The line for a method at an address; where others have lines there, which.
    ///
    /// - Parameters: `segments`: the address's parts, already decoded.
    func find(_ method: Method?, _ segments: [String]) -> Found {
        var values: [String] = [], others: Set<Method> = []
        if let line = walk(root, segments[...], method, &values, &others) {
            return .route(line.route, Dictionary(zip(line.names, values)) { $1 })
        }
        return others.isEmpty ? .nothing : .wrongMethod(others.sorted())
    }

    private func walk(
        _ node: Node, _ rest: ArraySlice<String>, _ method: Method?, _ values: inout [String],
        _ others: inout Set<Method>
    ) -> (route: Route, names: [String])? {
        guard let segment = rest.first else {
            if let method, let line = node.lines[method] { return line }
            others.formUnion(node.lines.keys)
            return nil
        }
        if let next = node.fixed[segment], let line = walk(next, rest.dropFirst(), method, &values, &others) {
            return line
        }
        guard let next = node.parameter else { return nil }
        values.append(segment)
        if let line = walk(next, rest.dropFirst(), method, &values, &others) { return line }
        values.removeLast()
        return nil
    }
}
