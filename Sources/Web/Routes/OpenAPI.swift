import Foundation
import Values

/// The published interface (OpenAPI 3.1) out of the same table as the routes.
struct OpenAPI {
    let routes: [Route]
    let rights: [String]

    /// The document as JSON bytes, keys sorted.
    func document() throws -> [UInt8] {
        var paths: [String: [String: Any]] = [:]
        for route in routes {
            paths[route.pattern, default: [:]][route.method.rawValue.lowercased()] = operation(route)
        }
        let document: [String: Any] = [
            "openapi": "3.1.0",
            "info": [
                "title": "Linli 邻里", "version": "1",
                "description":
                    "Every page's model is JSON at the same address, every form's action takes JSON.",
            ],
            "paths": paths,
            "components": [
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer"],
                    "session": ["type": "apiKey", "in": "cookie", "name": "sid"],
                ],
                "schemas": ["Problem": Self.problem],
            ],
            "security": [[:], ["token": [String]()], ["session": [String]()]],
        ]
        let data = try JSONSerialization.data(
            withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
        return Array(data)
    }

    private static var problem: [String: Any] {
        [
            "type": "object", "required": ["name", "status", "detail"],
            "properties": [
                "name": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
                "incident": ["type": "string"],
                "faults": [
                    "type": "array",
                    "items": [
                        "type": "object", "required": ["name", "detail"],
                        "properties": [
                            "field": ["type": "string"], "name": ["type": "string"],
                            "detail": ["type": "string"],
                        ],
                    ],
                ],
            ],
        ]
    }

    private func operation(_ route: Route) -> [String: Any] {
        var operation: [String: Any] = [
            "operationId": route.method.rawValue.lowercased() + route.pattern.replacing("/", with: "_"),
            "summary": route.summary.english, "description": route.summary.chinese,
            "x-right": route.right.name, "responses": responses(route),
        ]
        var parameters: [[String: Any]] = route.pattern.split(separator: "/").filter { $0.first == "{" }.map {
            [
                "name": String($0.dropFirst().dropLast()), "in": "path", "required": true,
                "schema": ["type": "string"],
            ]
        }
        if route.method == .get {
            parameters += route.fields.map {
                [
                    "name": $0.name, "in": "query", "required": false, "schema": schema($0),
                    "description": $0.title.english,
                ]
            }
        } else if !route.fields.isEmpty {
            operation["requestBody"] = ["required": true, "content": body(route)]
        }
        if !parameters.isEmpty { operation["parameters"] = parameters }
        return operation
    }

    private func responses(_ route: Route) -> [String: Any] {
        let problem =
            [
                "description": "A named refusal",
                "content": [
                    "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                ],
            ] as [String: Any]
        var good: [String: Any] = ["description": "Done"]
        if let schema = route.schema { good["content"] = ["application/json": ["schema": json(schema)]] }
        var all: [String: Any] = ["200": good, "default": problem]
        if route.method == .post { all["201"] = good }
        return all
    }

    private func body(_ route: Route) -> [String: Any] {
        let object: [String: Any] = [
            "type": "object",
            "properties": Dictionary(route.fields.map { ($0.name, schema($0)) }) { $1 },
            "required": route.fields.filter(\.isRequired).map(\.name),
        ]
        let hasFile = route.fields.contains { if case .file = $0.kind { true } else { false } }
        if hasFile { return ["multipart/form-data": ["schema": object]] }
        return [
            "application/json": ["schema": object], "application/x-www-form-urlencoded": ["schema": object],
        ]
    }

    private func schema(_ field: Input) -> [String: Any] {
        switch field.kind {
        case .line(let most), .lines(let most): return ["type": "string", "maxLength": most]
        case .phone: return ["type": "string", "maxLength": 32]
        case .code: return ["type": "string", "maxLength": 64]
        case .password: return ["type": "string", "format": "password", "maxLength": 256]
        case .day: return ["type": "string", "format": "date"]
        case .number(let range):
            return ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
        case .flag: return ["type": "boolean"]
        case .choice(let all): return Self.text(among: all)
        case .choices(let all): return ["type": "array", "items": Self.text(among: all)]
        case .file: return ["type": "string", "contentMediaType": "application/octet-stream"]
        case .identifier: return ["type": "string", "minLength": 22, "maxLength": 22]
        }
    }

    private static func text(among choices: [String]) -> [String: Any] {
        choices.isEmpty ? ["type": "string"] : ["type": "string", "enum": choices]
    }

    private func json(_ schema: Schema) -> [String: Any] {
        switch schema {
        case .string(let format):
            return format.map { ["type": "string", "format": $0] } ?? ["type": "string"]
        case .integer: return ["type": "integer"]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .choice(let all): return Self.text(among: all)
        case .list(let item): return ["type": "array", "items": json(item)]
        case .map(let item): return ["type": "object", "additionalProperties": json(item)]
        case .anything: return [:]
        case .object(let name, let fields):
            return [
                "type": "object", "title": name,
                "properties": Dictionary(fields.map { ($0.name, json($0.schema)) }) { $1 },
                "required": fields.filter(\.isRequired).map(\.name),
            ]
        }
    }
}
