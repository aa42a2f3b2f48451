import Foundation

/// What the process takes of the machine, as Linux counts it.
enum Machine {
    /// Resident memory in bytes; 0 where it cannot be read.
    static var residentBytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// How many look through rows side by side: as many as there are processors, as far as a file that is
    /// open or a server has places for them.
    static var readers: Int { min(max(ProcessInfo.processInfo.activeProcessorCount, 2), 6) }

    /// Processor time of all threads, in seconds.
    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static var text: String {
        """
        # TYPE process_resident_memory_bytes gauge
        process_resident_memory_bytes \(residentBytes)
        # TYPE process_cpu_seconds_total counter
        process_cpu_seconds_total \(processorSeconds)

        """
    }
}
