import Clazy
import Storage

/// Where the server is and how one is let in, as libpq reads it:
/// `postgresql://user@host/name?sslmode=verify-full`.
///
/// It may hold a password: nothing prints it.
struct Address: Sendable, CustomStringConvertible {
    private let text: String
    /// What is said in place of the text's own: one server of several.
    private let instead: [(String, String)]
    /// The host, port and name of the database, for the log.
    let description: String
    /// Each server that the text names, by itself and in its order.
    let servers: [Address]

    /// - Throws: ``StorageFault/other`` where libpq cannot read it, or is not there.
    init(_ text: String) throws {
        if let lacking = linli_lacks_pq() {
            throw StorageFault.other("PostgreSQL needs Debian's libpq5: \(String(cString: lacking))")
        }
        guard let options = PQconninfoParse(text, nil) else {
            // What libpq says of it would repeat a part of it.
            throw StorageFault.other("the address of the database cannot be read")
        }
        defer { PQconninfoFree(options) }
        var named: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { named[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.text = text
        instead = []
        description = Self.description(named)
        servers = try Self.split(named).map { Address(text, named, instead: $0) }
    }

    private init(_ text: String, _ named: [String: String], instead: [String: String]) {
        self.text = text
        self.instead = instead.map { ($0, $1) }
        description = Self.description(named.merging(instead) { $1 })
        servers = []
    }

    private static func description(_ named: [String: String]) -> String {
        ["host", "hostaddr", "port", "dbname"].compactMap { name in named[name].map { "\(name)=\($0)" } }
            .joined(separator: " ")
    }

    /// Hosts and ports in lists, as libpq pairs them: one port goes for all. Who leads is not left to
    /// `target_session_attrs`, for a server that was left behind also says that it can be written.
    ///
    /// - Throws: ``StorageFault/other`` where the lists are not of one length.
    private static func split(_ named: [String: String]) throws -> [[String: String]] {
        let lists = ["host", "hostaddr", "port"].reduce(into: [String: [String]]()) { lists, name in
            lists[name] = named[name]?.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
        }
        let count = max(lists["host"]?.count ?? 1, lists["hostaddr"]?.count ?? 1)
        guard lists.values.allSatisfy({ $0.count == count || $0.count == 1 }) else {
            throw StorageFault.other("the address of the database names more hosts than ports, or fewer")
        }
        if count == 1 { return [[:]] }
        return (0..<count).map { index in
            lists.mapValues { $0[$0.count == 1 ? 0 : index] }.merging(["target_session_attrs": "any"]) { $1 }
        }
    }

    /// What holds where the address says nothing else: a server that is gone is noticed within half a minute.
    private static let defaults = [
        ("application_name", "linli"), ("connect_timeout", "5"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
    ]

    /// A connection, which may have failed; nil where there was no memory for it.
    ///
    /// - Parameters: `patience`: seconds; nil leaves it to the address.
    func connect(patience: Int?) -> OpaquePointer? {
        let limits = patience.map { [("connect_timeout", "\($0)")] } ?? []
        let options =
            Self.defaults + [("dbname", text), ("client_encoding", "UTF8")] + instead + limits
        let keywords = options.map { Array($0.0.utf8CString) },
            values = options.map { Array($0.1.utf8CString) }
        return withPointers(keywords) { keywords in
            withPointers(values) { PQconnectdbParams(keywords, $0, 1) }
        }
    }

    private func withPointers<T>(
        _ texts: [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T
    ) -> T {
        let all = texts.flatMap { $0 }
        return all.withUnsafeBufferPointer { all in
            var pointers: [UnsafePointer<CChar>?] = []
            var start = 0
            for text in texts {
                pointers.append(all.baseAddress.map { $0 + start })
                start += text.count
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
