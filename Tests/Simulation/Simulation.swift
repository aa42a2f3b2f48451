import Actions
import Foundation
import Storage
import Values
import Web

/// Many players at one house: clock, disk and chance are simulated, so that a seed tells the same story
/// again.
///
/// What must hold: no answer is a fault unless the disk struck; what was answered outlives a cut to the last
/// byte; a request sent twice is done once; every chain and every invariant holds.
final class Simulation {
    let seed: UInt64
    private let world: World
    private var filling: Filling
    private var players: [Player] = []
    private(set) var tally = Tally()
    private var ledger = Ledger()
    /// How often each action stood in the record when the play began.
    private var told: [String: Int64] = [:]

    struct Tally {
        var steps = 0, pages = 0, done = 0, refused = 0, struck = 0, cuts = 0, doubled = 0, proofs = 0
        /// Actions that were under way at a cut: all there afterwards, or nothing of them.
        var kept = 0, gone = 0
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    }

    init(seed: UInt64, folder: String, assets: String) async throws {
        self.seed = seed
        world = try await World(seed: seed, folder: folder, assets: assets)
        filling = Filling(dice: Dice(seed: seed, for: "players"), today: world.clock.now.day(in: .shanghai))
        let roles: [Role?] = [nil, nil, nil] + Role.allCases
        for (number, role) in roles.enumerated() { players.append(Player(role, number: number)) }
        for player in players { try await player.signIn(at: world.site) }
        let known = players.count { $0.isSignedIn }
        guard known > 10 else { throw Broken("only \(known) roles could sign in") }
        told = try await world.actions()
    }

    /// Takes so many steps.
    ///
    /// - Throws: ``Broken``, with what must not be.
    func run(steps: Int) async throws {
        for step in 1...steps {
            tally.steps = step
            world.clock.move(by: .seconds(Int64(filling.dice.within(1...240))))
            switch filling.dice.below(1000) {
            case 0..<8: try await cutBetween()
            case 8..<14: try await cutWithin()
            case 14..<24: try await stepOnBadDisk()
            case 24..<30: try await doJobs()
            default: _ = try await one(mayFail: false)
            }
            if step % 2000 == 0 { try await prove() }
        }
        try await prove()
    }

    /// One thing that one player does.
    @discardableResult
    private func one(mayFail: Bool) async throws -> (Player, Request, Reply)? {
        guard let player = filling.dice.pick(players) else { return nil }
        let request = player.next(&filling)
        filling.novelty.note(request.path)
        let reply = await player.perform(request, at: world.site)
        try await judge(player, request, reply, mayFail: mayFail)
        return (player, request, reply)
    }

    private func judge(_ player: Player, _ request: Request, _ reply: Reply, mayFail: Bool) async throws {
        if player.wasSentToSignIn { try await player.signIn(at: world.site, mayFail: mayFail) }
        tally.digest = (tally.digest ^ UInt64(reply.status)) &* 0x0000_0100_0000_01b3
        switch reply.status {
        case 500...:
            tally.struck += 1
            guard mayFail else {
                throw Broken(
                    "\(request.method.rawValue) \(request.path) answers \(reply.status): \(said(reply))")
            }
        case 400..<500:
            tally.refused += 1
        default:
            if request.method == .get { tally.pages += 1 } else { try await done(player, request) }
        }
    }

    private func done(_ player: Player, _ request: Request) async throws {
        tally.done += 1
        if let mark = request.mark { ledger.note(mark) }
        guard request.mark != nil, !Self.doneAnew.contains(request.path), filling.dice.chance(8) else {
            return
        }
        // A double press: the first answer again, and nothing more is written.
        let before = try await world.state()
        let again = await player.ask(request, world.site)
        guard again.status < 400 else { return }
        tally.doubled += 1
        if try await world.state() != before {
            throw Broken("sent twice, done twice: \(request.method.rawValue) \(request.path)")
        }
    }

    /// What is meant to be done each time it is sent: a file of one's own data is made anew.
    private static let doneAnew: Set<String> = ["/me/data/take"]

