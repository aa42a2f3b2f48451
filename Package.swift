// swift-tools-version:6.2
// The map of the house. Arrows point from a room to what it may use; see ARCHITECTURE.md.

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A room of the house: a library target in `Sources/`, with its tests in `Tests/`.
///
/// A room with tables has its `Schema` embedded, one text for both engines.
func room(
    _ name: String, _ uses: [Target.Dependency] = [], schema: [String] = [], exclude: [String] = [],
    snapshots: [String] = [], swiftSettings: [SwiftSetting] = settings
) -> [Target] {
    [
        .target(
            name: name, dependencies: uses, exclude: exclude,
            resources: schema.map { .embedInCode("Schema/\($0).sql") },
            swiftSettings: swiftSettings),
        .testTarget(
            name: name + "Tests", dependencies: [.byName(name: name), "Trials"] + uses, exclude: snapshots,
            swiftSettings: settings),
    ]
}

/// A C library of Debian's, found by pkg-config.
func library(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let bigIntegers = Target.Dependency.product(name: "BigInt", package: "BigInt")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Fifty thousand addresses are set at the start: packed in the file, they leave no pages of it in memory.
let packed: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"], .when(platforms: [.linux]))
]

let ground: [Target.Dependency] = ["Values", "Storage", "Sealing", "Actions", "Web"]

var targets: [Target] = []
targets += [
    library("Csodium", "libsodium", "libsodium-dev"),
    library("Czstd", "libzstd", "libzstd-dev"),
    library("Cqrencode", "libqrencode", "libqrencode-dev"),
    library("Cxlsxwriter", "xlsxwriter", "libxlsxwriter-dev"),
    library("Cunzip", "libzip", "libzip-dev"),
    // libgd, libpq and libcurl, opened when first called: their headers are needed here, they themselves later.
    .target(name: "Clazy"),
]
targets += room("Values")
// Arithmetic by the million is compiled for speed in a debug build too, or its tests on real data would take
// hours.
targets += room("Methods", ["Values", bigIntegers], swiftSettings: settings + [.unsafeFlags(["-O"])])
targets += room("Storage", ["Values"])
targets += room("StorageSQLite", ["Values", "Storage", log] + grdb)
targets += room("StoragePostgres", ["Values", "Storage", "Clazy", log])
targets += room("Sealing", ["Values", "Csodium", "Czstd", crypto, cryptoExtras])
targets += room("Imaging", ["Values", "Clazy", "Cqrencode"])
targets += room("Sheets", ["Values", "Cxlsxwriter", "Cunzip"])
targets += room("Actions", ["Values", "Storage", "Sealing", crypto, log], schema: ["001-ground"])
targets += room(
    "Web", ["Values", "Storage", "Sealing", "Actions", "Imaging", "Sheets", hummingbird, log],
    exclude: ["Assets"], snapshots: ["Snapshots"])
targets += room(
    "People", ground + ["Methods", "Imaging", "Sheets"],
    schema: [
        "001-people", "002-register", "003-grids", "004-privacy", "005-homes", "006-arrived", "007-grid-days",
    ])
targets += room(
    "Needs", ground + ["Methods", "People", "Imaging", "Sheets"],
    schema: ["001-needs", "002-resources", "003-import"])
targets += room("Flows", ground + ["People", "Needs"])
targets += room("Village", ground + ["People", "Needs", "Flows", "Imaging", log])
targets += room(
    "Platform",
    ground + [
        "Clazy", "StorageSQLite", "StoragePostgres", "People", "Needs", "Flows", "Village", "Sheets",
        hummingbird, lifecycle, log,
    ])
targets += [
    .executableTarget(
        name: "linli", dependencies: ["Methods", "Platform", "Village", arguments],
        swiftSettings: settings, linkerSettings: packed),
    .target(
        name: "Trials", dependencies: ["Values", "Storage", "StorageSQLite", "StoragePostgres", log],
        path: "Tests/Trials",
        swiftSettings: settings),
    .executableTarget(
        name: "simulation",
        dependencies: ground + ["People", "Platform", "Village", "Trials", arguments, log] + grdb,
        path: "Tests/Simulation", swiftSettings: settings),
    .testTarget(
        name: "JourneyTests",
        dependencies: ground + [
            "People", "Needs", "Platform", "Village", "Trials", "Sheets",
            log,
        ],
        exclude: ["Snapshots"],
        swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
]

let package = Package(
    name: "linli",
    products: [.executable(name: "linli", targets: ["linli"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: targets
)
