/// Every action of the house, and how the play comes to it; `Tests/PlatformTests` holds the list against the
/// sources.
enum Verbs {}
