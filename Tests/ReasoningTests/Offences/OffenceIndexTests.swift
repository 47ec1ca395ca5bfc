import LawLanguage
import Reasoning
import Testing

/// Offences looked up in the lists of a made-up law.
@Suite struct OffenceIndexTests {
  private func look(_ text: String, on day: Day = OffenceLaw.day, locality: String? = nil) throws -> OffenceAnswer {
    try OffenceLaw.index(locality: locality).look(up: text, on: day)
  }

  @Test(arguments: [
    "PC 211", "pc 211", "PC211", "P.C. 211", "P. C. 211", "211 PC", "Penal Code 211", "Pen. Code § 211",
    "Penal Code section 211", "Quince Penal Code 211", "Penal Code of Quince 211", "Penal Code Ann. 211", "QQ PC 211",
    "QPC 211", "section 211 of the Penal Code",
    " pc\u{00A0}211 ", "PC 211.", "PC § 211, felony",
  ])
  func aSectionIsFoundInAnyCommonWriting(_ text: String) throws {
    #expect(try look(text).settled?.section == "PC 211")
  }

  @Test(arguments: ["HS 11377", "H&S 11377", "Health and Safety Code 11377", "HSC 11377", "Health & Saf. Code § 11377"])
  func aCodeOfSeveralWordsIsFoundByItsLetters(_ text: String) throws {
    #expect(try look(text).settled?.section == "HS 11377")
  }

  @Test func bracketsThatGoFurtherThanTheListStay() throws {
    #expect(try look("Penal Code 211 (a) (2)").settled?.section == "PC 211(a)(2)")
    #expect(try look("PC 245(A)(1)").settled?.section == "PC 245(a)(1)")
  }

  @Test func aSectionOfWhichTheLawKnowsPartsAsksForThePart() throws {
    let answer = try look("PC 245")
    #expect(answer.settled == nil && answer.isHeld)
    let entry = try #require(answer.found.first)
    #expect(answer.found.count == 1 && entry.section == "PC 245" && entry.match == .section)
    #expect(entry.lists.map(\.list.name) == ["light"])
    #expect(entry.parts.map(\.section) == ["PC 245(a)(1)", "PC 245(a)(2)"])
    #expect(try look("245(a) PC").found.first?.parts.count == 2)
  }

  @Test func aPartIsHeldByTheListsOfTheWholeToo() throws {
    let entry = try #require(try look("PC 245(a)(1)").settled)
    #expect(Set(entry.lists.map(\.list.name)) == ["grave", "light"])
    #expect(entry.lists.first { $0.list.name == "light" }?.entry == "PC 245")
  }

  @Test(arguments: ["211", "PC 211 ROBBERY", "211 PC - 2nd degree robbery"])
  func aSectionWithoutItsCodeOrAmongOtherWordsIsToBeConfirmed(_ text: String) throws {
    let answer = try look(text)
    #expect(answer.found.map(\.section) == ["PC 211"] && answer.found.first?.match == .like)
    #expect(answer.settled == nil)
  }

  @Test func aWritingWithoutBracketsIsToBeConfirmed() throws {
    let answer = try look("PC 245a1")
    #expect(answer.found.map(\.section) == ["PC 245(a)(1)"] && answer.settled == nil)
  }

  @Test func aPointIsPartOfTheNumber() throws {
    #expect(try look("PC 186.2").settled?.section == "PC 186.2")
    #expect(try look("PC 1862").found.isEmpty)
    #expect(try look("PC 18.62").settled?.section == "PC 18.62")
  }

  @Test(arguments: ["VC 211", "PC 2111", "PC 21", "HS 211", "720 ILCS 5/9-1", "PC 211.5"])
  func whatNoListHoldsIsSaidToBeInNone(_ text: String) throws {
    let answer = try look(text)
    #expect(answer.found.isEmpty && !answer.isHeld && answer.hasLists && answer.isSection)
    #expect(answer.sentences(in: "Quince State").first?.hasPrefix("No list of Quince State's law holds") == true)
  }

  @Test func wordsFindEverySectionThatHasThemAllTheNearestFirst() throws {
    #expect(try look("robbery").found.map(\.section) == ["PC 211"])
    #expect(try look("Assault with a firearm").found.map(\.section) == ["PC 245(a)(2)"])
    #expect(try look("ASSAULT").found.map(\.section) == ["PC 245(a)(2)", "PC 245(a)(1)"])
    #expect(try look("robb").found.map(\.section) == ["PC 211"])
    #expect(try look("robbery").settled == nil)
    #expect(try look("robbery").found.first?.match == .words)
  }

  @Test(arguments: ["ROB 1", "ROBBERY 1ST DEG / DV", "NCIC 1299", "1201"])
  func aRostersWordsAndAnNCICCodeOnlySuggest(_ text: String) throws {
    let answer = try look(text)
    #expect(answer.found.isEmpty || answer.found.allSatisfy { $0.match == .words })
    #expect(answer.settled == nil)
    #expect((answer.found + answer.suggested).map(\.section) == ["PC 211"])
  }

  @Test func anAbbreviationIsNoWordOfTheLaw() throws {
    let answer = try look("ASLT 4")
    #expect(answer.found.isEmpty && !answer.isHeld)
    #expect(answer.suggested.map(\.section) == ["PC 245(a)(2)", "PC 245(a)(1)"])
    #expect(answer.suggested.allSatisfy { $0.match == .suggested })
    #expect(try look("NCIC 1301").charge == "assault")
  }

