import LawLanguage
import Reasoning

/// A request and its decision, decided again whenever an answer comes in.
struct DecisionSession {
  private let loaded: LoadedLibrary
  private let adopted: (any AdoptedLaw)?
  private let explain: Bool
  /// The law of the request's agency, day and acts: answers change facts only.
  private let prepared: PreparedEdition
  private(set) var request: Request
  private(set) var decision: Decision

  init(loaded: LoadedLibrary, adopted: (any AdoptedLaw)?, request: Request, explain: Bool) throws(Refusal) {
    self.loaded = loaded
    self.adopted = adopted
    self.explain = explain
    self.request = request
    do {
      prepared = try PreparedEdition(
        library: loaded.library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
        acts: request.acts, digests: loaded.digests)
    } catch {
      throw .sentence("the vocabulary gives \(error.place) no time zone that is known; correct its zone")
    }
    decision = DecisionSession.decide(request, by: prepared, of: loaded, adopted, explain)
  }

  var library: Library { loaded.library }

  /// Decides the request with more facts.
  mutating func decide(_ request: Request) {
    self.request = request
    decision = DecisionSession.decide(request, by: prepared, of: loaded, adopted, explain)
  }

  /// What of some rules would be owed under a request that differs in facts only.
  func owing() -> (Set<QualifiedName>, Request) -> [Duty] {
    let answers = decision.answers
    let readings = adopted?.readings ?? []
    return { [prepared] in prepared.duties(of: $0, $1, answers: answers, reading: readings) }
  }

  private static func decide(
    _ request: Request, by prepared: PreparedEdition, of loaded: LoadedLibrary, _ adopted: (any AdoptedLaw)?,
    _ explain: Bool
  ) -> Decision {
    let readings = adopted?.readings ?? []
    let options = DecisionOptions(explain: explain, readings: readings, isSideBySide: true)
    let decision = prepared.decide(request, options: options)
    // What is sought further is sought under the library's marked readings.
    let told = explain && decision.receipt.readings.isEmpty ? decision.fullyExplained(in: loaded.library) : decision
    return adopted?.keepingBack(told) ?? told
  }
}
