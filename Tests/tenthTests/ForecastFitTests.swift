import Foundation
import Testing

/// The program's fit: what cannot be fitted is refused in a sentence, and the same seed prints the same bytes.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct ForecastFitTests {
  @Test(
    arguments: [
      (["--draws", "0"], "--draws is from 1 to 200000"), (["--keep", "0"], "--keep is a share above 0, up to 0.5"),
      (["--keep", "nan"], "--keep is a share above 0, up to 0.5"),
      (["--levels", "up"], "--levels is moving or still, not \"up\""),
      (["--threads", "0"], "--threads is from 1 to 1024"),
      (
        ["--draws", "500", "--keep", "0.02"],
        "--draws 500 and --keep 0.02 keep 10 draws, and an interval takes 50; draw or keep more"
      ),
    ])
  func refusesWhatCannotBeFitted(options: [String], sentence: String) throws {
    let outcome = try Program.run(["forecast", "fit"] + options)
    #expect(outcome.errors == "tenth: \(sentence)\n")
    #expect(outcome.output == "")
    #expect(outcome.status == 2)
  }

  @Test func printsTheSameBytesOnOneThreadAndOnEight() throws {
    func output(_ threads: String) throws -> String {
      let outcome = try Program.run(
        ["forecast", "fit", "--draws", "120", "--keep", "0.5", "--seed", "9", "--threads", threads, "--json"])
      #expect(outcome.errors == "" && outcome.status == 0)
      return outcome.output
    }
    let one = try output("1")
    #expect(try output("8") == one)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(one.utf8)) as? [String: Any])
    let numbers = try #require(document["numbers"] as? [[String: Any]])
    #expect(numbers.count == 13)
    #expect(numbers.allSatisfy { $0["prior"] != nil && $0["posterior"] != nil && $0["told"] is String })
  }

  @Test func saysWhereTheMonthsSayNothing() throws {
    let outcome = try Program.run(["forecast", "fit", "--draws", "500", "--keep", "0.1"])
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("documents-issued: ") })
    #expect(lines[place + 2].hasSuffix("the months say nothing of it, the posterior is the prior"))
    #expect(outcome.output.contains("75 more numbers of a run are not drawn"))
    #expect(outcome.output.contains("fiscal year 2024 off by"))
  }
}
