extension Site {
    /// The published interface, made of the table of routes.
    public func interfaceDocument() throws -> [UInt8] {
        try OpenAPI(routes: routes, rights: house.rights.rows.map(\.right.name)).document()
    }
}
