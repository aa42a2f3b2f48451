/// What can go wrong below the rules. Its text is for the log of the place, never for a reader's page.
public enum StorageFault: Error, Sendable, Hashable {
    /// The queue is full or a lock was not had in time; trying again may help.
    case busy
    /// The database cannot be reached; it is tried again and again.
    case away
    /// The database was lost while it made a change durable: nobody knows yet whether it did.
    case unsure
    /// A change counts only when a second server has it, and none stands: readings go on.
    case alone
    /// The disk is full.
    case full
    /// The file cannot be written.
    case readOnly
    /// The disk did not take what was written, or did not say that it lies safe. Whether the change is there
    /// shows when the disk is well again.
    case failing(String)
    /// The stored bytes are broken.
    case corrupt(String)
    /// A constraint of the schema was broken: a fault of the program, for the rules should have refused.
    case constraint(String)
    /// A stored value is none that the program knows.
    case unreadable(String)
    /// The database was closed.
    case closed
    case other(String)

    /// Whether it is the disk: no change can be taken until that is well again.
    public var isOfDisk: Bool {
        switch self {
        case .full, .readOnly, .failing: true
        default: false
        }
    }
}
