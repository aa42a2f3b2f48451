/// One feature of a question with its texts that are still to come.
private struct Term {
    var next: Int
    let end: Int
    let impact: UInt32
    /// The impacts of this feature and of all commoner ones together.
    var rest: UInt32 = 0
}

extension Postings {
    /// Texts whose products are added up together: 32 kB, so that they stay in the nearest cache.
    private static let window = 8192

    /// Offers every text that can still be among the best.
    ///
    /// MaxScore, window by window: a text that has only features of `rest` impact in all scores at most
    /// √(rest / norm), since its own norm is no less than the product. Once that is under the floor, the
    /// commonest features no longer bring up texts; they are looked up for the ones that the rarer brought up
    /// and that can still reach it.
    func search(_ question: Question, into best: inout BestCandidates) {
        var terms = terms(of: question)
        guard !terms.isEmpty, best.limit > 0 else { return }
        texts.withUnsafeBufferPointer { texts in
            norms.withUnsafeBufferPointer { norms in
                roots.withUnsafeBufferPointer { roots in
                    terms.withUnsafeMutableBufferPointer { terms in
                        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.window) { sums in
                            sums.initialize(repeating: 0)
                            var search = WindowSearch(
                                terms: terms, texts: texts, norms: norms, roots: roots, sums: sums,
                                norm: question.norm)
                            search.run(window: Self.window, &best)
                        }
                    }
                }
            }
        }
    }

    /// The features that some text has, the rarest first.
    private func terms(of question: Question) -> [Term] {
        var terms = question.known.compactMap { feature, impact -> Term? in
            let range = range(of: feature)
            return range.isEmpty ? nil : Term(next: range.lowerBound, end: range.upperBound, impact: impact)
        }
        terms.sort { ($0.end - $0.next, $0.next) < ($1.end - $1.next, $1.next) }
        var rest: UInt32 = 0
        for index in terms.indices.reversed() {
            rest += terms[index].impact
            terms[index].rest = rest
        }
        return terms
    }
}

/// A search on its way through the windows. It reads through pointers that outlive it: nothing is counted or
/// copied on the way.
private struct WindowSearch {
    let terms: UnsafeMutableBufferPointer<Term>
    let texts: UnsafeBufferPointer<UInt32>
    let norms: UnsafeBufferPointer<UInt32>
    let roots: UnsafeBufferPointer<Float>
    let sums: UnsafeMutableBufferPointer<Int32>
    let norm: UInt32
    /// How many terms bring up texts.
    private var essential = 0

    init(
        terms: UnsafeMutableBufferPointer<Term>, texts: UnsafeBufferPointer<UInt32>,
        norms: UnsafeBufferPointer<UInt32>, roots: UnsafeBufferPointer<Float>,
        sums: UnsafeMutableBufferPointer<Int32>, norm: UInt32
    ) {
        (self.terms, self.texts, self.norms, self.roots) = (terms, texts, norms, roots)
        (self.sums, self.norm) = (sums, norm)
    }

    mutating func run(window: Int, _ best: inout BestCandidates) {
        essential = terms.count
        for start in stride(from: 0, to: norms.count, by: window) {
            guard narrow(best.floor) else { return }
            let width = min(window, norms.count - start)
            if add(start, width) { scan(start, width, &best) }
        }
    }

    /// Leaves the commonest features out that cannot reach the floor together; false when nothing can.
    private mutating func narrow(_ floor: Double) -> Bool {
        let least = floor * floor * Double(norm) * (1 - 1e-9)
        while essential > 0, Double(terms[essential - 1].rest) < least { essential -= 1 }
        return essential > 0
    }

    /// Adds up the products within a window; false where no text comes up.
    private func add(_ start: Int, _ width: Int) -> Bool {
        let end = UInt32(start + width)
        var isTouched = false
        for index in 0..<essential {
            let impact = Int32(terms[index].impact), last = terms[index].end
            var next = terms[index].next
            let first = next
            while next < last, texts[next] < end {
                sums[Int(texts[next]) - start] &+= impact
                next += 1
            }
            terms[index].next = next
            isTouched = isTouched || next > first
        }
        return isTouched
    }

    /// Looks closer at the texts of a window that can reach the floor, and clears the sums.
    private func scan(_ start: Int, _ width: Int, _ best: inout BestCandidates) {
        guard let ours = sums.baseAddress.map(UnsafeMutableRawPointer.init),
            let theirs = roots.baseAddress.map({ UnsafeRawPointer($0 + start) })
        else { return }
        let rest = essential < terms.count ? terms[essential].rest : 0
        let zero = SIMD8<Int32>.zero, more = SIMD8<Float>(repeating: Float(rest))
        var cut = cut(best.floor)
        for block in stride(from: 0, to: width, by: Postings.block) {
            let sum = ours.loadUnaligned(fromByteOffset: block * 4, as: SIMD8<Int32>.self)
            let root = theirs.loadUnaligned(fromByteOffset: block * 4, as: SIMD8<Float>.self)
            let passes = (SIMD8<Float>(sum) + more .>= root * cut) .& (sum .> zero)
            guard any(passes) else { continue }
            for lane in 0..<Postings.block where passes[lane] {
                offer(start + block + lane, UInt32(sum[lane]), &best)
            }
            cut = self.cut(best.floor)
        }
        sums.update(repeating: 0)
    }

    /// The product over the root of a text's norm that reaches the floor, a little less for what Float
    /// rounds.
    private func cut(_ floor: Double) -> Float {
        Float(floor * Double(norm).squareRoot() * (1 - 1e-5))
    }

    private func offer(_ text: Int, _ partial: UInt32, _ best: inout BestCandidates) {
        var product = partial
        let least = best.floor * (Double(norm) * Double(norms[text])).squareRoot() * (1 - 1e-9)
        for index in essential..<terms.count {
            guard Double(product) + Double(terms[index].rest) >= least else { return }
            seek(UInt32(text), &terms[index])
            if terms[index].next < terms[index].end, texts[terms[index].next] == text {
                product += terms[index].impact
            }
        }
        best.offer(text, score: Question.score(product, norm, norms[text]))
    }

    /// Moves a term on to a text, or the first after it: in leaps that double, then by halves.
    private func seek(_ text: UInt32, _ term: inout Term) {
        var low = term.next, leap = 1
        while low + leap < term.end, texts[low + leap] < text {
            low += leap
            leap *= 2
        }
        var high = min(low + leap, term.end)
        while low < high {
            let middle = (low + high) / 2
            if texts[middle] < text { low = middle + 1 } else { high = middle }
        }
        term.next = low
    }
}
