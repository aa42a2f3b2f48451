import Actions
import Testing
import Values

@testable import Web

/// Which line of the table an address stands for.
@Suite struct RouteTableTests {
    private static func line(_ method: Method, _ pattern: String) -> Route {
        .raw(method, pattern, Notes.write, Text("线", "Line")) { _ in Reply() }
    }

    private let table = RouteTable([
        line(.get, "/"), line(.get, "/needs"), line(.get, "/needs/new"), line(.get, "/needs/{number}"),
        line(.post, "/needs/{number}"), line(.get, "/needs/{number}/notes"),
        line(.delete, "/needs/{number}/notes"),
        line(.get, "/{page}"), line(.get, "/{page}/{part}/end"),
    ])

    @Test(
        arguments: [
            (Method.get, "/", "/", [:]), (.get, "/needs", "/needs", [:]),
            (.get, "/needs/new", "/needs/new", [:]),
            (.get, "/needs/1", "/needs/{number}", ["number": "1"]),
            (.get, "/other", "/{page}", ["page": "other"]),
            // What the fixed part cannot answer, the parameter may.
            (.post, "/needs/new", "/needs/{number}", ["number": "new"]),
            (.get, "/needs/new/notes", "/needs/{number}/notes", ["number": "new"]),
            (.get, "/needs/new/end", "/{page}/{part}/end", ["page": "needs", "part": "new"]),
            (.get, "//needs///1/", "/needs/{number}", ["number": "1"]),
            (.get, "/needs/a%2Fb", "/needs/{number}", ["number": "a/b"]),
            (.get, "/needs/%E5%A5%BD", "/needs/{number}", ["number": "好"]),
        ] as [(Method, String, String, [String: String])])
    func addressesFindTheirLine(
        _ method: Method, _ path: String, _ pattern: String, _ values: [String: String]
    ) throws {
        guard case .route(let route, let found) = table.find(method, try Site.split(path).segments) else {
            Issue.record("nothing found")
            return
        }
        #expect(route.pattern == pattern && found == values)
    }

    @Test(
        arguments: [
            (Method.put, "/needs/1/notes", [Method.delete, .get]), (.post, "/needs", [.get]),
            (.put, "/needs/new", [.get, .post]),
            (.get, "/a/b/c/d", []), (.get, "/a/b", []),
        ] as [(Method, String, [Method])])
    func otherMethodsAreNamed(_ method: Method, _ path: String, _ methods: [Method]) throws {
        switch table.find(method, try Site.split(path).segments) {
        case .route(let route, _): Issue.record("found \(route.pattern)")
        case .wrongMethod(let others): #expect(others == methods)
        case .nothing: #expect(methods.isEmpty)
        }
    }

    @Test func aCommunityStandsBeforeThePath() throws {
        #expect(try Site.split("/~lake/needs").code == "lake")
        #expect(try Site.split("/~%E6%B9%96").code == "湖" && Site.split("/~").code == "")
        #expect(try Site.split("/a/~lake").code == nil)
        #expect(throws: WebRefusal.brokenAddress) { try Site.split("/a/%2e%2E") }
    }
}
