import Values

/// The words of the frame and of the components.
enum LookPhrase: Phrase {
    case skip, sections, whereAmI, brandSuffix
    case large, plainType, dark, light, other, signIn
    case demo, demoEnter
    case previous, next, export
    case filter, clear, choosing
    case faults(Int), faultOf(String, String), keptText, optional
    case progress
    case sortedDown(String), sortedUp(String), sort(String)
    case select(String), keyUpDown, keyPick, keyOpen, keyFind, keyEnter
    case draftKept, draftKeptHere, draftBack, left, over, fileTooLarge, leaving
    case problemCan, incident(String), scanFor
    case river(String), share(String, String), marks(String)

    var text: Text {
        switch self {
        case .skip: Text("直接看内容", "Skip to content")
        case .sections: Text("主要栏目", "Sections")
        case .whereAmI: Text("所在位置", "You are here")
        case .brandSuffix: Text("邻里", "Linli")
        case .large: Text("大字", "Large type")
        case .plainType: Text("平常字", "Normal type")
        case .dark: Text("夜间", "Dark")
        case .light: Text("白天", "Light")
        case .other: Text("English", "中文")
        case .signIn: Text("登录", "Sign in")
        case .demo: Text("演示：人和事都是编的。", "A demonstration: people and events are invented.")
        case .demoEnter: Text("换个人看看", "See it as somebody else")
        case .previous: Text("往前", "Previous")
        case .next: Text("往后", "Next")
        case .export: Text("导出", "Export")
        case .filter: Text("筛", "Filter")
        case .clear: Text("清掉筛选", "Clear filters")
        case .choosing: Text("筛选", "Filters")
        case .sortedDown(let title): Text("\(title)，现在由大到小，点一下反过来", "\(title), descending; press to reverse")
        case .sortedUp(let title): Text("\(title)，现在由小到大，点一下反过来", "\(title), ascending; press to reverse")
        case .sort(let title): Text("按\(title)排", "Sort by \(title)")
        case .select(let title): Text("选\(title)", "Select \(title)")
        case .keyUpDown: Text("上下", "up, down")
        case .keyPick: Text("选", "select")
        case .keyOpen: Text("打开", "open")
        case .keyFind: Text("找", "find")
        case .keyEnter: Text("回车", "Enter")
        case .faults(let count):
            Text(
                "还差\(Self.counted(count))处，改好就能送出",
                count == 1 ? "One thing to mend" : "\(count) things to mend")
        case .faultOf(let label, let fault): Text("\(label)：\(fault)", "\(label): \(fault)")
        case .keptText: Text("您写的都在，一个字没丢。", "Everything you wrote is still here.")
        case .optional: Text("不写也行", "optional")
        case .progress: Text("进度", "Progress")
        case .draftKept: Text("写的已替您留着", "Kept for you")
        case .draftKeptHere: Text("写的先留在这个窗口里", "Kept in this window for now")
        case .draftBack: Text("上次没写完的，接着写", "This is what you had begun")
        case .left: Text("还能写#字", "# characters left")
        case .over: Text("多了#字", "# characters too many")
        case .fileTooLarge: Text("这个文件太大了，换一个小于#MB的", "This file is too large; choose one under # MB")
        case .leaving: Text("写的还没送出，真的要离开吗？", "What you wrote is not sent yet. Leave?")
        case .problemCan: Text("您可以", "What you can do")
        case .incident(let number):
            Text("告诉社工时，说这个号：\(number)", "If you tell us, give this number: \(number)")
        case .scanFor: Text("手机扫一扫", "Scan with a phone")
        case .river(let steps):
            Text(
                "五步之河：\(steps)。河面越宽，停在这一步的事越多。",
                "The river of steps: \(steps). The broader the water, the more stands at that step.")
        case .share(let label, let percent): Text("\(label)：\(percent)", "\(label): \(percent)")
        case .marks(let names): Text("，要过的线是\(names)", ", mark to pass: \(names)")
        }
    }

    /// A small count as it is spoken: 两处, not 二处.
    private static func counted(_ count: Int) -> String {
        let words = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return words.indices.contains(count) && count > 0 ? words[count] : "\(count)"
    }
}
