import Foundation

/// Reads `.rels`: which part stands behind which name.
final class Relationships: PartReader {
    struct Target {
        let path: String, kind: Substring
    }
    private(set) var targets: [String: Target] = [:]
    private let folder: String

    /// `part` is the path whose relationships these are; empty for the whole file.
    init(of part: String, in archive: Archive) throws {
        let cut = part.utf8.lastIndex(of: UInt8(ascii: "/"))
        folder = cut.map { String(part[..<$0]) } ?? ""
        let name = cut.map { String(part[part.index(after: $0)...]) } ?? part
        super.init()
        try read((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", of: archive)
    }

    /// The first target of a kind, as `styles`.
    func first(_ kind: String) -> String? {
        targets.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.path
    }

    override func start(_ name: Substring, _ attributes: [String: String]) throws {
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
        else { return }
        guard targets.count < 10_000 else { throw SheetFault(.unpacksTooBig) }
        let kind = type.split(separator: "/").last ?? ""
        targets[id] = Target(path: Self.resolve(target, from: folder), kind: kind)
    }

    private static func resolve(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// Reads `workbook.xml`: the sheets by name, and from which day dates are counted.
final class WorkbookPart: PartReader {
    struct Sheet {
        let name: String, relation: String, isHidden: Bool
    }
    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false

    override func start(_ name: Substring, _ attributes: [String: String]) throws {
        switch name {
        case "workbookPr":
            countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        case "sheet":
            let relation = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }
            guard let relation, sheets.count < 10_000 else { throw SheetFault(.damaged) }
            let isHidden = (attributes["state"] ?? "visible") != "visible"
            sheets.append(Sheet(name: attributes["name"] ?? "", relation: relation.value, isHidden: isHidden))
        default: break
        }
    }
}

/// Reads `sharedStrings.xml`, rich text as plain.
final class SharedStrings: PartReader {
    private(set) var strings: [String] = []
    private var gatherer: TextGatherer
    private let limits: SheetLimits

    init(limits: SheetLimits) {
        self.limits = limits
        gatherer = TextGatherer(limits: limits)
    }

    override func start(_ name: Substring, _ attributes: [String: String]) throws {
        switch name {
        case "si": gatherer.reset()
        case "t": gatherer.isOpen = true
        case "rPh": gatherer.phonetic += 1
        default: break
        }
    }

    override func end(_ name: Substring) throws {
        switch name {
        case "si":
            guard strings.count < limits.strings else { throw SheetFault(.unpacksTooBig) }
            strings.append(CellText.clean(gatherer.text))
        case "t": gatherer.isOpen = false
        case "rPh": gatherer.phonetic -= 1
        default: break
        }
    }

    override func text(_ text: String) throws { try gatherer.add(text) }
}

/// Reads `styles.xml`: which cell styles show a number as a date.
final class Styles: PartReader {
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var isInside = false

    override func start(_ name: Substring, _ attributes: [String: String]) throws {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), custom.count < 10_000 else { return }
            custom[id] = NumberFormat(code: attributes["formatCode"] ?? "")
        case "cellXfs": isInside = true
        case "xf" where isInside:
            guard formats.count < 100_000 else { throw SheetFault(.unpacksTooBig) }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(custom[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    override func end(_ name: Substring) throws {
        if name == "cellXfs" { isInside = false }
    }
}
