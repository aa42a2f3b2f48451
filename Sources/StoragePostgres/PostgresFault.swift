import Clibpq
import Storage

extension StorageFault {
    /// What a failed answer says, by its SQLSTATE. Source: PostgreSQL 15, appendix A.
    init(_ result: OpaquePointer?) {
        self.init(
            state: Self.field(PG_DIAG_SQLSTATE, result) ?? "", message: Self.message(result),
            constraint: Self.field(PG_DIAG_CONSTRAINT_NAME, result))
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

    static func field(_ code: Character, _ result: OpaquePointer?) -> String? {
        code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }

    private static func message(_ result: OpaquePointer?) -> String {
        field(PG_DIAG_MESSAGE_PRIMARY, result) ?? String(cString: PQresultErrorMessage(result))
    }
}

/// The codes that libpq spells as characters, which do not come over from C.
private let PG_DIAG_SQLSTATE: Character = "C"
private let PG_DIAG_MESSAGE_PRIMARY: Character = "M"
private let PG_DIAG_CONSTRAINT_NAME: Character = "n"
