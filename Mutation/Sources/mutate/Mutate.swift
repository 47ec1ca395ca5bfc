import ArgumentParser
import Foundation
import Mutants

@main
struct Mutate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Mutation/run",
    abstract: "Changes the source in small ways and looks whether a test fails.",
    discussion: "Ends with 1 if fewer than nine in ten mutants are killed.")

  @Option(help: "Decides which sites are drawn.")
  var seed: UInt64 = 20_261_122

  @Option(help: "How many sites are drawn.")
  var sites = 320

  @Option(help: "A folder or file to mutate, instead of the whole core; may be repeated.")
  var only: [String] = []

  @Flag(help: "Try only the mutants that survived the last run; draw as it did.")
  var survivors = false

  @Flag(help: "Leave out the last stage, which runs every test: some survivors may be none.")
  var quick = false

  @Flag(help: "Print every site, and end.")
  var list = false

  @Option(help: "How many mutants are tried at the same time.")
  var parallel = 2

  @Option(help: "The folder of the project.")
  var project = "."

  @Option(help: "Where the copy, the build and the report are kept; .build/mutants in the project by default.")
  var work: String?

  private static let core = ["Sources/LawLanguage/Checking", "Sources/Norms", "Sources/Reasoning"]

  func validate() throws {
    if sites < 1 { throw ValidationError("Draw at least one site.") }
    if parallel < 1 { throw ValidationError("Try at least one mutant at a time.") }
  }

  func run() async throws {
    let root = URL(filePath: project).standardizedFileURL
    let work = work.map { URL(filePath: $0) } ?? root.appending(path: ".build/mutants")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let places = only.isEmpty ? Self.core : only
    let project = try await Project(root: root, work: work)
    let all = try project.sites(below: places)
    if list {
      for site in all { say("\(site.file):\(site.line): \(site.change.rawValue): \(site.original) -> \(site.mutant)") }
    }
    say("Seed \(seed): \(sites) of \(all.count) sites")
    if list { return }

    var instrumentation = Instrumentation(project, work: work, sites: all, seed: seed)
    let products = try await instrumentation.build(sites)
    var tried = instrumentation.built
    if survivors {
      let last = Set(try Report.read(work.appending(path: "report.json")).survivors.map(\.site))
      tried = tried.filter { last.contains($0.value) }
    }
    let stages = Set(tried.values.map(\.module)).sorted().flatMap(Stage.quick) + (quick ? [] : [Stage.everything])
    let bench = try await Bench(products: products, tree: project.tree, work: work, slots: parallel, stages: stages)
    var trials = tried.sorted { $0.key < $1.key }.map { Trial(number: $0.key, site: $0.value) }
    trials = try await bench.tried(trials) { Stage.quick(for: $0.module) }
    if !quick { trials = try await bench.tried(trials) { _ in [Stage.everything] } }
    let report = Report(
      seed: seed, sites: all.count, places: places, trials: trials, notCompilable: instrumentation.notCompilable)
    let name = survivors ? "survivors" : "report"
    try report.write(to: work, name: name)
    say("\(report.summary)\n\(work.appending(path: name + ".md").path)")
    if !report.isEnough { throw ExitCode(1) }
  }
}
