import LawLanguage
import Reasoning
import Reference

/// The engine that `tenth decide` uses.
package struct FastBackEnd: BackEnd {
  package let name = "the fast path"
  private var loaded: (library: Library, digests: LibraryDigests)?

  package init() {}

  package mutating func load(_ law: LoadedLaw) { loaded = (law.library, LibraryDigests(of: law.library)) }

  package func decide(_ inquiry: Inquiry) throws(BackEndFailure) -> Outcome {
    guard let loaded else { throw .refused("no law is loaded") }
    let request = try inquiry.request(in: loaded.library)
    do {
      return .reply(Reply(try Reasoning.decide(request, in: loaded.library, digests: loaded.digests)))
    } catch {
      throw .refused("\(error.place) has no time zone that is known")
    }
  }
}

/// The reference interpreter: every completion, one by one.
package struct InterpreterBackEnd: BackEnd {
  package let name = "the reference interpreter"
  /// How many completions of one question it goes through.
  private let limit: Int
  private var library: Library?

  package init(limit: Int = 20_000) { self.limit = limit }

  package mutating func load(_ law: LoadedLaw) { library = law.library }

  package func decide(_ inquiry: Inquiry) throws(BackEndFailure) -> Outcome {
    guard let library else { throw .refused("no law is loaded") }
    let request = try inquiry.request(in: library)
    do {
      return .reply(Reply(try interpret(request, in: library, limit: limit), of: request, in: library))
    } catch InterpretationError.tooManyCompletions {
      return .beyond("there are more than \(limit) completions")
    } catch {
      throw .refused("the interpreter refuses the request: \(error)")
    }
  }
}

extension Inquiry {
  /// The request, held against the words of a library.
  fileprivate func request(in library: Library) throws(BackEndFailure) -> Request {
    do {
      // No case says `today`: any instant will do.
      return try library.request(from: RequestDraft(request), now: Instant(seconds: 0))
    } catch {
      throw .refused(error.issues.first?.description ?? "the request cannot be read")
    }
  }
}

extension Reply {
  /// What the interpreter found.
  fileprivate init(_ finding: Finding, of request: Request, in library: Library) {
    self.init(
      answers: finding.answers.map { answer in
        let isBounded = answer.windowFrom != nil || answer.windowUntil != nil || answer.windowIsOpen
        return Answered(
          act: answer.act, answer: answer.answer, basis: answer.basis, ground: request.paper(at: answer.ground)?.kind,
          window: isBounded
            ? Window(from: answer.windowFrom, until: answer.windowUntil, isOpen: answer.windowIsOpen) : nil,
          first: answer.first,
          reasons: answer.reasons.map { NormPart(rule: $0.rule, role: $0.role) }
            .sorted { ($0.rule.description, $0.role.rawValue) < ($1.rule.description, $1.role.rawValue) },
          cautions: answer.cautions.sorted { $0.rawValue < $1.rawValue },
          asking: Set(answer.matters.map(Reply.withoutIndex)))
      },
      duties: finding.duties.compactMap { duty in
        guard let rule = library.rule(duty.rule, on: request.day) else { return nil }
        return Owed(
          rule: duty.rule, act: rule.act, to: rule.recipient, isCertain: duty.certain, due: duty.due,
          dueDay: duty.dueDay)
      })
  }
}

extension Library {
  /// The version of a rule that is in force on a day.
  fileprivate func rule(_ name: QualifiedName, on day: Day) -> Rule? {
    laws.lazy.flatMap(\.rules).first { $0.name == name && $0.period.contains(day) }
  }
}
