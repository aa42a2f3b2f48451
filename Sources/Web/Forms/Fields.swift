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
            guard let text = String(validating: ask.body, as: UTF8.self), let pairs = Percent.pairs(text)
            else {
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
        guard JSONNesting.depth(of: body) <= 2,
            let object = try? JSONDecoder().decode([String: JSONField].self, from: Data(body)),
            object.count <= 500, !object.keys.contains(where: { $0.utf8.contains(0) })
        else { throw WebRefusal.brokenBody }
        for (name, field) in object {
            for text in field.texts { add(name, text) }
        }
    }
}

/// What a JSON body may hold in one of its fields.
private struct JSONField: Decodable {
    let texts: [String]

    init(from decoder: any Decoder) throws {
        // A single text first, for most are: each attempt that fails makes an error, and that is dear.
        if let single = try? JSONValue(from: decoder) {
            texts = [single.text].compactMap { $0 }
            return
        }
        var list = try decoder.unkeyedContainer(), all: [String] = []
        while !list.isAtEnd {
            guard list.currentIndex < 1000 else {
                throw DecodingError.dataCorruptedError(in: list, debugDescription: "too long a list")
            }
            all += [try list.decode(JSONValue.self).text].compactMap { $0 }
        }
        texts = all
    }
}

private struct JSONValue: Decodable {
    /// Nil for null and for false: a box that was not ticked is not sent either.
    let text: String?

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let words = try? value.decode(String.self) {
            guard !words.utf8.contains(0) else {
                throw DecodingError.dataCorruptedError(in: value, debugDescription: "NUL in a text")
            }
            text = words
        } else if value.decodeNil() {
            text = nil
        } else if let flag = try? value.decode(Bool.self) {
            text = flag ? "1" : nil
        } else if let number = try? value.decode(Int64.self) {
            text = "\(number)"
        } else {
            text = "\(try value.decode(Double.self))"
        }
    }
}
