import Foundation

/// A file that came with a form.
public struct Upload: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What was filled in, whatever it came as: a form, a form with files, or JSON.
public struct Fields: Sendable {
    public private(set) var values: [String: [String]]
    public private(set) var files: [String: [Upload]]

    public init(values: [String: [String]] = [:], files: [String: [Upload]] = [:]) {
        self.values = values
        self.files = files
    }

    public subscript(name: String) -> String? { values[name]?.first }
    public func all(_ name: String) -> [String] { values[name] ?? [] }
    public func file(_ name: String) -> Upload? { files[name]?.first { !$0.bytes.isEmpty } }

    public mutating func add(_ name: String, _ value: String) { values[name, default: []].append(value) }
    public mutating func add(_ name: String, _ file: Upload) { files[name, default: []].append(file) }

    /// Reads a request's body by its media type.
    ///
    /// - Throws: ``WebRefusal`` where the type is unknown or the body broken.
    public init(_ ask: Ask) throws {
        self.init()
        switch ask.mediaType {
        case "": guard ask.body.isEmpty else { throw WebRefusal.unknownBody }
        case "application/x-www-form-urlencoded":
            guard let text = String(validating: ask.body, as: UTF8.self), let pairs = Percent.pairs(text) else {
                throw WebRefusal.brokenBody
            }
            for pair in pairs { add(pair.name, pair.value) }
        case "multipart/form-data":
            for part in try Multipart.parts(of: ask.body, type: ask.headers["content-type"] ?? "") {
                if let file = part.fileName {
                    add(part.name, Upload(name: file, bytes: Array(part.body)))
                } else if let text = String(validating: part.body, as: UTF8.self), !text.utf8.contains(0) {
                    add(part.name, text)
                } else {
                    throw WebRefusal.brokenBody
                }
            }
        case "application/json": try add(json: ask.body)
        default: throw WebRefusal.unknownBody
        }
    }

    /// An object of texts, numbers, truths and lists of these. Deeper things are refused.
    private mutating func add(json body: [UInt8]) throws {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        guard let object, object.count <= 500 else { throw WebRefusal.brokenBody }
        for (name, value) in object {
            for item in value as? [Any] ?? [value] {
                if item is NSNull { continue }
                guard let text = Self.text(item) else { throw WebRefusal.brokenBody }
                add(name, text)
            }
        }
    }

    private static func text(_ value: Any) -> String? {
        if let text = value as? String { return text.utf8.contains(0) ? nil : text }
        guard let number = value as? NSNumber else { return nil }
        // A Boolean is an NSNumber too; its own type tells it apart.
        return CFGetTypeID(number) == CFBooleanGetTypeID() ? (number.boolValue ? "1" : "") : number.stringValue
    }
}
