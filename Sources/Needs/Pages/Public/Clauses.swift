import Values
import Web

extension Scene {
    /// A sentence for large type, whose clauses do not break within: a line ends where the voice would pause.
    func clauses(_ phrase: some Phrase) -> HTML {
        var clauses: [String] = [""]
        for scalar in phrase.text[language].unicodeScalars {
            clauses[clauses.count - 1].unicodeScalars.append(scalar)
            if Self.pauses.contains(scalar) { clauses.append("") }
        }
        return "\(clauses.filter { !$0.isEmpty }, each: { "<span class=\"nb\">\($0)</span>" })"
    }

    /// The questions of a form with the button that sends it.
    func sent(_ fields: [Field], _ send: some Phrase, _ weight: Look.Weight) -> HTML {
        Look.fields(fields, in: language) + Look.acts(Look.send(send.text[language], weight))
    }

    private static let pauses = Set("，。？！：；".unicodeScalars)

    /// A page's head whose clauses do not break within, with its note.
    func head(_ phrase: some Phrase, note: (any Phrase)? = nil) -> HTML {
        "<h1>\(clauses(phrase))</h1>\(note.map { Look.note("\($0.text[language])") })"
    }
}
