import Glibc
import Values

/// The files of the keys in their directory, and the steps by which one is exchanged.
///
/// Shape: `master.key` seals. While it is exchanged, `master.next` is coming and `master.old` is going: both
/// open. `finding.key` appears with the first exchange and holds what the first master held, because what is
/// found again was drawn from it. `register.key`, `.next` and `.old` are the same for the register's tokens.
public struct KeyFolder: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case master, register }

    /// How far an exchange is.
    public enum Stage: Sendable, Hashable { case settled, coming, going }

    let directory: String

    public init(_ directory: String) { self.directory = directory }

    public func stage(of kind: Kind) -> Stage {
        if isThere(kind, "next") { return .coming }
        return isThere(kind, "old") ? .going : .settled
    }

    /// Puts a new random key beside the current one: it opens, and does not seal yet.
    public func bring(_ kind: Kind) throws(KeyFault) {
        guard stage(of: kind) == .settled else { return }
        try keep("finding.key", as: "master.key")
        if kind == .register { try keep("register.key", as: "finding.key") }
        try KeyFile.create(path(kind, "next"), in: directory)
    }

    /// The new key takes the place; the one before opens still.
    public func exchange(_ kind: Kind) throws(KeyFault) {
        guard stage(of: kind) == .coming else { return }
        // Of a switch that was cut off, the old one lies there already.
        if !isThere(kind, "old") { try keep("\(kind.rawValue).old", as: "\(kind.rawValue).key") }
        guard rename(path(kind, "next"), path(kind, "key")) == 0 else {
            throw .unwritable(path(kind, "key"), errno)
        }
        try KeyFile.sync(directory)
    }

    /// Takes the old key away for good.
    public func retire(_ kind: Kind) throws(KeyFault) {
        guard stage(of: kind) == .going else { return }
        guard unlink(path(kind, "old")) == 0 else { throw .unwritable(path(kind, "old"), errno) }
        try KeyFile.sync(directory)
    }

    func load() throws(KeyFault) -> KeySet {
        let master = try read("master.key")
        let finding = try isThere("finding.key") ? read("finding.key") : master
        let register = try isThere(.register, "key") ? read("register.key") : finding
        return KeySet(
            masters: [master] + (try others(.master)), finding: finding,
            register: [register] + (try others(.register)))
    }

    private func others(_ kind: Kind) throws(KeyFault) -> [KeyRoot] {
        var all: [KeyRoot] = []
        for ending in ["next", "old"] where isThere(kind, ending) {
            do { all.append(try read("\(kind.rawValue).\(ending)")) } catch {
                // Between the look and the reading it may have taken its place.
                if case .missing = error { continue }
                throw error
            }
        }
        return all
    }

    private func read(_ name: String) throws(KeyFault) -> KeyRoot {
        try KeyRoot(KeyFile.read(directory + "/" + name))
    }

    private func path(_ kind: Kind, _ ending: String) -> String { "\(directory)/\(kind.rawValue).\(ending)" }
    private func isThere(_ kind: Kind, _ ending: String) -> Bool { isThere("\(kind.rawValue).\(ending)") }
    private func isThere(_ name: String) -> Bool { access(directory + "/" + name, F_OK) == 0 }

    /// Keeps a file's bytes under a second name; one that is there stays as it is.
    private func keep(_ name: String, as source: String) throws(KeyFault) {
        let target = directory + "/" + name
        if link(directory + "/" + source, target) != 0, errno != EEXIST {
            throw .unwritable(target, errno)
        }
        try KeyFile.sync(directory)
    }
}
