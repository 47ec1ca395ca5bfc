import Conformity
import LawLanguage
import Reasoning
import Testing

/// An engine that is right but for one thing.
private struct WrongEngine: BackEnd {
  let name = "a wrong engine"
  private var engine = FastBackEnd()
  private let distort: @Sendable (inout Reply) -> Void

  init(_ distort: @escaping @Sendable (inout Reply) -> Void) { self.distort = distort }

  mutating func load(_ law: LoadedLaw) throws(BackEndFailure) { engine.load(law) }

  func decide(_ inquiry: Inquiry) throws(BackEndFailure) -> Outcome {
    guard case .reply(var reply) = try engine.decide(inquiry) else { return .beyond("never") }
    distort(&reply)
    return .reply(reply)
  }
}

/// A wrong engine fails, and the report names the case.
@Suite struct WrongEngineTests {
  private static let document = "by-hand-hold-by-offence-date"
  private static let theCase = "by-hand-hold-by-offence-date/jails/the-last-minute"

  /// What the report shows of the case.
  private func shown(_ distort: @escaping @Sendable (inout Reply) -> Void) throws -> String {
    let result = try Checkout.run(Checkout.document(Self.document), on: WrongEngine(distort))
    #expect(![result].conforms)
    let failure = try #require(result.failures.first { $0.id == Self.theCase })
    #expect(Checkout.report(result).contains("\(Self.theCase): the last minute"))
    return failure.mismatches.map { "\($0.expected) / \($0.found)" }.joined(separator: "\n")
  }

  @Test func aRightEngineConforms() throws {
    let result = try Checkout.run(Checkout.document(Self.document), on: WrongEngine { _ in })
    #expect([result].conforms, "\(Checkout.report(result))")
  }

  @Test func aWrongAnswerFails() throws {
    let shown = try shown { for index in $0.answers.indices { $0.answers[index].answer = .permitted } }
    #expect(shown.contains("must hold, commanded"))
    #expect(shown.contains("/ may hold, commanded"))
  }

  @Test func aWrongBasisFails() throws {
    let shown = try shown { for index in $0.answers.indices { $0.answers[index].basis = .granted } }
    #expect(shown.contains("/ must hold, granted"))
  }

  @Test func aMissingReasonFails() throws {
    let shown = try shown { for index in $0.answers.indices { $0.answers[index].reasons = [] } }
    #expect(shown.contains("nc.jails.hold-on-order not among the reasons: none"))
  }

  @Test func aWindowThatEndsAMinuteLaterFails() throws {
    let shown = try shown { reply in
      for index in reply.answers.indices {
        guard let until = reply.answers[index].window?.until else { continue }
        reply.answers[index].window?.until = Instant(seconds: until.seconds + 60)
      }
    }
    #expect(shown.contains("window hold until 2025-10-12 17:00"))
  }

  @Test func aDutyThatIsNotToldFails() throws {
    #expect(try shown { $0.duties = [] }.contains("/ no such duty"))
  }

  @Test func aDutyThatIsOnlyPossibleFails() throws {
    let shown = try shown { for index in $0.duties.indices { $0.duties[index].isCertain = false } }
    #expect(shown.contains("/ perhaps tell-agents to immigration-agents due 2025-10-10 19:00"))
  }

  @Test func aFactTooManyFails() throws {
    let result = try Checkout.run(
      Checkout.document(Self.document),
      on: WrongEngine { for index in $0.answers.indices { $0.answers[index].asking.insert("other-process") } })
    #expect(result.failures.map(\.id).contains("\(Self.document)/jails/the-magistrate-has-not-decided"))
  }

  @Test func whatIsBeyondAnEngineIsCountedAndNamed() throws {
    struct Modest: BackEnd {
      let name = "a modest engine"
      func load(_ law: LoadedLaw) {}
      func decide(_ inquiry: Inquiry) -> Outcome { .beyond("no clocks") }
    }
    let result = try Checkout.run(Checkout.document(Self.document), on: Modest())
    #expect(result.failed == 0)
    #expect(result.beyond.count == (try Checkout.document(Self.document).cases.count))
    #expect(Checkout.report(result).contains("beyond it: \(Self.theCase): no clocks"))
    // Who answers nothing does not conform.
    #expect(![result].conforms)
  }
}
