import Foundation

/// How much a feature tells: the rarer, the more.
///
/// The weight of a feature is ln((n + m + 1) / (d + m·p + ½)), where d of n texts have it and p is the share
/// of everyday texts expected to have it; m texts of that everyday kind are believed beside the n. So 了 and 的
/// weigh little even among ten texts. A pair weighs three quarters of that, since its two characters count
/// beside it.
///
/// Source: inverse document frequency (Spärck Jones 1972) with a prior. The order of characters
/// follows general counts of modern Chinese as we know them, checked against no list; their shares fall as
/// 0.3 / (1 + rank / 6) and a pair is expected eight times as often as chance would have it, both fitted by
/// hand: the prior matters among few texts alone.
struct Commonness {
    /// Texts counted.
    let texts: Int
    /// Everyday texts believed beside them.
    var believed = 200.0

    /// Nothing counted, everyday texts alone.
    static let everyday = Commonness(texts: 0, believed: 10_000)

    /// The weight of a feature that so many of the texts have.
    func weight(of key: UInt64, in count: Int) -> Double {
        let all = Double(texts) + believed + 1
        let having = Double(count) + believed * Self.share(of: key) + 0.5
        return log(all / having) * (Features.kind(of: key) == .pair ? 0.75 : 1)
    }

    /// The weight squared, in 256ths: what a feature two texts share adds to their product.
    func impact(of key: UInt64, in count: Int) -> UInt32 {
        let weight = weight(of: key, in: count)
        // Of 2³¹ texts at most 256 · (ln 2³²)², which is under 2¹⁷: the 8,192 features of a text stay under
        // 2³⁰.
        return UInt32(max(1, (weight * weight * 256).rounded()))
    }

    /// The share of everyday short texts that have a feature.
    private static func share(of key: UInt64) -> Double {
        let (first, second) = Features.characters(of: key)
        switch Features.kind(of: key) {
        case .character: return share(ofCharacter: second)
        case .pair:
            let one = share(ofCharacter: first), other = share(ofCharacter: second)
            return min(one, other, 8 * one * other)
        case .shortWord: return key & ~(3 << 62) < 1 << 14 ? 0.03 : 0.003
        case .longWord: return 0.003
        }
    }

    private static func share(ofCharacter scalar: UInt32) -> Double {
        let place = Int(scalar) - firstHan
        return shares.indices.contains(place) ? shares[place] : unlisted
    }

    private static let firstHan = 0x4E00
    private static let unlisted = 0.075 / (1 + Double(commonest.unicodeScalars.count) / 6)

    /// The shares of the Han characters from U+4E00 to U+9FFF.
    private static let shares: [Double] = {
        var shares = Array(repeating: unlisted, count: 0xA000 - firstHan)
        for (rank, scalar) in commonest.unicodeScalars.enumerated() {
            shares[Int(scalar.value) - firstHan] = 0.3 / (1 + Double(rank) / 6)
        }
        return shares
    }()

    private static let commonest = """
        的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种\
        事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第\
        公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合\
        回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总\
        何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听\
        白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带\
        导争运
        """
}
