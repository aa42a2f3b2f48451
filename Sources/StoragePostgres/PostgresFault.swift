import Clazy
import Storage

extension StorageFault {
    /// What a failed answer says, by its SQLSTATE. Source: PostgreSQL 15, appendix A.
    init(_ result: OpaquePointer?) {
        self.init(
            state: FaultPart.state.text(in: result) ?? "", message: Self.message(result),
            constraint: FaultPart.constraint.text(in: result))
    }

    init(state: String, message: String, constraint: String? = nil) {
        self =
            switch (state.prefix(2), state) {
            case ("23", _): .constraint(constraint ?? message)
            case ("08", _), (_, "57P01"), (_, "57P02"), (_, "57P03"), (_, "57P05"), (_, "25P03"): .away
            case (_, "53100"): .full
            case ("53", _), ("40", _), (_, "55P03"), (_, "57014"): .busy
            case (_, "25006"): .readOnly
            case ("XX", "XX001"), ("XX", "XX002"): .corrupt(message)
            // The words of these say what value was wrong, which may be somebody's.
            case ("22", _): .other("\(state) (a value that does not fit)")
            default: .other("\(state): \(message)")
            }
    }

    private static func message(_ result: OpaquePointer?) -> String {
        FaultPart.message.text(in: result) ?? String(cString: PQresultErrorMessage(result))
    }
}

/// What libpq calls the parts of a failed answer. Source: `postgres_ext.h`, whose characters do not
/// come over.
enum FaultPart: Int32 {
    case severity = 0x56, state = 0x43, message = 0x4D, constraint = 0x6E

    func text(in result: OpaquePointer?) -> String? {
        PQresultErrorField(result, rawValue).map { String(cString: $0) }
    }
}
