import Values

extension Look {
    /// A question with its label, hint, fault and kept answer.
    public static func field(_ field: Field, in language: Language) -> HTML {
        switch field.kind {
        case .hidden:
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        case .one(let choices):
            group(field, choices, type: "radio", language)
        case .scale(let choices):
            group(field, choices, type: "radio", language)
        case .several(let choices):
            group(field, choices, type: "checkbox", language)
        case .tick:
            tick(field)
        default:
            """
            <div class="field\(if: field.fault != nil, " bad")">
            <label for="\(field.id)">\(field.label)\(optional(field, language))</label>\
            \(hint(field))\(fault(field))
            \(control(field))
            </div>
            """
        }
    }

    /// Several questions, one under another.
    public static func fields(_ fields: [Field], in language: Language) -> HTML {
        "\(fields, each: { field($0, in: language) })"
    }

    private static func optional(_ field: Field, _ language: Language) -> HTML? {
        field.optional ? " <small>\(LookPhrase.optional(language))</small>" : nil
    }

    private static func hint(_ field: Field) -> HTML? {
        field.hint.map { "<span class=\"hint\" id=\"\(field.id)-h\">\($0)</span>" }
    }

    private static func fault(_ field: Field) -> HTML? {
        field.fault.map { "<span class=\"fault\" id=\"\(field.id)-x\">\($0)</span>" }
    }

    /// Ties hint and fault to the control for those who hear the page.
    private static func described(_ field: Field) -> HTML {
        switch (field.hint != nil, field.fault != nil) {
        case (false, false): .empty
        case (true, false): " aria-describedby=\"\(field.id)-h\""
        case (false, true): " aria-invalid=\"true\" aria-describedby=\"\(field.id)-x\""
        case (true, true): " aria-invalid=\"true\" aria-describedby=\"\(field.id)-x \(field.id)-h\""
        }
    }

    private static func common(_ field: Field) -> HTML {
        """
        class="in" id="\(field.id)" name="\(field.name)"\
        \(field.autocomplete.map { " autocomplete=\"\($0)\"" as HTML })\
        \(field.limit.map { " data-limit=\"\($0)\"" as HTML })\(described(field))
        """
    }

    private static func control(_ field: Field) -> HTML {
        switch field.kind {
        case .area(let rows, let draft):
            """
            <textarea \(common(field)) rows="\(rows)"\(draft.map { " data-draft=\"\($0)\"" as HTML })\
            \(field.alike.map { " data-alike=\"\(link: $0)\"" as HTML })>
            \(field.value)</textarea>
            """
        case .select(let choices):
            "<select \(common(field))>\(options: choices, chosen: field.value)</select>"
        case .prepared(let options):
            "<select \(common(field))>\(options.shown(chosen: field.value))</select>"
        case .file(let accept, let megabytes, let several):
            """
            <input type="file" \(common(field)) accept="\(accept)" \
            data-heavy-over="\(megabytes)"\(if: several, " multiple")>
            """
        case .password, .newPassword:
            "<input \(common(field)) \(typed(field.kind))>"
        default:
            "<input \(common(field)) \(typed(field.kind)) value=\"\(field.value)\">"
        }
    }

    /// The input's type, and the keyboard a phone should bring.
    private static func typed(_ kind: Field.Kind) -> HTML {
        switch kind {
        case .telephone: "type=\"tel\" inputmode=\"tel\""
        case .search: "type=\"search\""
        case .password: "type=\"password\" autocomplete=\"current-password\""
        case .newPassword: "type=\"password\" autocomplete=\"new-password\""
        case .date: "type=\"date\""
        case .time: "type=\"time\""
        case .number: "type=\"text\" inputmode=\"numeric\""
        default: "type=\"text\""
        }
    }

    private static func group(
        _ field: Field, _ choices: [Choice], type: String, _ language: Language
    ) -> HTML {
        // A long list of short answers stands in columns where there is room for them.
        let isMany = choices.count > 6 && choices.allSatisfy { $0.hint == nil }
        let isScale = if case .scale = field.kind { true } else { false }
        return """
            <fieldset\(if: field.fault != nil, " class=\"bad\"")>
            <legend>\(field.label)\(optional(field, language))</legend>\(hint(field))\(fault(field))
            <div class="choices\(if: isMany, " many")\(if: isScale, " scale")">
            \(choices.enumerated(), each: { choice($0.element, at: $0.offset, of: field, type) })</div>
            </fieldset>
            """
    }

    private static func choice(_ choice: Choice, at index: Int, of field: Field, _ type: String) -> HTML {
        // The first choice carries the field's own id, so that the summary of faults leads to it.
        let id = index == 0 ? field.id : "\(field.id)-\(index)"
        let checked = type == "radio" ? choice.value == field.value : field.chosen.contains(choice.value)
        return """
            <div class="choice"><input type="\(type)" name="\(field.name)" id="\(id)" value="\(choice.value)"\
            \(if: checked, " checked")\(if: index == 0, described(field))><label for="\(id)">\(choice.title)\
            \(choice.hint.map { "<span class=\"hint\">\($0)</span>" as HTML })</label></div>

            """
    }

    private static func tick(_ field: Field) -> HTML {
        """
        <div class="field\(if: field.fault != nil, " bad")">\(fault(field))
        <div class="choices"><div class="choice"><input type="checkbox" name="\(field.name)" \
        id="\(field.id)" value="1"\(if: field.value == "1", " checked")\(described(field))>\
        <label for="\(field.id)">\(field.label)\(hint(field))</label></div></div>
        </div>
        """
    }
}

extension HTML.Interpolation {
    /// Options written straight into their list, which may be long.
    fileprivate mutating func appendInterpolation(options choices: [Choice], chosen value: String) {
        for choice in choices {
            appendLiteral("<option value=\"")
            appendInterpolation(choice.value)
            appendLiteral(choice.value == value ? "\" selected>" : "\">")
            appendInterpolation(choice.title)
            appendLiteral("</option>")
        }
    }
}

/// Options of a list that many pages show, written once with the first of them chosen.
public struct PreparedOptions: Sendable {
    private let choices: [Choice]
    private let restful: HTML

    public init(_ choices: [Choice]) {
        self.choices = choices
        restful = "\(options: choices, chosen: choices.first?.value ?? "")"
    }

    fileprivate func shown(chosen value: String) -> HTML {
        value == choices.first?.value ? restful : "\(options: choices, chosen: value)"
    }
}
