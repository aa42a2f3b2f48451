public import Values

/// One number at one place of a community: a row of the table `figure`, kept by difference.
public struct FigureKey: Hashable, Sendable {
    public let community: Identifier
    /// The path of the place in the tree.
    public let path: String
    /// Stable, as `needs.all`.
    public let name: String

    public init(community: Identifier, path: String, name: String) {
        self.community = community
        self.path = path
        self.name = name
    }
}

extension SQL {
    /// The statement that adds to a figure, which begins at 0.
    public static func adding(_ difference: Int64, to figure: FigureKey) -> SQL {
        """
        INSERT INTO figure (community, path, name, number)
        VALUES (\(figure.community), \(figure.path), \(figure.name), \(difference))
        ON CONFLICT (community, path, name) DO UPDATE SET number = figure.number + excluded.number
        """
    }
}
