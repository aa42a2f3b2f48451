import Values

/// What the public list of needs says.
enum ListPhrase: Phrase {
    case neighboursSaid, neighboursNote, privateNote, part(PublicPart), ofYear(Int, String), aWish
    case noneYet, noneHere, noSuchNumber, seeAll, after, oneClass

    var text: Text {
        switch self {
        case .neighboursSaid: Text("邻居们说的事", "What neighbours told us")
        case .neighboursNote:
            Text(
                """
                谁说的、电话、原话，都不在这里。写在这里的话，社工先看过。心愿也在里面；\
                几户说的同一件只列一次，本人收回的不列。
                """,
                """
                Not who said it, no telephone, no one's own words: a worker wrote what stands here. Wishes \
                are among them; what several told stands once; what was taken back does not stand here.
                """)
        case .privateNote:
            Text(
                "是哪类事、在哪里、谁说的，这里都不写。社工照样在办。",
                "What it is, where and whose is told nowhere here. Workers see to it all the same.")
        case .part(.open): Text("正在办的", "Under way")
        case .part(.done): Text("办成的", "Done")
        case .part(let part):
            Text(
                "走到“\(part.step?.title.chinese ?? "")”的事", "At the step “\(part.step?.title.english ?? "")”")
        case .ofYear(let year, let part): Text("\(year)年说的：\(part)", "Told in \(year): \(part)")
        case .aWish: Text("微心愿", "a wish")
        case .noneYet: Text("还没有人说过一件事。您可以做第一个。", "Nobody has said anything yet. Be the first.")
        case .noneHere: Text("这样筛，一件也没有。", "Nothing with these filters.")
        case .noSuchNumber:
            Text(
                "没有这个编号，或者还没看过。您自己的事，凭编号和查询码看。",
                "No such number, or it is not public yet. Your own you can see with its number and code.")
        case .seeAll: Text("看全部", "See all")
        case .oneClass: Text("细类", "Class")
        case .after: Text("从哪个编号往后", "After which number")
        }
    }
}

/// Punctuation that differs between the languages.
enum SignPhrase: Phrase {
    case stop, colon

    var text: Text {
        switch self {
        case .stop: Text("。", ".")
        case .colon: Text("：", ": ")
        }
    }
}
