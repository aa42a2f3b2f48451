import Values

/// What is said where needs may say the same.
enum AlikePhrase: Phrase {
    case ask, one, several(Int), hint, none, staffHint, shares(Int), named, merge(String)

    var text: Text {
        switch self {
        case .ask: Text("找找有没有人说过同样的事", "Look for needs that say the same")
        case .one: Text("有一件像是同一件事", "One need may be the same")
        case .several(let count): Text("有\(count)件像是同一件事", "\(count) needs may be the same")
        case .hint:
            Text(
                "是同一件就选上，也算您一个，人多办得快。不是，就接着往下写。",
                "Choose it and you count too: more voices, sooner done. If not, simply write on.")
        case .none: Text("都不是，我说的是另一件", "Neither; mine is another matter")
        case .staffHint:
            Text("先看一眼，别记重了。是不是同一件，由您定。", "Look before you write. Whether it is the same is yours to say.")
        case .shares(let percent): Text("字面\(percent)%相像", "\(percent)% alike in words")
        case .named: Text("来人说和这件是一件", "its reporter says it is this one")
        case .merge(let number): Text("并到\(number)", "Merge into \(number)")
        }
    }
}
