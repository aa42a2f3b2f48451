import Values
import Web

/// The rows of the form of owners: each with somebody and their share; as many as are asked for.
enum OwnerRows {
    /// Rows that a new form has; most homes need no more.
    static let first = 2

    /// How many rows the form has, after the one more that may have been asked for.
    static func count(_ fields: Fields) -> Int {
        let shown = fields["rows"].flatMap(Int.init) ?? first
        let asked = shown + (fields["more"] == nil ? 0 : 1)
        return min(max(asked, first), SetOwners.most)
    }

    static var inputs: [Input] {
        let rows = (1...SetOwners.most).flatMap { number in
            [
                Input("person\(number)", HomePhrase.known(number).text, .identifier),
                Input("name\(number)", HomePhrase.name(number).text, .line(40)),
                Input("share\(number)", HomePhrase.shareOf(number).text, .line(12)),
            ]
        }
        return rows + [
            Input("rows", HomePhrase.owners.text, .number(1...Int64(SetOwners.most))),
            Input("more", HomePhrase.moreOwners.text, .flag),
        ]
    }

    /// Everybody who was written, in whichever row; empty rows are passed over.
    static func read(_ reader: inout FormReader) -> [NewHolder] {
        var owners: [NewHolder] = []
        for number in 1...SetOwners.most {
            let who = RegisterRoutes.holder("person\(number)", "name\(number)", &reader)
            let text = reader.line("share\(number)", 12, required: false)
            switch (who, Share(text)) {
            case (let who?, let share?): owners.append(NewHolder(who, share: share))
            case (.some, nil): reader.refuse("share\(number)", HomePhrase.shareHint)
            case (nil, _) where !text.isEmpty: reader.refuse("name\(number)", RegisterRefusal.holderUnnamed)
            case (nil, _): continue
            }
        }
        return owners
    }
}
