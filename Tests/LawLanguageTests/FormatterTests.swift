import FuzzProperties
import LawLanguage
import Testing

@Suite struct FormatterTests {
  private func format(_ law: String) -> String? {
    LawFormatter.format(document(law: law)).map { text in
      String(text.dropFirst("# § 1\n\n```law\n".count).dropLast("\n```\n".count))
    }
  }

  @Test(arguments: Repository.documents)
  func formattingIsIdempotentAndChangesNoLaw(path: String) throws {
    let file = try Repository.file(path)
    let text = try #require(LawFormatter.format(file))
    let formatted = SourceFile(path: path, text: text)
    #expect(LawFormatter.format(formatted) == text)
    #expect(shape(of: formatted) == shape(of: file))
  }

  @Test func aRuleIsLaidOutAsTheReferenceDoes() {
    let law =
      "rule no-interview cite \"15(h)(2)\" secondary \"AG\" in force from 2021-08-02 police must not allow-interview unless b cite \"15(h)\" on a paper in x when a1 and c"
    #expect(
      format(law) == """
        rule no-interview  cite "15(h)(2)"  in force from 2021-08-02  secondary "AG"
          police must not allow-interview
            on a paper in x
            when a1 and c
            unless b  cite "15(h)"
        """)
  }

  @Test func declarationsOfALawAreLaidOut() {
    let law = """
      law il.trust cite "5 ILCS 805" by statute of IL in force from 2017-08-28 creates no authority
      define d cite "1" when a1 or b
      exception e cite "1" unverified to section "15" when a1 unless b cite "2" (unless c cite "3" unless f cite "4")


      void v cite "1" unverified strikes must not hold by ordinance when a1
      suspended s cite "1" unverified from 2025-01-01 rules r for police in ilnd over hold
      contested c cite "1" unverified reading x from ca7 says "one" reading y from ca9 marked says "two"
      presume p cite "1" unverified adult is yes when a1
      """
    #expect(
      format(law) == """
        law il.trust  cite "5 ILCS 805"  by statute of IL  in force from 2017-08-28  creates no authority
        define d  cite "1"
          when a1 or b
        exception e  cite "1"  unverified
          to section "15"
          when a1
          unless b  cite "2"
            (unless c  cite "3"
             unless f  cite "4")

        void v  cite "1"  unverified
          strikes must not hold by ordinance
          when a1
        suspended s  cite "1"  unverified  from 2025-01-01
          rules r
          for police  in ilnd  over hold
        contested c  cite "1"  unverified
          reading x from ca7  says "one"
          reading y from ca9 marked  says "two"
        presume p  cite "1"  unverified
          adult is yes  when a1
        """)
  }

  @Test func membersShareLinesUnlessTheyHaveLabels() {
    let names = (1...20).map { "paper-number-\($0)" }
    let formatted = format("list l cite \"1\" \(names.joined(separator: ","))")
    #expect(formatted?.split(separator: "\n").map(\.count).max() ?? 0 <= 140)
    #expect(formatted?.split(separator: "\n").count == 4)
    #expect(
      format("list l of offence cite \"1\" \"a\" \"A\", \"b\" \"B\"\n  from 2020-01-01") == """
        list l of offence  cite "1"
          "a" "A",
          "b" "B" from 2020-01-01
        """)
  }

  @Test func aLongConditionBreaksAtItsConnectives() {
    let long = (1...4).map { "a-rather-long-name-of-a-fact-\($0)" }
    #expect(
      format(
        "rule r cite \"1\" unverified police must hold when \(long[0]) and (\(long[1]) or \(long[2])) and \(long[3]) cite \"2\""
      ) == """
        rule r  cite "1"  unverified
          police must hold
            when \(long[0])
              and (\(long[1]) or \(long[2]))
              and \(long[3])  cite "2"
        """)
  }

  @Test func citationsOfNeighbouringExceptionsStandBelowEachOther() {
    #expect(
      format("rule r cite \"1\" unverified police must hold unless a1 cite \"2\" unless longer cite \"3\" unless b")
        == """
        rule r  cite "1"  unverified
          police must hold
            unless a1      cite "2"
            unless longer  cite "3"
            unless b
        """)
  }

  @Test func whatDoesNotFitGoesOnToTheNextLine() {
    let source = "\"\(String(repeating: "x", count: 100))\""
    let acts = (1...8).map { "a-rather-long-act-\($0)" }
    #expect(
      format(
        "rule r cite \"1\" in force from 2025-01-01 verified \(source) police must hold on a paper in a-rather-long-list-of-papers accompanied by a paper in another-rather-long-list-of-papers\nvoid v cite \"1\" unverified strikes must not \(acts.joined(separator: ", ")) by policy"
      ) == """
        rule r  cite "1"  in force from 2025-01-01
          verified \(source)
          police must hold
            on a paper in a-rather-long-list-of-papers
              accompanied by a paper in another-rather-long-list-of-papers
        void v  cite "1"  unverified
          strikes must not \(acts[0...4].joined(separator: ", ")),
            \(acts[5...7].joined(separator: ", ")) by policy
        """)
  }

  @Test func commentsStayWithWhatTheyAreAbout() {
    let law = """
      # about the rule
      rule r cite "1" unverified # head
      police must hold # body
        unless b cite "2" # why b
        # about the paper
        on a paper in x
        # that was all

      # about the list
      list l cite "1" # list
      a1, # first
      b # second

      # the end
      """
    let formatted = """
      # about the rule
      rule r  cite "1"  unverified  # head
        police must hold  # body
          # about the paper
          on a paper in x
          unless b  cite "2"  # why b
        # that was all

      # about the list
      list l  cite "1"  # list
        a1,  # first
        b  # second

      # the end
      """
    #expect(format(law) == formatted)
    #expect(format(formatted) == formatted)
  }

  @Test func aCaseIsLaidOutLineByLine() {
    let file = document(
      case:
        "on 2025-01-22 at 16:00 , a jail in IL is asked to hold,by an i247a\n\n\n   given x expect must not hold , forbidden"
    )
    #expect(
      LawFormatter.format(file)?.hasSuffix(
        """
        on 2025-01-22 at 16:00, a jail in IL is asked to hold, by an i247a

        given x
        expect must not hold, forbidden
        ```

        """) == true)
  }

  @Test func whatStandsOutsideOfBlocksStaysAsItIs() {
    let prose = "#  A   heading  \n\n* item\t\n\n\n```text\nrule   r\n```\n"
    let text = "\(prose)```law\nagency   a \"a\"\n```   \n\n\n  last line without a break"
    #expect(
      LawFormatter.format(SourceFile(path: "a", text: text))
        == "\(prose)```law\nagency a \"a\"\n```   \n\n\n  last line without a break")
  }

  @Test func lineBreaksOfABlockAreThoseOfItsFence() {
    #expect(
      LawFormatter.format(SourceFile(path: "a", text: "x\n```law\r\nagency  a \"a\"\r\nagency b \"b\"\n```\r\n"))
        == "x\n```law\r\nagency a \"a\"\r\nagency b \"b\"\r\n```\r\n")
  }

  @Test func whatDoesNotParseIsNotFormatted() {
    #expect(format("agency") == nil)
  }

  @Test func blocksSurviveAnyBreakingAndAnyComments() throws {
    var numbers = SeededNumbers(state: 5)
    for path in Repository.documents {
      let file = try Repository.file(path)
      for _ in 0..<(path == "docs/language.md" ? 8 : 1) {
        let (disturbed, notes) = disturb(file, &numbers)
        #expect(shape(of: disturbed) == shape(of: file))
        let text = try #require(LawFormatter.format(disturbed))
        let formatted = SourceFile(path: path, text: text)
        #expect(LawFormatter.format(formatted) == text)
        #expect(shape(of: formatted) == shape(of: file))
        for note in 0..<notes { #expect(text.contains("# note \(note).")) }
      }
    }
  }

  /// Puts line breaks and comments between the tokens of the law blocks.
  private func disturb(_ file: SourceFile, _ numbers: inout SeededNumbers) -> (SourceFile, notes: Int) {
    var notes = 0
    var isBlock = false
    var isShown = false
    var lines: [String] = []
    for line in file.text(SourceRange(0, file.bytes.count)).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isBlock, !isShown {
          isShown = !(line.hasPrefix("```law") || line.hasPrefix("```case"))
        } else if isShown {
          isShown = false; lines.append(String(line)); continue
        }
        isBlock = !isShown && (line.hasPrefix("```law") || line.hasPrefix("```case"))
        lines.append(String(line))
        continue
      }
      guard isBlock else {
        lines.append(String(line))
        continue
      }
      var isText = false
      var isComment = false
      var changed = ""
      for (offset, character) in line.enumerated() {
        if character == "\"" { isText.toggle() }
        if character == "#", !isText { isComment = true }
        guard character == " ", !isText, !isComment, Int.random(in: 0..<8, using: &numbers) == 0 else {
          changed.append(character)
          continue
        }
        // Where a word that also begins a declaration begins a line, its indentation tells which it is.
        let next = line.dropFirst(offset + 1).prefix { $0.isLetter }
        let indentation = ["agency", "court", "district", "locality"].contains(next) ? "   " : ""
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: changed += "\n   "
        case 1:
          changed += " # note \(notes).\n\(indentation)"
          notes += 1
        default:
          changed += "\n  # note \(notes).\n\n\(indentation)"
          notes += 1
        }
      }
      lines.append(changed)
    }
    return (SourceFile(path: file.path, text: lines.joined(separator: "\n")), notes)
  }
}
