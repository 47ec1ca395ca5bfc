// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
]
let release = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
// Static at the link only: the same objects serve ./start and ./test. lld resolves the archives in any order.
let staticRuntime: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib", "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"], release)]
  + [
    "_FoundationICU", "_FoundationCShims", "_FoundationCollections", "CoreFoundation", "swiftSynchronization", "stdc++",
  ]
  .map { .linkedLibrary($0, release) }

func room(_ name: String, on lower: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: lower, swiftSettings: settings)
}
func tests(_ name: String, on rooms: [Target.Dependency], beside documents: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: rooms, exclude: documents, swiftSettings: settings)
}
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "tenth",
  products: [
    .executable(name: "tenth", targets: ["tenth"]),
    .executable(name: "tenth-full", targets: ["tenth-full"]),
    .executable(name: "conformance", targets: ["conformance"]),
    .library(name: "LawLanguage", targets: ["LawLanguage"]),
    .library(name: "Reasoning", targets: ["Reasoning"]),
    .library(name: "Ledger", targets: ["Ledger"]),
    .library(name: "FuzzProperties", targets: ["FuzzProperties"]),
    .library(name: "ServingProperties", targets: ["ServingProperties"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    room("LawLanguage"),
    room("Norms", on: ["LawLanguage"]),
    room("Reference", on: ["LawLanguage"]),
    room("Reasoning", on: ["Norms", "LawLanguage", crypto]),
    room("Analysis", on: ["Norms", "LawLanguage"]),
    room("Replay", on: ["Analysis", "Reasoning", "Norms", "LawLanguage"]),
    room("Forecasting", on: ["Analysis", "Reasoning", "Norms", "LawLanguage"]),
    room("Ledger", on: [crypto, grdb]),
    room("Desk", on: ["Reasoning", "Norms", "LawLanguage", "Ledger", crypto, grdb, subprocess, systemPackage]),
    .systemLibrary(name: "CMarkdown", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "Web",
      dependencies: [
        "Desk", "Forecasting", "Analysis", "Reasoning", "LawLanguage", "Ledger", "CMarkdown", crypto, grdb, hummingbird,
        log,
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      // In the program itself, so that it needs no folder beside it.
      resources: [
        .embedInCode("Assets/desk.css"), .embedInCode("Assets/icon.svg"), .embedInCode("Assets/passkeys.js"),
      ],
      swiftSettings: settings),
    // What must hold of every input: the tests replay it over the inputs kept, Fuzzing/ looks for new ones.
    .target(
      name: "FuzzProperties", dependencies: ["Reasoning", "LawLanguage"], path: "Fuzzing/Properties",
      swiftSettings: settings),
    .target(
      name: "ServingProperties", dependencies: ["Web", "Desk", "Ledger", "Reasoning", "LawLanguage"],
      path: "Fuzzing/Serving",
      swiftSettings: settings),
    room("Console", on: ["Analysis", "Reasoning", "LawLanguage", argumentParser, yams]),
    // Decides, and hands everything else on: what it is linked with, every decision waits for.
    .executableTarget(
      name: "tenth", dependencies: ["Console", argumentParser],
      resources: [.copy("../../Laws"), .copy("../../Letters"), .copy("../../Mappings")], swiftSettings: settings,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "tenth-full",
      dependencies: [
        "Console", "Analysis", "Forecasting", "Replay", "Reasoning", "Norms", "LawLanguage", "Ledger", "Desk", "Web",
        argumentParser, log,
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: settings, linkerSettings: staticRuntime),
    room("Conformity", on: ["Reasoning", "Reference", "LawLanguage"]),
    .executableTarget(
      name: "conformance",
      dependencies: ["Conformity", argumentParser],
      swiftSettings: settings, linkerSettings: staticRuntime),
    .executableTarget(
      name: "benchmarks", dependencies: ["Reasoning", "LawLanguage"], path: "Benchmarks",
      exclude: ["Analysis", "Desk", "Forecast", "Peers", "Replay", "run", "run-analysis", "run-desk", "run-replay"],
      swiftSettings: settings,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "desk-benchmarks", dependencies: ["Desk", "Reasoning", "LawLanguage", "Ledger", grdb],
      path: "Benchmarks/Desk", exclude: ["create.lua", "measure.py", "peer-create.lua"], swiftSettings: settings,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "replay-benchmarks", dependencies: ["Replay", "Analysis", "Reasoning", "Norms", "LawLanguage"],
      path: "Benchmarks/Replay",
      exclude: ["law.md", "vocabulary.md", "peer_duckdb.py", "peer_polars.py", "detainers.py"],
      swiftSettings: settings,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "analysis-benchmarks", dependencies: ["Analysis", "LawLanguage"], path: "Benchmarks/Analysis",
      exclude: ["peer_solvers.py"], swiftSettings: settings, linkerSettings: staticRuntime),
    .executableTarget(
      name: "forecast-benchmarks", dependencies: ["Forecasting"], path: "Benchmarks/Forecast",
      exclude: ["peer_simpy.py", "run"], swiftSettings: settings, linkerSettings: staticRuntime),
    tests("LawLanguage", on: ["FuzzProperties", "LawLanguage"], beside: ["Literate"]),
    // Laws and requests that nobody wrote by hand.
    .target(
      name: "Generation", dependencies: ["Reference", "LawLanguage"], path: "Tests/Generation", swiftSettings: settings),
    tests("Reasoning", on: ["Generation", "Reasoning", "Reference", "Norms", "LawLanguage"]),
    tests(
      "Analysis", on: ["Analysis", "Generation", "Reasoning", "Reference", "Norms", "LawLanguage"],
      beside: ["Literate"]),
    tests("FuzzProperties", on: ["FuzzProperties", "ServingProperties", "LawLanguage"]),
    tests("Conformity", on: ["Conformity", "Reasoning", "LawLanguage"]),
    // Run by the tests as a process of its own, to be killed.
    .executableTarget(
      name: "ledger-writer", dependencies: ["Ledger", grdb], path: "Tests/LedgerWriter", swiftSettings: settings,
      linkerSettings: staticRuntime),
    tests("Ledger", on: ["Ledger", grdb], beside: ["Independent"]),
    tests(
      "Replay", on: ["Replay", "Analysis", "Generation", "Reasoning", "Reference", "Norms", "LawLanguage"],
      beside: ["Dialects"]),
    tests("Forecasting", on: ["Forecasting", "Reasoning", "LawLanguage"]),
    tests("Desk", on: ["Desk", "Ledger", "Reasoning", "LawLanguage", grdb]),
    tests(
      "Web", on: ["Web", "Desk", "Analysis", "Ledger", "Reasoning", "LawLanguage", crypto, grdb, log],
      beside: ["API/schemathesis.toml", "Browser"]),
    tests("tenth", on: ["LawLanguage"]),
  ],
  swiftLanguageModes: [.v6])
