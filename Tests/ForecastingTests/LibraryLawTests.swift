import Forecasting
import Foundation
import LawLanguage
import Reasoning
import Testing

/// The library that comes with the program.
private let library: Library? = {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Laws").path
  var files: [SourceFile] = []
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  for path in paths.sorted() where path.hasSuffix(".md") {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
    files.append(SourceFile(path: path, bytes: Array(bytes)))
  }
  return Library.check(files).library
}()

@Suite struct LibraryLawTests {
  private func law(without states: Set<String> = []) throws -> LibraryLaw {
    let library = try #require(library)
    return LibraryLaw(library, digests: LibraryDigests(of: library)).leavingOut(states)
  }

  private func answer(_ law: LibraryLaw, _ code: String, _ kind: RequestClass, _ day: String) throws -> Cooperation {
    let table = CountyTable.unitedStates
    let county = table.all[try #require(table.index(of: code))]
    return law.answers(county, state: table.states[county.state], kind, on: try #require(Day(day)))
  }

  @Test("Illinois forbids holds, Texas commands them, and in Ohio no authority for one is found")
  func answers() throws {
    let law = try law()
    #expect(try answer(law, "17031", .none, "2025-01-22").hold == .prohibited)
    #expect(try answer(law, "48201", .none, "2025-01-22").hold == .required)
    // No authority found is no ban: practice does not follow it as one.
    #expect(try answer(law, "39035", .none, "2025-01-22").hold == .unauthorised)
  }

  @Test("California allows notice about a robber and not about a person without a conviction")
  func classes() throws {
    let law = try law()
    #expect(try answer(law, "06037", .violentConviction, "2025-06-02").notice == .permitted)
    #expect(try answer(law, "06037", .none, "2025-06-02").notice == .prohibited)
  }

  @Test("the day decides: the day on which Illinois' Act begins is one on which the law turns")
  func days() throws {
    let law = try law()
    #expect(try answer(law, "17089", .none, "2017-08-28").hold == .prohibited)
    let (first, last) = try (#require(Day("2017-08-01")), #require(Day("2017-09-30")))
    #expect(try law.changes(after: first, through: last).contains(#require(Day("2017-08-28"))))
  }

  @Test("a state's law can be left out, and the run's name says so")
  func without() throws {
    let law = try law(without: ["IL"])
    #expect(try answer(law, "17031", .none, "2025-01-22") == .leftToAgency)
    #expect(law.identity.contains("without IL"))
    #expect(try law.identity != self.law().identity)
  }

  @Test(
    "every state of the library answers about holds for some class",
    arguments: CountyTable.unitedStates.states.map(\.code))
  func determined(state: String) throws {
    let law = try law()
    let table = CountyTable.unitedStates
    let place = try #require(table.state(state))
    let county = table.all[table.states[place].counties.lowerBound]
    let day = try #require(Day("2026-03-02"))
    for kind in RequestClass.allCases {
      let answer = law.answers(county, state: table.states[place], kind, on: day)
      let isOpen = [answer.hold, answer.notice, answer.transfer].contains(.undetermined)
      #expect(!isOpen, "\(kind): \(answer)")
      #expect(!answer.ground.isEmpty)
    }
  }

  @Test("the ground of an answer is the law's own section")
  func grounds() throws {
    let law = try law()
    #expect(try answer(law, "17031", .none, "2025-01-22").ground.contains("805"))
    #expect(try answer(law, "39035", .none, "2025-01-22").ground == "no law found that gives authority")
    #expect(try answer(self.law(without: ["IL"]), "17031", .none, "2025-01-22").ground.contains("287.7"))
  }
}
