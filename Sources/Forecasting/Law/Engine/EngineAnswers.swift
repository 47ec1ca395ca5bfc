internal import LawLanguage
internal import Norms
internal import Reasoning
internal import Synchronization

/// What the engine answered, kept: a question is put once for all counties and days for which nothing differs.
final class EngineAnswers: Sendable {
  private let prepared: PreparedLibrary
  /// Per state whose law the library holds, the days on which it or federal law turns.
  private let epochs: [String: Epochs]
  private let places: [String: String]
  private let known = Mutex<[Question: Cooperation]>([:])

  private struct Question: Hashable {
    let place: String
    let kind: RequestClass
    let epoch: Int
  }

  /// The counties that are New York City.
  private static let boroughs: Set<String> = ["36005", "36047", "36061", "36081", "36085"]

  init(_ library: Library, digests: LibraryDigests) {
    prepared = PreparedLibrary(library, digests: digests)
    let localities = library.vocabulary.places.filter { $0.kind == .locality }
    let home = Dictionary(localities.map { ($0.name, $0.inside ?? "") }, uniquingKeysWith: { first, _ in first })
    var laws: [String: [Law]] = [:]
    for law in library.laws { laws[home[law.place] ?? law.place, default: []].append(law) }
    let federal = laws["US"] ?? []
    epochs = laws.filter { $0.key != "US" }.mapValues { Epochs(of: federal + $0) }

    // Localities of one district with no law of their own are answered alike: the first stands for all.
    let own = Set(library.laws.map(\.place))
    let hasOwn = { (place: Place) in
      own.contains(place.name) || localities.contains { $0.within == place.name && own.contains($0.name) }
    }
    var standing: [String: String] = [:]
    var places: [String: String] = [:]
    for place in localities where place.within == nil {
      guard let state = place.inside else { continue }
      // "Lake County, Illinois" where several states have one.
      let title = place.title.split(separator: ",").first.map(String.init) ?? place.title
      let group = "\(state) \(place.district ?? place.name) \(place.department ?? "")"
      if !hasOwn(place) { standing[group] = standing[group] ?? place.name }
      places["\(state) \(title)"] = hasOwn(place) ? place.name : standing[group]
    }
    self.places = places
  }

  func turningDays(outside without: Set<String>) -> Set<Day> {
    epochs.filter { !without.contains($0.key) }.values.reduce(into: []) { $0.formUnion($1.turningDays) }
  }

  func answer(_ county: County, _ state: State, _ kind: RequestClass, _ day: Day) -> Cooperation {
    guard let epochs = epochs[state.code] else { return .leftToAgency }
    let place =
      EngineAnswers.boroughs.contains(county.code)
      ? places["NY New York City"]
      : places["\(state.code) \(county.name) County"] ?? places["\(state.code) \(county.name)"]
    let question = Question(place: place ?? state.code, kind: kind, epoch: epochs.index(of: day))
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = ask(state.code, question, day)
    known.withLock { $0[question] = answer }
    return answer
  }

  /// What the engine answers about the usual request; undetermined throughout if that request cannot be put.
  private func ask(_ state: String, _ question: Question, _ day: Day) -> Cooperation {
    let text = RequestMix.document(question.kind, state: state, place: question.place, on: day)
    do {
      let document = try RequestText(Array(text.utf8), from: "request mix")
      let request = try prepared.library.request(
        from: RequestDraft(json: document), now: Instant(seconds: Int64(day.number) * 86_400))
      let answers = try prepared.decide(request).answers
      func answer(_ act: String) -> CooperationAnswer {
        guard let found = answers.first(where: { $0.act == act }) else { return .undetermined }
        return switch found.answer {
        case .required: .required
        case .permitted: .permitted
        case .prohibited: found.basis == .noAuthorityFound ? .unauthorised : .prohibited
        case .conflict: .conflict
        case .undetermined: .undetermined
        }
      }
      return Cooperation(
        hold: answer("hold"), notice: answer("notify-release"), transfer: answer("transfer"),
        ground: answers.first { $0.act == "hold" }.map(EngineAnswers.ground) ?? "")
    } catch {
      return Cooperation(
        hold: .undetermined, notice: .undetermined, transfer: .undetermined, ground: "the usual request cannot be put")
    }
  }

  /// The citations of the norms that decide; where none does, what the answer is based on.
  private static func ground(_ answer: ActAnswer) -> String {
    let deciding: Set<Role> = [.decides, .permits, .exempts, .deniesAuthority]
    var cites: [String] = []
    for reason in answer.reasons where deciding.contains(reason.role) && !cites.contains(reason.cite) {
      cites.append(reason.cite)
    }
    if !cites.isEmpty { return cites.joined(separator: "; ") }
    if answer.answer == .undetermined {
      return "open: " + answer.asking.map(\.name).joined(separator: ", ")
    }
    switch answer.basis {
    case .noAuthorityFound?: return "no law found that gives authority"
    case .silent?: return "no law found against it"
    case let basis?: return basis.rawValue
    case nil: return "more than one ground"
    }
  }
}
