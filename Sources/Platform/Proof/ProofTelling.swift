import Storage

/// Puts what the parts came to into lines that a person reads.
struct ProofTelling {
    let began: ContinuousClock.Instant
    let parts: [ProofPart]
    let findings: [ProofFinding]

    var proof: Proof {
        var lines: [String] = [], breaks: [String] = []
        for (kind, name, finding) in joined {
            var finding = finding
            if kind == .keys, finding.inventory.shut > 0 { finding.breaks += finding.inventory.lines }
            if finding.isWalked, let line = line(kind, name, finding) { lines.append(line) }
            breaks += finding.breaks.map { name.isEmpty ? $0 : "\(name): \($0)" }
        }
        return Proof(lines: lines + figures, breaks: breaks)
    }

    private func line(_ kind: ProofPart.Kind, _ name: String, _ finding: ProofFinding) -> String? {
        switch kind {
        case .chain: "\(name): \(finding.rows) rows, head \(Proof.hex(finding.head.prefix(8)))…"
        case .keys: finding.inventory.lines.first
        case .rule:
            "\(name): \(finding.breaks.isEmpty ? "holds" : "\(finding.breaks.count) breaks")"
        case .bytes, .table: nil
        }
    }

    /// Parts of one name stand behind one another; what they came to is put together.
    private var joined: [(ProofPart.Kind, String, ProofFinding)] {
        var joined: [(ProofPart.Kind, String, ProofFinding)] = []
        for (part, finding) in zip(parts, findings) {
            if let last = joined.last, last.1 == part.name, last.0 == part.kind {
                joined[joined.count - 1].2 = last.2 + finding
            } else {
                joined.append((part.kind, part.name, finding))
            }
        }
        return joined
    }

    /// How much was walked how fast: the record by itself, then everything else.
    private var figures: [String] {
        let all = joined
        let chains = all.filter { $0.0 == .chain }, tables = all.filter { $0.0 == .table }
        let walked = chains.map(\.2.ended).max() ?? began
        let ended = all.map(\.2.ended).max() ?? began
        let rules = all.count { $0.0 == .rule }
        return [speed("record", chains, "chains", walked - began)]
            + (tables.isEmpty
                ? [] : [speed("tables", tables, "tables under \(rules) rules", ended - walked)])
    }

    private func speed(
        _ what: String, _ parts: [(ProofPart.Kind, String, ProofFinding)], _ of: String, _ time: Duration
    ) -> String {
        let rows = parts.reduce(0) { $0 + $1.2.rows }
        let seconds = max(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18, 1e-6)
        let hundredths = Int((seconds * 100).rounded())
        let told = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return "\(what): \(rows) rows of \(parts.count) \(of) in \(told) s, \(Int(Double(rows) / seconds)) a second"
    }
}
