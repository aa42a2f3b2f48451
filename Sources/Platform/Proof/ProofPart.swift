import Storage

/// One thing to be proved, small enough that readers share the work evenly.
struct ProofPart: Sendable {
    enum Kind: Sendable {
        /// A stretch of a chain of records.
        case chain
        /// The engine's own look at its bytes.
        case bytes
        case keys
        /// An invariant, or what some communities have of one.
        case rule
        /// How many rows a table has.
        case table
    }

    let kind: Kind
    /// Parts of one name are told as one.
    let name: String
    let walk: @Sendable () async throws -> ProofFinding

    /// What was found; bytes that do not let this part be walked leave the others to be proved all the same.
    func found() async -> ProofFinding {
        var finding: ProofFinding
        do { finding = try await walk() } catch {
            finding = ProofFinding(breaks: ["cannot be walked: \(error)"])
            finding.isWalked = false
        }
        finding.ended = .now
        return finding
    }
}

/// What one part came to.
struct ProofFinding: Sendable {
    var breaks: [String]
    var rows: Int64 = 0
    /// Of a chain, the hash of the last row.
    var head: [UInt8] = []
    var inventory = KeyInventory()
    var isWalked = true
    var ended = ContinuousClock.Instant.now

    init(breaks: [String] = [], rows: Int64 = 0) { (self.breaks, self.rows) = (breaks, rows) }

    /// What two parts of one name came to, in their order.
    static func + (a: ProofFinding, b: ProofFinding) -> ProofFinding {
        var both = b
        both.breaks = a.breaks + b.breaks
        both.rows += a.rows
        both.inventory = a.inventory + b.inventory
        both.isWalked = a.isWalked && b.isWalked
        both.ended = max(a.ended, b.ended)
        return both
    }
}
