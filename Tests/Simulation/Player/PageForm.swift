import Trials

/// A form of a page, as somebody at a browser could fill it in.
struct PageForm {
    enum Kind: Equatable {
        case hidden, line, lines, telephone, number, date, time, password, file, tick
        case one([String])
    }

    struct Entry {
        let name: String
        var kind: Kind
        /// What stands in it when the page comes.
        var value: String
    }

    let action: String
    let isPost: Bool
    let isMultipart: Bool
    var entries: [Entry] = []
    /// Names and values of the buttons that send it.
    var buttons: [(name: String, value: String)] = []
}

/// Where one can go from a page, and what one can send.
struct PageContents {
    private(set) var links: [String] = []
    private(set) var forms: [PageForm] = []
    private var form: PageForm?
    /// A list of choices that is open, and whether its text goes into an area.
    private var choices: (name: String, values: [String], chosen: String?)?
    private var area: String?

    init(_ page: [UInt8]) {
        for token in Token.all(in: page) {
            switch token {
            case .open(let tag): open(tag)
            case .close(let name): close(name)
            case .text(let text): if area != nil { area?.append(text) }
            }
        }
    }

    private mutating func open(_ tag: Tag) {
        let get = { (name: String) in tag.attributes[name] }
        switch tag.name {
        case "a": if let address = get("href"), address.hasPrefix("/") { links.append(address) }
        case "form":
            form = PageForm(
                action: get("action") ?? "", isPost: get("method") == "post",
                isMultipart: get("enctype") == "multipart/form-data")
        case "input": input(tag)
        case "select": choices = (get("name") ?? "", [], nil)
        case "option":
            choices?.values.append(get("value") ?? "")
            if get("selected") != nil { choices?.chosen = get("value") }
        case "textarea":
            form?.entries.append(.init(name: get("name") ?? "", kind: .lines, value: ""))
            area = ""
        case "button": if let name = get("name") { form?.buttons.append((name, get("value") ?? "")) }
        default: break
        }
    }

    private mutating func input(_ tag: Tag) {
        guard let name = tag.attributes["name"] else { return }
        let value = tag.attributes["value"] ?? ""
        switch tag.attributes["type"] ?? "text" {
        case "radio":
            if let index = form?.entries.firstIndex(where: { $0.name == name }) {
                if case .one(let known) = form?.entries[index].kind {
                    form?.entries[index].kind = .one(known + [value])
                }
            } else {
                form?.entries.append(.init(name: name, kind: .one([value]), value: value))
            }
        case "checkbox": form?.entries.append(.init(name: name, kind: .tick, value: value))
        case "hidden": form?.entries.append(.init(name: name, kind: .hidden, value: value))
        case "tel": form?.entries.append(.init(name: name, kind: .telephone, value: value))
        case "date": form?.entries.append(.init(name: name, kind: .date, value: value))
        case "time": form?.entries.append(.init(name: name, kind: .time, value: value))
        case "file":
            form?.entries.append(.init(name: name, kind: .file, value: tag.attributes["accept"] ?? ""))
        case "password": form?.entries.append(.init(name: name, kind: .password, value: ""))
        default:
            let isNumber = tag.attributes["inputmode"] == "numeric"
            form?.entries.append(.init(name: name, kind: isNumber ? .number : .line, value: value))
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "form":
            if let form { forms.append(form) }
            form = nil
        case "select":
            if let choices {
                let entry = PageForm.Entry(
                    name: choices.name, kind: .one(choices.values),
                    value: choices.chosen ?? choices.values.first ?? "")
                form?.entries.append(entry)
            }
            choices = nil
        case "textarea":
            if let area, let last = form?.entries.indices.last { form?.entries[last].value = area }
            area = nil
        default: break
        }
    }
}
