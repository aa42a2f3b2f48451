import Actions
import Foundation
import Storage
import Values

/// A no or a fault, as a machine reads it. Source: RFC 9457.
struct ProblemReport: Codable, Sendable {
    struct Fault: Codable, Sendable {
        let field: String?
        let name: String
        let detail: String
    }

    let name: String
    let title: String
    let status: Int
    let detail: String
    var incident: String?
    var faults: [Fault] = []
}

extension Site {
    /// What is said where an error ended the request: the refusal itself, or an incident's number and
    /// nothing more.
    ///
    /// - Parameters: `line`: the table's line where the request was, for the log.
    func problem(_ error: any Error, _ ask: Ask, at line: String) async -> Reply {
        let refusals = Self.refusals(in: error) ?? []
        if let first = refusals.first {
            let isBrowser = !ask.wantsJSON && ask.method == .get && ask.headers["authorization"] == nil
            if first.status == 401, isBrowser { return .see(signIn(before: ask)) }
            let frame = await frameOfProblem(ask)
            return reply(problem(refusals, ask.language), ask, frame, remedy: first.remedy)
        }
        if let fault = error as? StorageFault, let refusal = WebRefusal(fault) {
            let isOfGround = fault.isOfDisk || fault == .alone
            if isOfGround { logTrouble(fault, at: line) }
            // No look at the database for the frame: it is the database that is busy.
            var reply = reply(problem([refusal], ask.language), ask, bareFrame(ask))
            reply.headers.append(("Retry-After", isOfGround ? "5" : "2"))
            return reply
        }
        let incident = String(house.clock.now.microseconds, radix: 36).uppercased()
        house.log.error(
            "fault",
            metadata: ["incident": "\(incident)", "error": "\(Self.bareName(error))", "route": "\(line)"])
        let text = Text(
            "出了点差错，记在案上了，号码\(incident)。您写的请先留着，过一会儿再试。",
            "Something went wrong; it is on file as \(incident). Keep what you wrote; try again soon."
        )
        let title = Self.heading(500)[ask.language]
        return reply(
            ProblemReport(
                name: "fault", title: title, status: 500, detail: text[ask.language], incident: incident),
            ask, await frameOfProblem(ask))
    }

    private func logTrouble(_ fault: StorageFault, at line: String) {
        house.log.error(
            "no change is taken", metadata: ["error": "\(Self.bareName(fault))", "route": "\(line)"])
    }

    /// Where to sign in and come back from, at the same community's door.
    private func signIn(before ask: Ask) -> Link {
        let code = (try? Self.split(ask.path))?.code
        let door = code.map { Link("/sign-in").under(code: $0) } ?? "/sign-in"
        return door.adding(query: "next", bareFrame(ask).path.address)
    }

    /// What an error is, without a value that may be somebody's words.
    static func bareName(_ error: any Error) -> String {
        switch error as? StorageFault {
        case .constraint(let name): return "StorageFault.constraint \(name)"
        case .failing(let what): return "StorageFault.failing \(what)"
        case .corrupt(let what): return "StorageFault.corrupt \(what)"
        case .other(let what): return "StorageFault.other \(what)"
        case .unreadable(let what): return "StorageFault.unreadable \(what.prefix { $0 != ":" })"
        case .some(let fault): return "StorageFault.\(fault)"
        case nil: break
        }
        let type = "\(type(of: error))"
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return type }
        return "\(type).\(mirror.children.first?.label ?? "\(error)")"
    }

    private func problem(_ refusals: [any Refusal], _ language: Language) -> ProblemReport {
        let first = refusals.first
        return ProblemReport(
            name: first?.name ?? "refused", title: Self.heading(first?.status ?? 422)[language],
            status: first?.status ?? 422, detail: first?.text[language] ?? "",
            faults: refusals.map { .init(field: $0.field, name: $0.name, detail: $0.text[language]) })
    }

    private func reply(
        _ problem: ProblemReport, _ ask: Ask, _ frame: Frame, remedy: Remedy? = nil
    ) -> Reply {
        if ask.wantsJSON || ask.isJSON || ask.headers["authorization"] != nil {
            let body = (try? JSONEncoder().encode(problem)).map(Array.init) ?? []
            return Reply(status: problem.status, type: "application/problem+json; charset=utf-8", body: body)
        }
        var can = [
            Look.link(Text("回首页", "Back to the front page")[ask.language], frame.home),
            Look.link(Text("看帮助", "See the help")[ask.language], "/help"),
        ]
        if problem.status == 401 {
            can.insert(Look.link(Text("去登录", "Sign in")[ask.language], frame.signIn), at: 0)
        }
        if let remedy, let link = Link.local(remedy.path) {
            let code = (try? Self.split(ask.path))?.code
            can.insert(
                Look.link(remedy.title[ask.language], code.map { link.under(code: $0) } ?? link), at: 0)
        }
        let main = Look.problem(
            Problem(what: problem.title, why: problem.detail, can: can, incident: problem.incident),
            in: frame.language)
        return .html(Look.document(frame: frame, title: problem.title, main: main), status: problem.status)
    }

    private static func heading(_ status: Int) -> Text {
        switch status {
        case 401: Text("请先登录", "Please sign in")
        case 403: Text("现在还不行", "Not just now")
        case 404: Text("没找到这一页", "Page not found")
        case 405: Text("这样打不开", "Not in this way")
        case 413: Text("太大了", "Too large")
        case 429: Text("说得太快了", "Too fast")
        case 500: Text("出了点差错", "Something went wrong")
        case 503: Text("请等一会儿", "One moment, please")
        default: Text("没办成", "Not done")
        }
    }

    /// The frame of the community where one stands, or a bare one where even that cannot be read.
    private func frameOfProblem(_ ask: Ask) async -> Frame {
        let house = self.house
        let code = (try? Self.split(ask.path))?.code
        let visit = try? await house.database.read { reading in
            let now = house.clock.now
            let admission = try house.doorkeeper.admit(ask, code: code, in: reading, at: now)
            return Visit(
                house: house, ask: ask, parameters: [:], actor: admission.actor, locality: admission.locality,
                language: ask.language, now: now)
        }
        return visit.map(frame) ?? bareFrame(ask)
    }
}

extension WebRefusal {
    /// What a visitor is told of a fault that passes by itself; nil for any other.
    init?(_ fault: StorageFault) {
        if case .failing = fault {
            self = .failing
            return
        }
        let known: [(fault: StorageFault, said: WebRefusal)] = [
            (.busy, .busy), (.closed, .busy), (.away, .away), (.unsure, .unsure), (.full, .full),
            (.readOnly, .readOnly), (.alone, .alone),
        ]
        guard let found = known.first(where: { $0.fault == fault }) else { return nil }
        self = found.said
    }
}
