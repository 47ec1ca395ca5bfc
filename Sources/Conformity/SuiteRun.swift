import LawLanguage
import Reasoning

/// How one back end did on the cases of one document.
package struct DocumentResult: Sendable {
  package let name: String
  package fileprivate(set) var passed = 0
  /// Cases that the back end says are beyond it, with its reason.
  package fileprivate(set) var beyond: [(id: String, why: String)] = []
  package fileprivate(set) var failures: [Failure] = []
  /// Why the back end did not take the law.
  package fileprivate(set) var refusal: String?
  /// Cases that were never put, because the back end did not take the law or was gone.
  package fileprivate(set) var unasked = 0

  /// A case that failed: each claim that does not hold, or the sentence that says why there was no answer.
  package struct Failure: Sendable {
    package let id: String
    package let title: String
    package let mismatches: [Mismatch]
  }

  /// What was expected, and what came.
  package struct Mismatch: Sendable, Hashable {
    package let expected: String
    package let found: String
  }

  package var failed: Int { failures.count + unasked }
}

/// Puts documents of the suite to a back end.
package struct SuiteRun {
  /// Nothing more can come: why.
  private var end: String?

  package init() {}

  /// Puts every case of a document; of one that could not be put it says why.
  package mutating func run(_ document: SuiteDocument, on backEnd: inout some BackEnd) throws(SuiteError)
    -> DocumentResult
  {
    var result = DocumentResult(name: document.name)
    let law = try LoadedLaw(name: document.name, files: document.files)
    do throws(BackEndFailure) {
      if let end { throw .gone(end) }
      try backEnd.load(law)
    } catch {
      note(error)
      result.refusal = error.sentence
      result.unasked = document.cases.count
      return result
    }
    for (index, example) in document.cases.enumerated() {
      do throws(BackEndFailure) {
        switch try backEnd.decide(Inquiry(id: example.id, request: example.request)) {
        case .beyond(let why): result.beyond.append((example.id, why))
        case .reply(let reply): note(reply, to: example, law.library, &result)
        }
      } catch {
        result.failures.append(failure(example.id, example.title, expected: "a decision", found: error.sentence))
        note(error)
        if end != nil {
          result.unasked = document.cases.count - index - 1
          break
        }
      }
    }
    return result
  }

  private mutating func note(_ failure: BackEndFailure) {
    if case .gone(let sentence) = failure { end = sentence }
  }

  private func note(_ reply: Reply, to example: SuiteCase, _ library: Library, _ result: inout DocumentResult) {
    let check = ClaimCheck(reply: reply, zone: zone(of: example, library))
    let mismatches = example.claims.compactMap { claim in
      check.mismatch(claim).map { DocumentResult.Mismatch(expected: check.words(of: claim), found: $0) }
    }
    if mismatches.isEmpty {
      result.passed += 1
    } else {
      result.failures.append(DocumentResult.Failure(id: example.id, title: example.title, mismatches: mismatches))
    }
  }

  /// The zone in which times are told.
  private func zone(of example: SuiteCase, _ library: Library) -> Zone? {
    guard let fields = try? Fields(example.request, in: example.id) else { return nil }
    let place = (try? fields.text("locality")) ?? (try? fields.text("jurisdiction"))
    return place.flatMap { library.vocabulary.zone(of: $0) }
  }

  private func failure(_ id: String, _ title: String, expected: String, found: String) -> DocumentResult.Failure {
    DocumentResult.Failure(
      id: id, title: title, mismatches: [DocumentResult.Mismatch(expected: expected, found: found)])
  }
}

extension [DocumentResult] {
  /// Each document with its counts, each difference, and the sum on the last line.
  package func report(of backEnd: String) -> String {
    var lines: [String] = []
    for result in self {
      var counts = ["\(result.passed) passed"]
      if !result.failures.isEmpty { counts.append("\(result.failures.count) failed") }
      if result.unasked > 0 { counts.append("\(result.unasked) not put") }
      if !result.beyond.isEmpty { counts.append("\(result.beyond.count) beyond it") }
      lines.append("\(result.name): \(counts.joined(separator: ", "))")
      if let refusal = result.refusal { lines.append("  its law is not taken: \(refusal)") }
      for failure in result.failures {
        lines.append("  \(failure.id): \(failure.title)")
        for mismatch in failure.mismatches {
          lines.append("    expected \(mismatch.expected)")
          lines.append("    found    \(mismatch.found)")
        }
      }
      for (id, why) in result.beyond { lines.append("  beyond it: \(id): \(why)") }
    }
    let (passed, failed) = (map(\.passed).reduce(0, +), map(\.failed).reduce(0, +))
    let beyond = map(\.beyond.count).reduce(0, +)
    lines.append("\(backEnd): \(passed) passed, \(failed) failed, \(beyond) beyond it and skipped")
    return lines.joined(separator: "\n")
  }

  /// Whether every case passed or was said to be beyond the back end, and at least one passed.
  package var conforms: Bool { allSatisfy { $0.failed == 0 } && contains { $0.passed > 0 } }
}
