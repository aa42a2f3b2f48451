import Values

/// The words of the staff's form.
enum EnterPhrase: Phrase {
    case title, intro, words, wordsHint, source, day, dayHint, place, wholePlace, spot, kind, notSure, group
    case nobodyElse, urgency, byClass, forWhom, name, phone, tell, quantity, wish, photos, send

    var text: Text {
        switch self {
        case .title: Text("记一件", "Enter a need")
        case .intro:
            Text("纸条、走访、电话、恳谈会上听来的，都记在这里。", "From a note, a visit, a call, a talk: it all goes here.")
        case .words: Text("什么事", "What is it about")
        case .wordsHint: Text("尽量用居民的原话", "In the resident's own words, if you can")
        case .source: Text("从哪里听来的", "Where it was heard")
        case .day: Text("哪天说的", "On which day")
        case .dayHint: Text("今天说的就空着", "Leave it empty for today")
        case .place: Text("在哪里", "Where")
        case .wholePlace: Text("全社区，或者说不清", "The whole community, or not clear")
        case .spot: Text("具体在哪", "Exactly where")
        case .kind: Text("哪一类", "Class")
        case .notSure: Text("说不清，以后再分", "Not clear yet")
        case .group: Text("哪些人", "Group")
        case .nobodyElse: Text("不分", "None")
        case .urgency: Text("急不急", "Urgency")
        case .byClass: Text("按类别定", "As its class")
        case .forWhom: Text("替谁说的", "For whom")
        case .name: Text("怎么称呼", "Name")
        case .phone: Text("电话", "Telephone")
        case .tell: Text("怎么告诉他办得怎样", "How to tell them")
        case .quantity: Text("多少人、多少件", "For how many")
        case .wish: Text("是个微心愿，谁都可以认领", "A small wish that anybody may claim")
        case .photos: Text("照片，最多3张", "Photos, three at most")
        case .send: Text("记下来", "Keep")
        }
    }
}

/// The words of the queues beside the ledger.
enum QueuePhrase: Phrase {
    case heldTitle, heldIntro, heldNone, lateTitle, lateIntro, lateNone, owner
    case offersTitle, offersIntro, offersNone, register, thank, hours, makeResource
    case admit, look, offerState

    var text: Text {
        switch self {
        case .heldTitle: Text("先放着的", "Held reports")
        case .heldIntro:
            Text("同一个号码或网络说得太多的，先放在这里，看过再收。", "Too many from one number or network wait here for a look.")
        case .heldNone: Text("没有放着的。", "Nothing is held.")
        case .lateTitle: Text("迟了的", "Late needs")
        case .lateIntro: Text("全站过了期限还没办完的，最久的在前。", "Everything past its due time, the longest first.")
        case .lateNone: Text("没有迟的。今天可以早点回家。", "Nothing is late. Go home in time today.")
        case .owner: Text("负责", "Owner")
        case .offersTitle: Text("民生智库", "Residents' offers")
        case .offersIntro:
            Text("居民说自己会什么。联系过了，就登记成资源。", "What residents can do. Once heard, register it as a resource.")
        case .offersNone: Text("没有等着联系的。", "Nobody waits to be heard.")
        case .register: Text("登记好了", "Registered")
        case .thank: Text("谢过了，不登记", "Thank, do not register")
        case .hours: Text("什么时候有空", "When")
        case .makeResource: Text("登记成资源", "Make it a resource")
        case .admit: Text("收下", "Take in")
        case .look: Text("看看", "Look")
        case .offerState: Text("到哪一步", "State")
        }
    }
}
