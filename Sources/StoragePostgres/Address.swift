import Clibpq
import Storage

/// Where the server is and how one is let in, as libpq reads it:
/// `postgresql://user@host/name?sslmode=verify-full`.
///
/// It may hold a password: nothing prints it.
struct Address: Sendable, CustomStringConvertible {
    private let text: String
    /// The host, port and name of the database, for the log.
    let description: String

    /// - Throws: ``StorageFault/other`` where libpq cannot read it.
    init(_ text: String) throws {
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
        description = ["host", "port", "dbname"].compactMap { name in named[name].map { "\(name)=\($0)" } }
            .joined(separator: " ")
    }

    /// What holds where the address says nothing else: a server that is gone is noticed within half a minute.
    private static let defaults = [
        ("application_name", "linli"), ("connect_timeout", "5"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
    ]

    /// A connection, which may have failed; nil where there was no memory for it.
    func connect() -> OpaquePointer? {
        let options = Self.defaults + [("dbname", text), ("client_encoding", "UTF8")]
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
