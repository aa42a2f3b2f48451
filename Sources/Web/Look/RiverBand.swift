/// The shape of a river: smooth banks through the breadth at each step, in a box of 1000 by 160.
struct RiverBand {
    /// The band, the cut lines within it, and the stems down to the numbers, as SVG path data.
    let outline: String
    let threads: [String]
    let stems: [String]

    /// A point of the stream: where it is, its middle and half its breadth.
    private struct Section {
        let x: Double, middle: Double, half: Double

        /// A place across the stream, 0 at the upper bank and 1 at the lower.
        func y(_ across: Double) -> Double { middle - half + 2 * half * across }
    }

    /// The meander: how far the middle leaves the centre line at each step. A river is not a ruler.
    private static let meander: [Double] = [0, -11, 8, -4, 4]
    private static let broadest = 122.0

    init(counts: [Int], bleed: Bool) {
        let sections = Self.sections(counts.map { max(0, $0) }, bleed: bleed)
        let upper = Self.path(sections, across: 0)
        let lower = Self.path(sections.reversed(), across: 1)
        outline = "M" + upper + "L" + lower + "Z"
        threads = (1...5).map { "M" + Self.path(sections, across: Double($0) / 6) }
        stems = sections.filter { $0.x > 0 && $0.x < 1000 }.map {
            "M\(Self.text($0.x)) \(Self.text($0.y(1)))V160"
        }
    }

    private static func sections(_ counts: [Int], bleed: Bool) -> [Section] {
        let most = Double(max(1, counts.max() ?? 1))
        // A step where nothing stands keeps a trickle: the stream is one.
        let halves = counts.map { max(1.5, Double($0) / most * broadest / 2) }
        let width = 1000 / Double(max(1, counts.count))
        var all = halves.enumerated().map { index, half in
            let wanted = 80 + meander[index % meander.count]
            let middle = min(max(wanted, half + 10), 140 - half > half + 10 ? 140 - half : wanted)
            return Section(x: (Double(index) + 0.5) * width, middle: middle, half: half)
        }
        let source = max(8, (halves.first ?? 1.5) * 0.6)
        let mouth = max(8, (halves.last ?? 1.5) * 0.85)
        all.insert(Section(x: 0, middle: 74, half: source), at: 0)
        all.append(Section(x: 1000, middle: 76, half: mouth))
        if bleed {
            all.insert(Section(x: -900, middle: 70, half: 10), at: 0)
            all.append(Section(x: 1900, middle: 80, half: max(14, mouth)))
        }
        return all
    }

    /// A smooth line through the sections, without its leading command; level at each of them.
    private static func path(_ sections: [Section], across: Double) -> String {
        var path = ""
        var last: (x: Double, y: Double)?
        for section in sections {
            let here = (x: section.x, y: section.y(across))
            if let last {
                let bend = text((last.x + here.x) / 2)
                path += "C\(bend) \(text(last.y)) \(bend) \(text(here.y)) \(text(here.x)) \(text(here.y))"
            } else {
                path += "\(text(here.x)) \(text(here.y))"
            }
            last = here
        }
        return path
    }

    /// One decimal is a quarter of a pixel here.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}
