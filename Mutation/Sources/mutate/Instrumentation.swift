import Foundation
import Mutants

/// Draws sites and builds them all at once, until the compiler takes what is left.
struct Instrumentation {
  let project: Project
  let work: URL
  private var draw: Draw
  /// The sites in the build, by the number of their mutants.
  private(set) var built: [Int: Site] = [:]
  /// Sites whose change does not compile, each replaced by another.
  private(set) var notCompilable: [Site] = []

  struct NotBuilt: Error, CustomStringConvertible {
    let description: String
  }

  /// Sites that an earlier run could not compile, so that each costs one build and not one for every run.
  private let known: Set<Site>
  private var memory: URL { work.appending(path: "not-compilable.json") }

  init(_ project: Project, work: URL, sites: [Site], seed: UInt64) {
    self.project = project
    self.work = work
    draw = Draw(sites, seed: seed)
    let remembered = try? Data(contentsOf: work.appending(path: "not-compilable.json"))
    known = remembered.flatMap { try? JSONDecoder().decode(Set<Site>.self, from: $0) } ?? []
  }

  /// Builds so many sites, or as many as there are; returns the folder of the products.
  mutating func build(_ count: Int) async throws -> URL {
    var last = 0
    for round in 1... {
      while built.count < count, let site = draw.next() {
        // The numbers are those of the draw, so that the same seed builds the same program.
        last += 1
        if known.contains(site) { notCompilable.append(site) } else { built[last] = site }
      }
      let rewritten = try project.write(built)
      say("Build \(round): \(built.count) mutants, \(notCompilable.count) do not compile")
      let compiler = Command(
        words: ["swift", "build", "-c", "release", "--build-tests"], folder: project.tree,
        output: work.appending(path: "build.log"))
      if try await compiler.run() == 0 { break }
      let refused = try blamed(compiler.printed, rewritten)
      for number in refused.sorted() {
        if let site = built.removeValue(forKey: number) { notCompilable.append(site) }
      }
      try JSONEncoder().encode(known.union(notCompilable)).write(to: memory)
    }
    let products = Command(
      words: ["swift", "build", "-c", "release", "--show-bin-path"], folder: project.tree,
      output: work.appending(path: "products"))
    guard try await products.run() == 0, let path = products.printed.split(separator: "\n").last else {
      throw NotBuilt(description: "SwiftPM does not say where it builds: \(products.printed)")
    }
    return URL(filePath: String(path))
  }

  /// The mutants that the compiler's errors are about.
  private func blamed(_ printed: String, _ rewritten: [String: Schemata]) throws -> Set<Int> {
    var numbers: Set<Int> = []
    var unexplained: [String] = []
    for line in printed.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(\/.+?):([0-9]+):([0-9]+): error: .*/), let row = Int(match.2),
        let column = Int(match.3)
      else { continue }
      let path = String(match.1).replacing(project.tree.path + "/", with: "")
      if let schemata = rewritten[path] {
        numbers.formUnion(schemata.blamed(line: row, column: column))
      } else {
        unexplained.append(String(line))
      }
    }
    if numbers.isEmpty {
      let reason = unexplained.isEmpty ? String(printed.suffix(4000)) : unexplained.joined(separator: "\n")
      throw NotBuilt(description: "The project does not build, for another reason than a mutant:\n\(reason)")
    }
    return numbers
  }
}
