import Foundation

/// The public data that the methods are tried on, where it lies beside the project; without it tests are
/// skipped.
enum SharedData {
    /// The folder `shared/data` beside the project, or the one that `LINLI_SHARED_DATA` names; nil where
    /// there is none.
    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let beside = root.deletingLastPathComponent().appendingPathComponent("shared/data")
        let named = ProcessInfo.processInfo.environment["LINLI_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? beside
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// The files of a folder of it, by name; none where the data is absent.
    static func files(in part: String, withExtension kind: String) -> [URL] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + part)) ?? []
        return names.filter { $0.hasSuffix("." + kind) }.sorted()
            .map { folder.appendingPathComponent(part).appendingPathComponent($0) }
    }
}
