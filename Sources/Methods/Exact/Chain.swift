/// Numbers each of which is a whole combination of those before it over a whole divisor.
///
/// `xⱼ = (cⱼ + Σ aⱼᵢ·xᵢ) / dⱼ`, with i below j. Prices of a sequence of purchases are such numbers: what the
/// poor had left is what they began with less earlier prices. The links are noted as they come and worked out
/// only when asked, over one common denominator, so that no fraction need be reduced on the way.
struct Chain: Sendable {
    /// So many times an earlier number.
    struct Term: Sendable {
        let index: Int
        let times: Int64
    }

    private struct Link: Sendable {
        let constant: Int128
        let terms: [Term]
        let divisor: Int64
    }

    private var links: [Link] = []
    /// The numbers worked out so far, times `denominator`.
    private var numerators: [Whole] = []
    private(set) var denominator = Whole.one

    var count: Int { links.count }

    /// Whether every number has been worked out.
    var isSettled: Bool { numerators.count == links.count }

    mutating func removeAll() {
        links.removeAll(keepingCapacity: true)
        numerators.removeAll(keepingCapacity: true)
        denominator = .one
    }

    /// Notes the next number. The divisor is above zero and the terms name earlier numbers.
    mutating func append(_ constant: Int128, _ terms: [Term], over divisor: Int64) {
        links.append(Link(constant: constant, terms: terms, divisor: divisor))
    }

    /// Works out every number noted.
    mutating func settle() {
        while numerators.count < links.count {
            let link = links[numerators.count]
            let next = combination(link.constant, link.terms)
            let divisor = Whole(Int128(link.divisor))
            if link.divisor != 1 {
                for index in numerators.indices { numerators[index] = numerators[index] * divisor }
                denominator = denominator * divisor
            }
            // Over the old denominator and then the divisor is over the new denominator as it stands.
            numerators.append(next)
        }
    }

    /// A combination of settled numbers, times the denominator.
    func combination(_ constant: Int128, _ terms: [Term]) -> Whole {
        var sum = Whole(constant) * denominator
        for term in terms { sum = sum + numerators[term.index] * Whole(Int128(term.times)) }
        return sum
    }

    /// A settled number times the denominator.
    func numerator(_ index: Int) -> Whole { numerators[index] }

    /// A settled number in lowest terms.
    func value(_ index: Int) -> Rational {
        Rational(numerators[index], over: denominator) ?? .zero
    }
}
