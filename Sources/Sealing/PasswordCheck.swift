import Values

/// Hashes and checks passwords on a thread of its own, one at a time, so that sign-ins never starve the
/// pages.
///
/// Costs about 50 ms and 64 MiB a check by the standard limits. Refuses: `busy` when the backlog is full.
public final class PasswordCheck: Sendable {
    public let limits: PasswordHash.Limits
    private let line: WaitingLine

    /// - Parameter backlog: how many may be at work or waiting.
    public init(limits: PasswordHash.Limits = .standard, backlog: Int = 32) {
        self.limits = limits
        line = WaitingLine("linli.passwords", backlog: backlog)
    }

    /// The hash to store of a password that the rules allow.
    public func hash(_ password: Password) async throws(PasswordFault) -> PasswordHash {
        let limits = limits
        return try await run { () throws(PasswordFault) in try PasswordHash.make(password.bytes, limits) }
    }

    /// Whether the typed password is the stored one. Pass nil where nobody has this phone: it then takes as
    /// long and answers no, so that the time tells nobody who has an account.
    public func matches(_ typed: String, _ stored: PasswordHash?) async throws(PasswordFault) -> Bool {
        let bytes = Password.normalise(typed).map { Array($0.utf8) }
        let limits = limits
        return try await run { () throws(PasswordFault) in
            guard let stored, let bytes else {
                _ = try PasswordHash.make(bytes ?? [], limits)
                return false
            }
            return try stored.matches(bytes)
        }
    }

    /// Whether the hash should be made anew under these limits.
    public func needsRehash(_ stored: PasswordHash) -> Bool { stored.needsRehash(limits) }

    private func run<Answer: Sendable>(
        _ work: @escaping @Sendable () throws(PasswordFault) -> Answer
    ) async throws(PasswordFault) -> Answer {
        let outcome = await line.run { () -> Result<Answer, PasswordFault> in
            do throws(PasswordFault) { return .success(try work()) } catch { return .failure(error) }
        }
        guard let outcome else { throw .busy }
        return try outcome.get()
    }
}