    /// The power goes while nothing is under way: everything must still be there.
    private func cutBetween() async throws {
        let before = try world.fingerprint()
        try await restart()
        guard try world.fingerprint().isSame(as: before) else {
            throw Broken("a cut took what had been answered")
        }
    }

    /// The power goes at some write or sync of a step.
    private func cutWithin() async throws {
        guard let (player, request) = try await nextChange() else { return }
        let before = try world.fingerprint(), standing = try await ledger.standing(in: world.database)
        world.disk.plan(DiskFault(kind: .cut, after: filling.dice.below(12), lasts: 1))
        let reply = await player.perform(request, at: world.site)
        try await judge(player, request, reply, mayFail: true)
        world.disk.plan(nil)
        let wasCut = !world.disk.isOn
        try await world.restart(&filling.dice)
        tally.cuts += 1
        try await ledger.prove(standing, in: world.database)
        guard wasCut else { return }
        if try world.fingerprint().isSame(as: before) { tally.gone += 1 } else { tally.kept += 1 }
        if filling.dice.chance(20) { try await prove() }
        guard request.mark != nil else { return }
        // Whoever heard nothing sends it again.
        let again = await player.ask(request, world.site)
        if again.status >= 500 {
            throw Broken("sent again after a cut: \(request.path) answers \(again.status)")
        }
    }

    /// Goes on until somebody is about to send what changes something; nil where nobody is for long.
    private func nextChange() async throws -> (Player, Request)? {
        for _ in 0..<200 {
            guard let player = filling.dice.pick(players) else { return nil }
            let request = player.next(&filling)
            if request.method == .post { return (player, request) }
            try await judge(player, request, await player.perform(request, at: world.site), mayFail: false)
        }
        return nil
    }

    /// A step or a few on a disk that fails; afterwards the house recovers by itself, or with a restart.
    private func stepOnBadDisk() async throws {
        let kinds = DiskFault.Kind.allCases.filter { $0 != .cut }
        guard let kind = filling.dice.pick(kinds) else { return }
        world.disk.plan(
            DiskFault(kind: kind, after: filling.dice.below(12), lasts: filling.dice.within(1...6)))
        for _ in 0..<4 { try await one(mayFail: true) }
        world.disk.plan(nil)
        // The house tries the disk again a second later, of real time: seldom is that waited for.
        if filling.dice.chance(10) { try await waitUntilReady(after: kind) } else { try await restart() }
        if filling.dice.chance(20) { try await prove() }
        if filling.dice.chance(20) {
            let before = try world.fingerprint()
            try await restart()
            guard try world.fingerprint().isSame(as: before) else {
                throw Broken("a cut after \(kind.rawValue) took what was there")
            }
        }
    }

    /// The power goes, and the house opens on what the disk still holds: every answered change is there.
    private func restart() async throws {
        let standing = try await ledger.standing(in: world.database)
        try await world.restart(&filling.dice)
        tally.cuts += 1
        try await ledger.prove(standing, in: world.database)
    }

    /// How many answered changes were found again after a fall.
    var proved: Int { ledger.proved }

    /// How often the play has done each action, those that flows and jobs did for it too.
    func actions() async throws -> [String: Int64] {
        try await world.actions().merging(told) { $0 - $1 }
    }

    /// The house tries the disk again by itself, a second apart of real time.
    private func waitUntilReady(after kind: DiskFault.Kind) async throws {
        for _ in 0..<100 {
            if await world.site.respond(to: Ask(.get, "/readyz")).status == 200 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Broken("not ready ten seconds after the disk was well again: \(kind.rawValue)")
    }

    private func doJobs() async throws {
        if filling.dice.chance(20) { world.clock.move(by: .days(1)) }
        try await world.runJobs()
    }

    private func prove() async throws {
        tally.proofs += 1
        let breaks = try await world.breaks()
        if !breaks.isEmpty { throw Broken(breaks.prefix(10).joined(separator: "\n")) }
    }

    private func said(_ reply: Reply) -> String {
        String(decoding: reply.body, as: UTF8.self).split(separator: "<main").last.map {
            String($0.prefix(400))
        } ?? ""
    }
}
