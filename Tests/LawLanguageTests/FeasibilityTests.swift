import LawLanguage
import Testing

/// Which conditions are told to be never true: only those that are so for certain.
@Suite struct FeasibilityTests {
  private func findings(_ condition: String, definitions: String = "") throws -> [DiagnosticCode] {
    try Literate.check(
      law: """
        \(definitions)
        rule may-share  cite "1"  unverified
          county-jail may share-information
            when \(condition)
        """
    ).diagnostics.map(\.code)
  }

  @Test(arguments: [
    "custody is pretrial and custody is sentenced", "custody is in (pretrial) and custody is sentenced",
    "custody is not in (pretrial, sentenced) and (custody is pretrial or custody is sentenced)",
    "age is 17 and age is 18", "age is 17 and age is over 17", "age is under 18 and age is at least 18",
    "age is at most 17 and age is over 17", "age is over 17 and age is under 18",
    "born is before 2000-01-01 and born is on or after 2000-01-01",
    "born is on or before 2000-01-01 and born is after 2000-01-01",
    "crime-witness and not crime-witness", "not (crime-witness or not crime-witness)",
    "(crime-witness or crime-suspect) and not crime-witness and not crime-suspect",
    "any conviction and no conviction",
  ])
  func aContradictionIsTold(condition: String) throws {
    #expect(try findings(condition) == [.neverApplies])
  }

  @Test(arguments: [
    "custody is in (pretrial) and custody is pretrial", "custody is in (pretrial, sentenced) and custody is sentenced",
    "custody is not in (pretrial) and custody is sentenced", "age is at least 17 and age is at most 17",
    "age is over 16 and age is under 18", "age is 17 and age is under 18", "age is not 17 and age is over 15",
    "born is on or before 2000-01-01 and born is on or after 2000-01-01",
    "born is before 2000-01-01 or born is on or after 2000-01-01", "crime-witness and crime-witness",
    "any conviction where class is felony and no conviction where class is misdemeanor",
    "crime-witness or not crime-witness", "age is 17 or age is 18",
  ])
  func whatCanBeTrueIsNot(condition: String) throws {
    #expect(try findings(condition) == [])
  }

  @Test func whatIsDefinedIsLookedInto() throws {
    let minor = "define minor  cite \"1\"  when age is under 18"
    #expect(try findings("minor and age is at least 18", definitions: minor) == [.neverApplies])
    #expect(try findings("minor and age is at most 18", definitions: minor) == [])
  }

  @Test func aDefinitionWithVersionsMayBeEither() throws {
    let versions = """
      define minor  cite "1"  in force from 2020-01-01 until 2020-12-31  when age is under 18
      define minor  cite "1"  in force from 2021-01-01  when age is under 21
      """
    #expect(try findings("minor and age is at least 40", definitions: versions) == [])
    #expect(try findings("minor and not minor", definitions: versions) == [.neverApplies])
  }

  @Test func whatWouldTakeTooManyTrialsIsNotTold() throws {
    // Three values at each of twenty turning points of two numbers: more than 4096 together.
    let ages = (0..<20).map { "age is \($0 * 10)" }.joined(separator: " or ")
    let days = (0..<20).map { "days-held is \($0 * 10)" }.joined(separator: " or ")
    #expect(try findings("crime-witness and not crime-witness and (\(ages)) and (\(days))") == [])
    #expect(try findings("crime-witness and not crime-witness and (\(ages))") == [.neverApplies])
  }

  @Test(arguments: [(5, [DiagnosticCode.neverApplies]), (6, [])])
  func fourThousandAndNinetySixTrialsAreMade(lists: Int, expected: [DiagnosticCode]) throws {
    // Each fact and each count is true or false: five facts and seven counts make 4096 trials.
    let counts = (0..<lists + 2).map { "(any conviction where convicted-on is before 20\(10 + $0)-01-01)" }
    let flags = ["crime-suspect", "adult-by-appearance", "leaves-state", "exigent"].joined(separator: " or ")
    let condition = "crime-witness and not crime-witness and (\(flags) or \((counts).joined(separator: " or ")))"
    #expect(try findings(condition) == expected)
  }

  @Test func definitionsAreLookedIntoAsDeepAsSixteen() throws {
    func findings(deep count: Int) throws -> [DiagnosticCode] {
      let definitions = (1...count).map {
        "define d\($0)  cite \"1\"  when \($0 == count ? "crime-witness" : "d\($0 + 1)")"
      }
      return try self.findings(
        "d1 and not crime-witness", definitions: definitions.joined(separator: "\n"))
    }
    #expect(try findings(deep: 16) == [.neverApplies])
    #expect(try findings(deep: 17) == [])
  }

  @Test func whatFollowsAContradictionIsNotToldAgain() throws {
    let found = try Literate.check(
      law: """
        rule may-share  cite "1"  unverified
          county-jail may share-information
          when crime-witness and not crime-witness
          when custody is pretrial
          unless age is 17  cite "1(a)"
            (unless age is 18  cite "1(b)" (unless age is 19  cite "1(c)"))
        """
    ).diagnostics
    #expect(
      found.map(\.message) == ["this condition is never true, so the rule `may-share` never applies"])
  }

  @Test func anExceptionToASectionMustReachOneOfItsRules() throws {
    func check(_ condition: String) throws -> [String] {
      try Literate.check(
        law: """
          rule may-share  cite "1(a)"  unverified
            county-jail may share-information  when custody is pretrial
          rule may-notify  cite "1(b)"  unverified
            county-jail may notify-release  when age is under 18
          exception shield  cite "2"  unverified
            to section "1"  when \(condition)
          """
      ).diagnostics.map(\.message)
    }
    #expect(try check("custody is sentenced") == [])
    #expect(try check("custody is pretrial and age is 40") == [])
    #expect(
      try check("custody is sentenced and age is 40")
        == ["the exception `shield` can never apply to any of its rules"])
  }
}