  @Test func whatMustBeKnownBesidesComesFromTheLawsOwnConditions() throws {
    let holding = try #require(try look("PC 211").settled?.lists.first)
    #expect(holding.counts == ["class is felony"] && holding.questions == ["Felony or misdemeanor?"])
    let light = try #require(try look("PC 488").settled?.lists.first)
    #expect(light.counts == ["convicted-on is within 5 years before acted"] && light.questions == ["When?"])
    #expect(light.cite == "1 QQ 1 § 3" && light.title == "The act")
  }

  @Test func theRulesThatRestOnAListAreNamedWithTheirProvenance() throws {
    let rules = try #require(try look("PC 488").settled?.lists.first?.rules)
    #expect(rules.map(\.name.description) == ["qq.act.tell", "qq.act.keep"])
    #expect(rules.map(\.provenance.word) == ["verified", "unverified"])
    #expect(try look("PC 211").settled?.lists.first?.rules.map(\.act) == ["notify"])
  }

  @Test func aMemberCountsOnItsDaysOnly() throws {
    let before = try #require(Day("2020-12-31"))
    #expect(try look("PC 459", on: before).settled?.lists.count == 1)
    let after = try look("PC 459", on: before.adding(days: 1))
    #expect(!after.isHeld)
    #expect(after.found.first?.otherwise.first?.period.until == before)
    let earlier = try #require(Day("2009-12-31"))
    let none = try look("PC 211", on: earlier)
    #expect(!none.hasLists)
  }

  @Test func aLocalitysListsCountWithinItOnly() throws {
    #expect(try look("PC 211").settled?.lists.map(\.list.law) == ["qq.act", "rowan.act"])
    #expect(try look("PC 211", locality: "rowan").settled?.lists.count == 2)
    let elsewhere = OffenceIndex(try OffenceLaw.library(), in: "QQ", locality: "QQ").look(
      up: "MC 9.01", on: OffenceLaw.day)
    #expect(elsewhere.found.isEmpty)
    #expect(try look("MC 9.01", locality: "rowan").isHeld)
  }

  @Test(arguments: ["", "   ", "§", "()", "((((", ")(", "1(", "\u{0}", "(a)(b)", "&&&", "a.b.c.", "é 211", "٢١١"])
  func oddTextsAreAnsweredLikeAnyOther(_ text: String) throws {
    let (short, long) = (try look(text), try look(String(repeating: text + "9", count: 300)))
    #expect(short.settled == nil && long.found.isEmpty)
  }
}

/// Every entry of the lists that the library has.
@Suite struct OffencesOfTheLibraryTests {
  private static let states = ["CA", "CT", "DC", "NC", "NJ", "NY", "VA", "WA"]

  private static func members(_ library: Library) -> [(list: MemberList, member: MemberList.Member)] {
    library.laws.flatMap(\.lists).filter { $0.of == "offence" }.flatMap { list in list.members.map { (list, $0) } }
  }

  /// A day on which both the list and the member count.
  private static func day(_ list: MemberList, _ member: MemberList.Member) -> Day {
    max(list.period.from, member.period.from)
  }

  @Test(arguments: states) func everyEntryIsFoundByItsOwnSection(_ state: String) throws {
    let library = try OffenceLaw.library(of: state)
    let index = OffenceIndex(library, in: state)
    let members = Self.members(library)
    #expect(members.count > 5)
    for (list, member) in members {
      for text in [member.value, member.value.lowercased(), member.value.replacing("(", with: " (")] {
        let answer = index.look(up: text, on: Self.day(list, member))
        #expect(answer.found.first?.match == .section, "\(text)")
        #expect(answer.found.map(\.section) == [member.value], "\(text)")
        #expect(
          answer.found.first?.lists.contains { $0.list == list.name && $0.entry == member.value } == true, "\(text)")
      }
    }
  }

  @Test(arguments: states) func everyEntryIsFoundByItsOwnWords(_ state: String) throws {
    let library = try OffenceLaw.library(of: state)
    let index = OffenceIndex(library, in: state)
    for (list, member) in Self.members(library) {
      guard let label = member.label else { continue }
      let answer = index.look(up: label.uppercased(), on: Self.day(list, member), limit: .max)
      #expect(answer.found.contains { $0.section == member.value }, "\(label)")
      #expect(answer.found.allSatisfy { $0.match == .words }, "\(label)")
      #expect(answer.settled == nil, "\(label)")
    }
  }

  /// What is settled is written so that the engine finds it in the same lists.
  @Test(arguments: states) func whatIsSettledMatchesAsTheEngineMatches(_ state: String) throws {
    let library = try OffenceLaw.library(of: state)
    let index = OffenceIndex(library, in: state)
    for (list, member) in Self.members(library) {
      let day = Self.day(list, member)
      for text in [member.value, member.value + "(z)"] {
        guard let settled = index.look(up: text.uppercased(), on: day).settled else { continue }
        for holding in settled.lists {
          #expect(settled.section == holding.entry || settled.section.hasPrefix(holding.entry + "("), "\(text)")
        }
      }
    }
  }

  @Test func aListOfCodesSaysSo() throws {
    let library = try OffenceLaw.library(of: "CA")
    for list in library.laws.flatMap(\.lists) where list.members.contains(where: { $0.label != nil }) {
      #expect(list.of != nil, "\(list.name)")
    }
  }
}
