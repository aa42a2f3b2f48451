import Actions
import Logging
import ServiceLifecycle
import Storage
import Values
import Web

/// Runs every capability's jobs, each once among all copies of the program: a row in the database is the
/// lock.
struct JobRunner: Service {
    let open: OpenHouse

    func run() async throws {
        let jobs = open.capabilities.flatMap(\.jobs)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                lookAtKeys()
                for job in jobs where !Task.isCancelled { await attempt(job) }
                // A cancelled sleep is the way in which the wait ends at shutdown.
                do { try await Task.sleep(for: .seconds(5)) } catch { return }
            }
        }
    }

    /// Takes up a key that is on its way in; see ``KeyExchange``.
    private func lookAtKeys() {
        do { try open.house.keys.refresh() } catch {
            open.house.log.error("keys", metadata: ["error": "\(error)"])
        }
    }

    /// Runs the job if its time has come and no other copy has it.
    func attempt(_ job: Job) async {
        do {
            guard try await take(job) else { return }
            try await job.run(open.house)
        } catch {
            open.house.log.error("job", metadata: ["job": "\(job.name)", "error": "\(error)"])
        }
    }

    private func take(_ job: Job) async throws -> Bool {
        let now = open.house.clock.now
        let due = try await open.house.database.read { reading in
            try reading.number("SELECT until FROM job_run WHERE name = \(job.name)") <= now.microseconds
        }
        guard due else { return false }
        return try await open.house.database.write(in: Identifier(high: 0, low: 0)) { writing in
            try writing.run(
                """
                INSERT INTO job_run (name, started, until) VALUES (\(job.name), \(now), \(now + job.every))
                ON CONFLICT (name) DO UPDATE SET started = \(now), until = \(now + job.every)
                WHERE job_run.until <= \(now)
                """) == 1
        }
    }
}
