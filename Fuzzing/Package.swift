// swift-tools-version: 6.3
// A package of its own, for it builds everything with the fuzzer's instrumentation: see ./run.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
]
let tenth = ["FuzzProperties", "LawLanguage", "Reasoning"].map {
  Target.Dependency.product(name: $0, package: "tenth")
}

/// A program whose `main` is libFuzzer's.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Harness"] + tenth,
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "tenth", path: "..")],
  targets: [
    .target(name: "Harness", dependencies: tenth, swiftSettings: settings),
    fuzzer("FuzzLaw"),
    fuzzer("FuzzRequest"),
    .executableTarget(
      name: "FuzzServed", dependencies: ["Harness", .product(name: "ServingProperties", package: "tenth")],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),
  ],
  swiftLanguageModes: [.v6])
