import Testing
import Values

@testable import Web

@Suite struct HTMLLinkTests {
    @Test(arguments: [
        ("X-1041", "/needs/X-1041/notes?by=X-1041"),
        ("a/b?c#d&e=f", "/needs/a%2Fb%3Fc%23d%26e%3Df/notes?by=a%2Fb%3Fc%23d%26e%3Df"),
        ("javascript:alert(1)", "/needs/javascript%3Aalert%281%29/notes?by=javascript%3Aalert%281%29"),
        ("邻", "/needs/%E9%82%BB/notes?by=%E9%82%BB"),
        ("..", "/needs/%EF%BF%BD/notes?by=%EF%BF%BD"),
        ("\"\u{0301}", "/needs/%22%CC%81/notes?by=%22%CC%81"),
    ])
    func aValueStaysInItsPlace(_ value: String, _ address: String) {
        #expect(("/needs/\(value)/notes?by=\(value)" as Link).address == address)
        #expect(("/needs/\(value[...])/notes?by=\(value)" as Link).address == address)
    }

    @Test func anAddressNeverLeavesTheSite() {
        let empty = ""
        #expect(("/\(empty)/evil.example" as Link).address == "/.//evil.example")
        #expect(("\(empty)/needs" as Link).address == "/needs")
        #expect(("\("javascript:x")" as Link).address == "/javascript%3Ax")
        #expect(("/\("/evil.example")" as Link).address == "/%2Fevil.example")
    }

    @Test(arguments: [
        ("/me", "/me"), ("/needs?step=1&q=灯", "/needs?step=1&q=%E7%81%AF"), ("/a%20b", "/a%20b"),
        ("/\"onclick=x", "/%22onclick=x"),
    ])
    func aLocalPathIsTaken(_ path: String, _ address: String) {
        #expect(Link.local(path)?.address == address)
    }

    @Test(arguments: [
        "", "me", "//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "/\t/x", "/a\\b",
    ])
    func whatMightBeAnotherHostIsRefused(_ path: String) {
        #expect(Link.local(path) == nil)
    }

    @Test(arguments: [
        ("https://example.org", true), ("https://example.org:8443/a?b=邻#c", true),
        ("http://example.org", false), ("javascript:alert(1)", false), ("https://", false),
        ("https://a@evil.example", false), ("https://.example", false), ("HTTPS://example.org", false),
        ("https://exa mple.org", false), (" https://example.org", false),
        ("https://example.org\\@evil", false),
    ])
    func outsideIsHTTPSAlone(_ address: String, _ taken: Bool) {
        #expect((Link.external(address) != nil) == taken)
    }

    @Test(arguments: [
        ("0510-5550 1234", "tel:051055501234"), ("+86 510 5550", "tel:+865105550"), ("110", "tel:110"),
        ("12", nil), ("电话", nil), ("110;x=1", nil), ("1+10", nil), (String(repeating: "1", count: 21), nil),
    ])
    func aNumberIsDigits(_ number: String, _ address: String?) {
        #expect(Link.phone(number)?.address == address)
    }

    @Test(arguments: [
        ("xumin@shuixiuli.example", true), ("a@b", false), ("a@b.c@d.e", false), ("a b@c.d", false),
        ("a@c.d?bcc=x", false), ("@c.d", false), ("", false),
    ])
    func aMailboxIsPlain(_ mailbox: String, _ taken: Bool) {
        #expect((Link.mail(mailbox)?.address == "mailto:" + mailbox) == taken)
    }

    @Test func aQueryIsAddedSetAndRemoved() {
        let page: Link = "/needs?type=large&q=a#top"
        #expect(page.adding(query: "b c", "&=").address == "/needs?type=large&q=a&b%20c=%26%3D#top")
        #expect(page.setting(query: "type", "normal").address == "/needs?q=a&type=normal#top")
        #expect(page.removing(query: "q").removing(query: "type").address == "/needs#top")
        #expect(("/me" as Link).removing(query: "type").adding(query: "a", "").address == "/me?a=")
    }

    @Test func anAddressIsEscapedInItsAttribute() {
        let link: Link = "/needs?a=1&b=2"
        #expect(("<a href=\"\(link: link)\">" as HTML).string == "<a href=\"/needs?a=1&amp;b=2\">")
    }
}
