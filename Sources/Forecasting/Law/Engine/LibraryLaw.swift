package import LawLanguage
internal import Norms
package import Reasoning
internal import Synchronization

/// The library's law, asked through the engine that decides live requests.
package final class LibraryLaw: CooperationLaw {
  private let prepared: PreparedLibrary
  private let turningDays: [Day]
  private let without: Set<String>
  private let places: [String: String]
  private let held: Set<String>
  private let known = Mutex<[Question: Cooperation]>([:])
  package let identity: String

  /// The counties that are New York City.
  private static let boroughs: Set<String> = ["36005", "36047", "36061", "36081", "36085"]

  private struct Question: Hashable {
    let place: String
    let kind: RequestClass
    let day: Day
  }

  /// The law of a library; `without`: states whose own law is left out, as if it had never been passed. What it was is
  /// part of the identity.
  package init(_ library: Library, digests: LibraryDigests, without: Set<String> = []) {
    prepared = PreparedLibrary(library, digests: digests)
    turningDays = Epochs(of: library).turningDays
    self.without = without
    var places: [String: String] = [:]
    for place in library.vocabulary.places where place.kind == .locality {
      guard let state = place.inside, place.within == nil else { continue }
      // "Lake County, Illinois" where several states have one.
      let title = place.title.split(separator: ",").first.map(String.init) ?? place.title
      places["\(state) \(title)"] = place.name
    }
    self.places = places
    held = Set(library.laws.map(\.place))
    identity =
      "library \(digests.library)" + (without.isEmpty ? "" : " without \(without.sorted().joined(separator: ", "))")
  }

  package func changes(after first: Day, through last: Day) -> [Day] {
    turningDays.filter { $0 > first && $0 <= last }
  }

  /// Where the library holds no law of a state, federal law leaves a request to the agency (8 CFR 287.7(a); Galarza v.
  /// Szalczyk, 745 F.3d 634 (3d Cir. 2014)).
  package func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation {
    guard held.contains(state.code), !without.contains(state.code) else { return .leftToAgency }
    let place =
      LibraryLaw.boroughs.contains(county.code)
      ? places["NY New York City"]
      : places["\(state.code) \(county.name) County"] ?? places["\(state.code) \(county.name)"]
    let question = Question(place: place ?? state.code, kind: kind, day: day)
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = ask(state.code, question)
    known.withLock { $0[question] = answer }
    return answer
  }

  /// What the engine answers about the usual request; undetermined throughout if that request cannot be put.
  private func ask(_ state: String, _ question: Question) -> Cooperation {
    let unknown = Cooperation(hold: .undetermined, notice: .undetermined, transfer: .undetermined)
    let text = RequestMix.document(question.kind, state: state, place: question.place, on: question.day)
    do {
      let document = try RequestText(Array(text.utf8), from: "request mix")
      let request = try prepared.library.request(
        from: RequestDraft(json: document), now: Instant(seconds: Int64(question.day.number) * 86_400))
      let answers = try prepared.decide(request).answers
      func answer(_ act: String) -> CooperationAnswer {
        guard let found = answers.first(where: { $0.act == act }) else { return .undetermined }
        return switch found.answer {
        case .required: .required
        case .permitted: .permitted
        case .prohibited: .prohibited
        case .conflict: .conflict
        case .undetermined: .undetermined
        }
      }
      return Cooperation(hold: answer("hold"), notice: answer("notify-release"), transfer: answer("transfer"))
    } catch {
      return unknown
    }
  }
}
