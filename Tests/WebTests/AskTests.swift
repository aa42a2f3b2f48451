import Testing
import Values

@testable import Web

/// What a request says of itself, read on bytes.
@Suite struct AskTests {
    @Test(
        arguments: [
            ("/a", nil, nil, false), ("/a.json", nil, nil, true), ("/a.json", "text/html", nil, true),
            ("/a", "text/html", nil, false), ("/a", "application/json", nil, true),
            ("/a", "text/html,application/json", nil, false),
            ("/a", "application/json, text/html", nil, true),
            ("/a", "text/html;q=0.5,application/json", nil, true),
            ("/a", "application/json;q=0.1,text/html", nil, false),
            ("/a", "application/json;q=0", nil, false), ("/a", "application/json;q=nan", nil, false),
            ("/a", "application/jsonp", nil, false), ("/a", "APPLICATION/JSON", nil, true),
            ("/a", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json", false),
            ("/a", "*/*", "application/json", true), ("/a", nil, "application/json; charset=utf-8", true),
            ("/a", "*/*", "text/plain", false), ("/a", "application/json\u{301}", nil, false),
        ] as [(String, String?, String?, Bool)])
    func jsonIsWanted(_ path: String, _ accept: String?, _ type: String?, _ wanted: Bool) {
        var ask = Ask(.post, path)
        ask.headers["accept"] = accept
        ask.headers["content-type"] = type
        #expect(ask.wantsJSON == wanted)
    }

    @Test(
        arguments: [
            ("a=1; sid=x.y; b", "sid", "x.y"), ("sid=1; sid=2", "sid", "1"), ("xsid=1", "sid", nil),
            ("sid", "sid", nil),
            ("sid=", "sid", ""), ("sid=a=b", "sid", "a=b"), (" sid=1", "sid", "1"), ("SID=1", "sid", nil),
            ("", "sid", nil),
            ("a=\u{301}; sid=1", "sid", "1"), ("sid\u{301}=1", "sid", nil), (";;;;=;sid=1", "sid", "1"),
        ] as [(String, String, String?)])
    func cookiesAreRead(_ header: String, _ name: String, _ value: String?) {
        #expect(Ask(.get, "/", headers: ["cookie": header]).cookie(name) == value)
    }

    @Test(arguments: [
        ("en", Language.english), ("en-GB,zh;q=0.5", .english), ("EN", .english), ("zh-CN,en", .chinese),
        ("", .chinese),
        ("e", .chinese), ("fr", .chinese), ("\u{ff45}n", .chinese),
    ])
    func languageIsFound(_ header: String, _ language: Language) {
        #expect(Ask(.get, "/", headers: ["accept-language": header]).language == language)
        let wish = Ask(
            .get, "/", query: [("lang", "en")],
            headers: ["accept-language": header, "cookie": "lang=zh-Hans"])
        #expect(wish.language == .english)
    }

    @Test(
        arguments: [
            (#"form-data; name="a""#, "a"), (#"form-data;name=a"#, "a"), (#"form-data; NAME="a;b""#, "a;b"),
            (#"form-data; name="a\"b""#, "a\"b"), (#"form-data; name="C:\x""#, "C:\\x"),
            (#"form-data; name="a"#, nil),
            (#"form-data; xname="a""#, nil), (#"form-data; filename="name=b""#, nil), (#"name="a""#, nil),
            (#"form-data; name="a" b"#, nil), (#"form-data; name="""#, ""),
            ("form-data; name=\"\"\u{301}", nil),
        ] as [(String, String?)])
    func parametersAreRead(_ value: String, _ name: String?) {
        #expect(HeaderValue.parameter("name", of: value) == name)
    }

    @Test(
        arguments: [
            ("a=1&b=2", ["a", "1", "b", "2"]), ("a", ["a", ""]), ("=b", ["", "b"]),
            ("&&a=%E5%A5%BD+x", ["a", "好 x"]),
            ("", []), ("a=b=c", ["a", "b=c"]), ("a=%", nil), ("a=%0", nil), ("%00=a", nil), ("a=%c3%28", nil),
            ("a=%+1", nil), ("a=%EF%BC%8", nil),
        ] as [(String, [String]?)])
    func pairsAreRead(_ text: String, _ flat: [String]?) {
        #expect(Percent.pairs(text)?.flatMap { [$0.name, $0.value] } == flat)
    }

    @Test func whatIsEncodedIsDecodedAgain() {
        for text in ["", "a b", "\u{1F9D3}\u{301}/?#%&=+", "好\n\"<>", "..", "\u{7f}\u{1}"] {
            #expect(Percent.decode(Percent.encode(text)) == text)
        }
    }

    @Test(arguments: [
        ("{}", 1), ("[[{}]]", 3), (#""[[[[""#, 0), (#"{"a\"[[":["[\\"]}"#, 2), ("]]]]", 0), ("", 0),
    ])
    func nestingIsCounted(_ json: String, _ depth: Int) {
        #expect(JSONNesting.depth(of: Array(json.utf8)) == depth)
    }

    @Test(
        arguments: [
            ("sid", "", 0, "sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
            ("a", "b", nil, "a=b; Path=/; HttpOnly; SameSite=Lax"),
        ] as [(String, String, Int?, String)])
    func cookiesAreKeptFromScripts(_ name: String, _ value: String, _ age: Int?, _ header: String) {
        var reply = Reply()
        reply.set(Cookie(name, value, age: age))
        #expect(reply.header("set-cookie") == header)
    }
}
