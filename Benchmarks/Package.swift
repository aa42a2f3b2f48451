// swift-tools-version:6.2
// What SQLite itself reaches: a package of its own, so that the house's build does not carry it.

import PackageDescription

let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(name: "Csqlite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "floor", dependencies: ["Csqlite"],
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
    ]
)
