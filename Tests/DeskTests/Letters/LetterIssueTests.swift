import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

/// Letters as they go out of an office.
struct LetterIssueTests {
  private func compose(_ ground: LetterGround, number: String) throws -> Letter {
    let facts = LetterFacts(ground, in: RealLaw.law.library.vocabulary)
    let set = try LettersFixture.set.get()
    let kind = try #require(set.kind("copy-cover"))
    var values: [MergeField: FieldValue] = [:]
    for field in kind.fields { values[field] = facts.value(of: field) }
    var occasion = LettersFixture.occasion
    (occasion.letterNumber, occasion.receipt) = (number, ground.receipt)
    return try set.compose(
      LetterRequest(
        "copy-cover", to: "person-in-custody", on: ground.decision, occasion: occasion, values: values,
        now: Instant(seconds: 1_770_000_000)), in: RealLaw.law.library)
  }

  private func issued(_ test: TestOffice, _ id: CaseID, _ crew: Crew) async throws -> (IssuedLetter, [UInt8]) {
    let ground = try await test.office.letterGround(of: id, for: crew.clerk)
    let number = IssuedLetter.newNumber()
    let pdf = Array("%PDF-1.7 stands for the letter \(number)".utf8)
    let letter = IssuedLetter(
      try compose(ground, number: number), number: number, document: digest(of: pdf), receipt: ground.receipt,
      isByPolicy: true)
    return (letter, pdf)
  }

  @Test func aLetterIsKeptAsADocumentAndItsHolderCanCheckIt() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", person: Person(name: "Sample Person One")).id
    let (letter, pdf) = try await issued(test, id, crew)
    let version = try await test.office.caseFile(id, for: crew.clerk).version
    _ = try await test.office.issue(letter, pdf: pdf, in: id, version: version, by: Hand(crew.clerk))
    let file = try await test.office.caseFile(id, for: crew.clerk)
    #expect(file.letters.map(\.entry) == [letter] && file.documents.map(\.direction) == [.sent])
    #expect(try await test.office.document(letter.document, of: id, for: crew.clerk) == pdf)
    // Not before the log is published, and then with the salt, so that the payload can be checked.
    #expect(try await test.office.proof(ofLetter: letter.number, in: id, for: crew.clerk).proof == nil)
    _ = try await test.office.ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    test.clock.advance(hours: 1)
    let proven = try await test.office.proof(ofLetter: letter.number, in: id, for: crew.clerk)
    let proof = try #require(proven.proof)
    let payload = String(decoding: proven.payload, as: UTF8.self)
    #expect(payload == #"{"event":"letter.issued","letter":"\#(letter.number)","sha256":"\#(letter.document)"}"#)
    let salt = try #require(proof.extra)
    let entry = LogEntry(number: proof.index, commitment: Commitment(salt: salt, payload: proven.payload))
    try proof.check(entry: entry.bytes, trusting: await test.office.ledger.verifier)
  }

  @Test func theReceiptOnALetterIsTheSaltedOneOfTheLog() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", person: Person(name: "Sample Person One")).id
    let ground = try await test.office.letterGround(of: id, for: crew.clerk)
    let proposal = try #require(ground.file.proposal)
    #expect(ground.receipt != proposal.digest && ground.receipt.utf8.count == 64)
    let (_, events, entries) = try await test.office.history(of: id, for: crew.clerk)
    let index = try #require(events.lastIndex { $0.what.kind == .proposed })
    let logged = try await test.office.ledger.pool.read { try test.office.ledger.entry(entries[index], in: $0) }
    #expect(ground.receipt == logged.commitment.bytes.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined())
  }

  @Test func whileCitizenshipIsInQuestionOnlyThePersonIsWrittenTo() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", person: Person(name: "Sample Person One")).id
    try await test.run(.raiseCitizenship(evidence: "US passport seen"), on: id, by: crew.clerk)
    let (letter, pdf) = try await issued(test, id, crew)
    let version = try await test.office.caseFile(id, for: crew.clerk).version
    _ = try await test.office.issue(letter, pdf: pdf, in: id, version: version, by: Hand(crew.clerk))
    #expect(try await test.office.caseFile(id, for: crew.clerk).letters.count == 1)
  }

  @Test func numbersOfLettersAreNotCounted() {
    let numbers = Set((0..<500).map { _ in IssuedLetter.newNumber() })
    #expect(numbers.count == 500 && numbers.allSatisfy(IssuedLetter.isNumber))
    #expect(!IssuedLetter.isNumber("L-1") && !IssuedLetter.isNumber("2026-00017"))
  }

  @Test func sendingTheFormTwiceIssuesOneLetter() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", person: Person(name: "Sample Person One")).id
    let version = try await test.office.caseFile(id, for: crew.clerk).version
    for _ in 0..<2 {
      let (letter, pdf) = try await issued(test, id, crew)
      _ = try await test.office.issue(
        letter, pdf: pdf, in: id, version: version, by: Hand(crew.clerk, idempotencyKey: "once"))
    }
    #expect(try await test.office.caseFile(id, for: crew.clerk).letters.count == 1)
  }
}

/// What counsel sees before law is adopted.
struct AdoptionPreviewTests {
  @Test func openCasesThatTheWaitingLawWouldDecideOtherwiseAreNamed() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    #expect(try await test.office.adoptionPreview(for: crew.counsel).looked == 0, "nothing waits")
    try test.office.lay(
      beside: RealLaw.files.map { file in
        guard file.path == "il/trust.md" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
        return SourceFile(
          path: file.path, text: text.replacing(#"rule no-hold  cite "15(a)""#, with: #"rule no-hold  cite "15(z)""#))
      })
    let preview = try await test.office.adoptionPreview(for: crew.counsel)
    #expect(preview.looked == 1 && !preview.isCut)
    #expect(preview.cases.map(\.id) == [id])
    #expect(preview.cases.first?.change?.answers.isEmpty == false)
    // Nothing was recorded by looking.
    #expect(try await test.office.caseFile(id, for: crew.officer).proposalCount == 1)
    #expect(try await test.office.adoptionPreview(for: crew.administrator).looked == 0)
  }
}
