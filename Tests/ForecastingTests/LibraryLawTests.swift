import Forecasting
import Foundation
import LawLanguage
import Reasoning
import Testing

/// The documents that come with the program.
private let documents: [SourceFile] = {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Laws").path
  var files: [SourceFile] = []
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  for path in paths.sorted() where path.hasSuffix(".md") {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
    files.append(SourceFile(path: path, bytes: Array(bytes)))
  }
  return files
}()

private func law(of files: [SourceFile]) throws -> LibraryLaw {
  let library = try #require(Library.check(files).library)
  return try LibraryLaw(library, digests: LibraryDigests(of: library))
}

/// Asked once for all tests: it keeps what it was answered.
private let shared = Result { try law(of: documents) }

@Suite struct LibraryLawTests {
  private func answer(
    _ code: String, _ kind: RequestClass, _ day: String, under law: LibraryLaw? = nil
  ) throws -> Cooperation {
    let table = CountyTable.unitedStates
    let county = table.all[try #require(table.index(of: code))]
    let asked = try law ?? shared.get()
    return try asked.answers(county, state: table.states[county.state], kind, on: try #require(Day(day)))
  }

  @Test("Illinois forbids holds, Texas commands them, and in Ohio no authority for one is found")
  func answers() throws {
    #expect(try answer("17031", .none, "2025-01-22").hold == .prohibited)
    #expect(try answer("48201", .none, "2025-01-22").hold == .required)
    // No authority found is no ban: practice does not follow it as one.
    #expect(try answer("39035", .none, "2025-01-22").hold == .unauthorised)
  }

  @Test("the part of the library that an office reads answers for its counties as the whole does")
  func part() throws {
    let part = try law(of: documents.filter { ["vocabulary.md", "us", "il"].contains($0.path.prefix { $0 != "/" }) })
    let whole = try shared.get()
    for kind in RequestClass.allCases {
      let asked = try answer("17031", kind, "2025-01-22", under: part)
      #expect(try asked == answer("17031", kind, "2025-01-22"))
      let bare = try answer("17031", kind, "2025-01-22", under: part.leavingOut(["IL"]))
      #expect(try bare == answer("17031", kind, "2025-01-22", under: whole.leavingOut(["IL"])))
    }
  }

  @Test(
    "states that command holds are answered so about the usual request",
    arguments: [
      ("AL", "01073", "2025-06-02"), ("FL", "12086", "2025-06-02"), ("GA", "13121", "2025-06-02"),
      ("IA", "19153", "2025-06-02"), ("ID", "16001", "2026-11-16"), ("LA", "22051", "2025-06-02"),
      ("NC", "37119", "2025-06-02"), ("NH", "33011", "2026-03-02"), ("OK", "40109", "2026-11-16"),
      ("TN", "47157", "2026-11-16"), ("TX", "48113", "2025-06-02"),
    ])
  func commands(state: String, county: String, day: String) throws {
    for kind in RequestClass.allCases { #expect(try answer(county, kind, day).hold == .required, "\(kind)") }
  }

  @Test(
    "no state's answer about hold, notice or transfer is open", arguments: CountyTable.unitedStates.states.map(\.code))
  func determined(state: String) throws {
    let table = CountyTable.unitedStates
    let place = try #require(table.state(state))
    let code = table.all[table.states[place].counties.lowerBound].code
    for day in ["2024-10-01", "2025-09-02", "2026-03-02", "2026-11-16", "2030-01-01"] {
      for kind in RequestClass.allCases {
        let answer = try answer(code, kind, day)
        for act in [answer.hold, answer.notice, answer.transfer] {
          #expect(act.name != "undetermined", "\(day), \(kind): \(answer)")
        }
        #expect(!answer.ground.isEmpty)
      }
    }
  }

  @Test("a county under an order or a law of its own is not answered for its neighbours, nor they for it")
  func ownLaw() throws {
    // Cacho v. Gusman binds the sheriff of Orleans Parish; Jefferson Parish is of the same federal district.
    #expect(try answer("22071", .none, "2025-06-02").hold == .prohibited)
    #expect(try answer("22051", .none, "2025-06-02").hold == .required)
    // Lopez-Aguilar bound Marion County until May 2019; Hamilton County is of the same federal district.
    #expect(try answer("18097", .none, "2018-06-01").ground != answer("18057", .none, "2018-06-01").ground)
    // A consolidated city and county is found by its county's code, and a county is no city of its name.
    let table = CountyTable.unitedStates
    func place(_ code: String) throws -> String {
      let county = table.all[try #require(table.index(of: code))]
      return try shared.get().place(of: county, state: table.states[county.state])
    }
    #expect(try place("51159") == "VA" && place("51760") != "VA")
    #expect(try place("20209") == "wyandotte-county" && place("22071") == "orleans-parish")
    #expect(try place("36047") == "new-york-city" && place("35013") != "NM")
  }

  @Test(
    "where the state runs the jails, its department of corrections is asked",
    arguments: ["AK", "CT", "DE", "HI", "RI", "VT"])
  func unified(state: String) throws {
    let document = RequestMix.document(.none, state: state, place: state, on: try #require(Day("2025-06-02")))
    #expect(document.contains("\"agency\": \"state-prison\""))
    #expect(RequestMix.document(.none, state: "OH", place: "OH", on: Day(number: 20_000)).contains("county-jail"))
  }

  @Test("California allows notice about a robber and not about a person without a conviction")
  func classes() throws {
    #expect(try answer("06037", .violentConviction, "2025-06-02").notice == .permitted)
    #expect(try answer("06037", .none, "2025-06-02").notice == .prohibited)
  }

  @Test("the day decides: the day on which Illinois' Act begins is one on which the law turns")
  func days() throws {
    #expect(try answer("17089", .none, "2017-08-28").hold == .prohibited)
    let (first, last) = try (#require(Day("2017-08-01")), #require(Day("2017-09-30")))
    #expect(try shared.get().changes(after: first, through: last).contains(#require(Day("2017-08-28"))))
  }

  @Test("a state's law can be left out: the engine is asked as if it had not been passed, and the run's name says so")
  func without() throws {
    let law = try shared.get().leavingOut(["IL", "TX"])
    for code in ["17031", "48201"] {
      let answer = try answer(code, .none, "2025-01-22", under: law)
      // As in a state that has passed nothing, not as a rule of the model's own.
      #expect(try answer == self.answer("39035", .none, "2025-01-22"))
      #expect(answer.hold == .unauthorised && answer.notice == .permitted)
    }
    #expect(law.identity.contains("without IL, TX"))
    #expect(try law.identity != shared.get().identity)
    #expect(try answer("06037", .none, "2025-01-22", under: law) == answer("06037", .none, "2025-01-22"))
  }

  @Test("a document of a state that holds only worked examples goes with the laws that they name")
  func examplesAlone() throws {
    let examples = SourceFile(
      path: "il/examples.md",
      text: """
        # Examples

        ```case "a hold on a detainer"  derived "the Act"
        on 2025-01-22, a county-jail in IL is asked to hold, by an i247a
        expect must not hold, forbidden, because il.trust.no-hold
        ```

        """)
    let law = try law(of: documents + [examples])
    #expect(try answer("17031", .none, "2025-01-22", under: law.leavingOut(["IL"])).hold == .unauthorised)
  }

  @Test("a day before any law of a state is answered as in a state that has passed nothing")
  func before() throws {
    #expect(try answer("56021", .none, "2024-10-01").hold == .unauthorised)
  }

  @Test("a fact of the usual request that was renamed is an error, and no open law")
  func renamed() throws {
    let changed = documents.map { file in
      guard file.path.hasPrefix("al/") else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SourceFile(path: file.path, text: text.replacingOccurrences(of: "al-stay-applies", with: "al-stay-holds"))
    }
    let law = try law(of: changed)
    #expect(throws: LawProblem.self) { try answer("01073", .none, "2025-06-02", under: law) }
    #expect(try answer("48201", .none, "2025-01-22", under: law).hold == .required)
  }

  @Test("an open answer has the mean of the answers that are possible, not a side")
  func open() {
    let values = ParameterValues.best
    func hold(_ answer: CooperationAnswer) -> Double {
      PracticeShares(Cooperation(hold: answer, notice: .permitted, transfer: .permitted), values).hold
    }
    let open = CooperationAnswer.undetermined(among: [.required, .prohibited])
    #expect(abs(hold(open) - (hold(.required) + hold(.prohibited)) / 2) < 1e-12)
    #expect(hold(.undetermined(among: [.required])) == hold(.required))
  }

  @Test("the ground of an answer is the law's own section")
  func grounds() throws {
    #expect(try answer("17031", .none, "2025-01-22").ground.contains("805"))
    #expect(try answer("39035", .none, "2025-01-22").ground == "no law found that gives authority")
  }

  @Test(
    "counties that are answered as one are answered alike",
    .enabled(if: ProcessInfo.processInfo.environment["TENTH_LONG"] != nil))
  func alike() throws {
    let library = try #require(Library.check(documents).library)
    let prepared = PreparedLibrary(library, digests: LibraryDigests(of: library))
    let day = try #require(Day("2026-11-16"))
    let table = CountyTable.unitedStates
    for place in library.vocabulary.places where place.kind == .locality && place.within == nil {
      let title = place.title.split(separator: ",").first.map(String.init) ?? place.title
      guard let state = place.inside.flatMap(table.state),
        !["AK", "CT", "DE", "HI", "RI", "VT"].contains(place.inside),
        let county = table.all[table.states[state].counties].first(where: { "\($0.name) County" == title })
      else { continue }
      let code = table.states[state].code
      let text = RequestMix.document(.none, state: code, place: place.name, on: day)
      let request = try library.request(
        from: RequestDraft(json: RequestText(Array(text.utf8), from: "test")),
        now: Instant(seconds: Int64(day.number) * 86_400))
      let own = try prepared.decide(request).answers.first { $0.act == "hold" }?.answer
      let model = try answer(county.code, .none, "2026-11-16").hold
      let isSame =
        switch own {
        case .required: model == .required
        case .permitted: model == .permitted
        case .prohibited: model == .prohibited || model == .unauthorised
        default: false
        }
      #expect(isSame, "\(place.name): \(own.map { "\($0)" } ?? "none"), \(model)")
    }
  }
}
