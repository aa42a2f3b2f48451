import Synchronization

/// Counts what the door answered, for `/metrics`: no address, no name, no path that could hold either.
public final class Meter: Sendable {
    public init() {}

    private let good = Atomic<Int64>(0), moved = Atomic<Int64>(0), refused = Atomic<Int64>(0),
        failed = Atomic<Int64>(0)
    private let busy = Atomic<Int64>(0)
    private let microseconds = Atomic<Int64>(0)

    func began() { busy.add(1, ordering: .relaxed) }

    func ended(status: Int, microseconds spent: Int64) {
        busy.subtract(1, ordering: .relaxed)
        microseconds.add(spent, ordering: .relaxed)
        switch status {
        case ..<300: good.add(1, ordering: .relaxed)
        case ..<400: moved.add(1, ordering: .relaxed)
        case ..<500: refused.add(1, ordering: .relaxed)
        default: failed.add(1, ordering: .relaxed)
        }
    }

    /// Prometheus's text, version 0.0.4.
    public var text: String {
        let classes = [
            ("2xx", good.load(ordering: .relaxed)), ("3xx", moved.load(ordering: .relaxed)),
            ("4xx", refused.load(ordering: .relaxed)), ("5xx", failed.load(ordering: .relaxed)),
        ]
        let lines = classes.map { "linli_requests_total{class=\"\($0)\"} \($1)" }
        return """
            # TYPE linli_requests_total counter
            \(lines.joined(separator: "\n"))
            # TYPE linli_requests_busy gauge
            linli_requests_busy \(busy.load(ordering: .relaxed))
            # TYPE linli_request_seconds_total counter
            linli_request_seconds_total \(Double(microseconds.load(ordering: .relaxed)) / 1e6)

            """
    }
}
