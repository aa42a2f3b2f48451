import Actions
import Foundation
import Sealing

/// What protects a browser and its person: headers on every answer, and proof that a form is the house's own.
enum Guard {
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    static func addHeaders(to reply: inout Reply) {
        reply.headers += [
            ("Content-Security-Policy", policy), ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
            ("Permissions-Policy", "camera=(), geolocation=(self), microphone=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        if reply.header("Cache-Control") == nil { reply.headers.append(("Cache-Control", "no-store")) }
    }

    /// The token of the forms of one browser: bound to its session, or to its visit where it has none.
    static func token(_ ask: Ask, _ house: House) -> String {
        ask.cookie("sid").map { token(boundTo: $0, house.keys) } ?? house.visitorToken
    }

    static func token(boundTo bound: String, _ keys: KeyRing) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        for byte in keys.token(.csrf, bound.utf8).prefix(16) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Whether the browser itself says that the request began on this site. Other programs say nothing.
    static func originIsOurs(_ ask: Ask) -> Bool {
        if let site = ask.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let origin = ask.headers["origin"] else { return true }
        guard let host = ask.headers["host"] else { return false }
        return sameBytes(origin, "http://\(host)") || sameBytes(origin, "https://\(host)")
    }
}

extension Route.Entry {
    /// Refuses what another site's page may have sent in this person's name.
    ///
    /// A bearer in the header proves itself: no page can add one without this person's doing.
    func checkOrigin() throws {
        guard ask.headers["authorization"] != nil || Guard.originIsOurs(ask) else {
            throw WebRefusal.elsewhere
        }
    }

    /// Refuses a form or a script's call without the token of this browser's pages.
    ///
    /// The token is the field `csrf` or the header `X-CSRF-Token`. JSON needs none: a browser asks our leave
    /// before
    /// it sends a foreign page's JSON, and is never given it.
    func checkToken(_ fields: Fields) throws {
        if ask.headers["authorization"] != nil || ask.isJSON { return }
        guard let sent = ask.headers["x-csrf-token"] ?? fields["csrf"],
            sameBytes(sent, Guard.token(ask, house))
        else { throw WebRefusal.stalePage }
    }

    /// Both checks, for a route that reads its body by itself.
    func checkForm() throws {
        try checkOrigin()
        let isForm = ["application/x-www-form-urlencoded", "multipart/form-data"].contains(ask.mediaType)
        try checkToken(isForm && ask.headers["x-csrf-token"] == nil ? Fields(ask) : Fields())
    }
}

extension Visit {
    /// The same for a script that sends no form: the forms' token stands in `X-CSRF-Token`.
    ///
    /// - Throws: ``WebRefusal/stalePage``.
    public func checkScriptOrigin() throws {
        guard ask.headers["authorization"] == nil else { return }
        guard Guard.originIsOurs(ask), let sent = ask.headers["x-csrf-token"],
            sameBytes(sent, Guard.token(ask, house))
        else { throw WebRefusal.stalePage }
    }
}

/// Compares bytes in a time that tells nothing of where they differ.
public func sameBytes(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8), b = Array(b.utf8)
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
