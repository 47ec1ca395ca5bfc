import Foundation

/// Measures what the documentation promises, and prints a table.
///
///     swift run -c release benchmarks [--tenth PATH] [--laws DIR] [--peers DIR] [--python PATH]
///         [--only decisions|toy|memory|process]
@main
enum Benchmarks {
  static func main() {
    do {
      try run(Arguments(CommandLine.arguments))
    } catch {
      FileHandle.standardError.write(Data("The measurements stopped: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    if arguments.isChildAtRest {
      try AtRest.report(laws: arguments.laws)
      return
    }
    print("| what | bar | median | least | most |")
    print("|---|---|---|---|---|")
    let tables: [(name: String, rows: () throws -> [String])] = [
      ("decisions", InProcess(arguments).rows), ("toy", Toy(arguments).rows), ("memory", AtRest(arguments).rows),
      ("process", WholeProcess(arguments).rows),
    ]
    for table in tables where arguments.only.map({ $0 == table.name }) ?? true {
      for row in try table.rows() { print(row) }
    }
    print("")
    print("\(Machine.description); Swift release build; wall time; each figure over the runs named in its row.")
  }
}

/// What the command line says.
struct Arguments {
  var tenth = ".build/release/tenth"
  var laws = "Laws"
  var peers = "Benchmarks/Peers"
  /// A Python with the other engines installed; without it they are left out.
  var python: String?
  var only: String?
  var isChildAtRest = false
  var program: String

  init(_ words: [String]) {
    program = words.first ?? "benchmarks"
    var rest = words.dropFirst().makeIterator()
    while let word = rest.next() {
      switch word {
      case "--tenth": tenth = rest.next() ?? tenth
      case "--laws": laws = rest.next() ?? laws
      case "--peers": peers = rest.next() ?? peers
      case "--python": python = rest.next()
      case "--only": only = rest.next()
      case "--at-rest": isChildAtRest = true
      default: break
      }
    }
  }
}

/// The machine in words.
enum Machine {
  static var description: String {
    let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    return "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(cpu ?? "unknown processor")"
  }
}

/// Times of one thing, in seconds.
struct Sample {
  let times: [Double]

  init(_ times: [Double]) { self.times = times.sorted() }

  var median: Double { times.isEmpty ? 0 : times[times.count / 2] }

  /// Runs the work so many times after a warm-up, and times each.
  static func of(_ runs: Int, warmUp: Int = 3, _ work: () throws -> Void) rethrows -> Sample {
    for _ in 0..<warmUp { try work() }
    var times: [Double] = []
    for _ in 0..<runs {
      let start = DispatchTime.now().uptimeNanoseconds
      try work()
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
    return Sample(times)
  }

  func row(_ what: String, bar: String, scale: Double, unit: String) -> String {
    func text(_ value: Double?) -> String { String(format: "%.1f %@", (value ?? 0) * scale, unit) }
    return "| \(what) | \(bar) | \(text(median)) | \(text(times.first)) | \(text(times.last)) |"
  }
}
