import Foundation

/// Makes what the desk is measured on, and measures what needs no server. `Benchmarks/run-desk` calls it.
///
///     desk-benchmarks fill DIR CASES      adds cases to the folder of a demonstration that is not being served
///     desk-benchmarks log DIR ENTRIES     writes a log of so many entries to DIR/log, for `tenth verify`
///     desk-benchmarks letters COUNT       composes and typesets letters; prints a row of the table
@main
enum DeskBenchmarks {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch (words.first, words.count) {
      case ("fill", 3): try await FilledDesk(folder: words[1]).add(count(words[2]))
      case ("log", 3): try await LongLog(folder: words[1]).write(count(words[2]))
      case ("letters", 2): print(try await ManyLetters(count: count(words[1])).row())
      default: throw Misuse(sentence: "use: desk-benchmarks fill DIR CASES | log DIR ENTRIES | letters COUNT")
      }
    } catch {
      FileHandle.standardError.write(Data("The measurement stopped: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func count(_ text: String) throws -> Int {
    guard let number = Int(text), (1...10_000_000).contains(number) else {
      throw Misuse(sentence: "\"\(text)\" is not a number from 1 to 10000000")
    }
    return number
  }

  struct Misuse: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
  }
}

/// One line that says how far long work has come.
struct Progress {
  let what: String
  let total: Int

  func reached(_ done: Int) {
    let text = "\r\(what): \(done) of \(total)" + (done >= total ? "\n" : "")
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// The library of the checkout.
enum LawFiles {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
