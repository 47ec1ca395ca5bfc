internal import LawLanguage
internal import Norms
internal import Reasoning
internal import Synchronization

/// What the engine answered, kept: a question is put once for all counties and days for which nothing differs.
final class EngineAnswers: Sendable {
  private let library: PreparedLibrary
  /// The same as if no state had a law of its own.
  private let bare: PreparedLibrary
  private let bareEpochs: Epochs
  /// Per state whose law the library holds, the days on which it or federal law turns.
  private let epochs: [String: Epochs]
  /// Per such state, the day on which the first of its laws begins.
  private let begins: [String: Day]
  private let places: CountyPlaces
  private let known = Mutex<[Question: Cooperation]>([:])

  private struct Question: Hashable {
    let place: String
    let kind: RequestClass
    let epoch: Int
    let isBare: Bool
  }

  init(_ library: Library, digests: LibraryDigests) throws(LawProblem) {
    self.library = PreparedLibrary(library, digests: digests)
    // An office reads its own state's law and no other's.
    let states = CountyTable.unitedStates.states.map(\.code).filter { library.vocabulary.place($0) != nil }
    let bare = try library.withoutStates(states)
    self.bare = PreparedLibrary(bare, digests: digests)
    bareEpochs = Epochs(of: bare)
    places = try CountyPlaces(library)
    var laws: [String: [Law]] = [:]
    for law in library.laws {
      // An order that binds one locality is kept in its state's folder.
      let folder = law.path.split(separator: "/").first.map { $0.uppercased() } ?? ""
      laws[states.contains(folder) ? folder : "US", default: []].append(law)
    }
    let federal = laws["US"] ?? []
    laws["US"] = nil
    epochs = laws.mapValues { Epochs(of: federal + $0) }
    begins = laws.compactMapValues { $0.filter { $0.place != "US" }.map(\.period.from).min() }
  }

  func place(of county: County, _ state: State) -> String { places.place(of: county, in: state.code) }

  func county(called place: String, in state: State) -> County? { places.county(called: place, in: state) }

  func turningDays(outside without: Set<String>) -> Set<Day> {
    var days = Set(bareEpochs.turningDays)
    for (state, epochs) in epochs where !without.contains(state) { days.formUnion(epochs.turningDays) }
    return days
  }

  /// The answer for a county. Where the library holds no law of a state, or none yet on that day, the state is asked as if
  /// it had passed none.
  func answer(
    _ county: County, _ state: State, _ kind: RequestClass, _ day: Day, isBare: Bool
  ) throws(LawProblem) -> Cooperation {
    let hasLaw = !isBare && begins[state.code].map { $0 <= day } ?? false
    let epochs = hasLaw ? epochs[state.code] ?? bareEpochs : bareEpochs
    let question = Question(
      place: places.place(of: county, in: state.code), kind: kind, epoch: epochs.index(of: day), isBare: !hasLaw)
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = try ask(state.code, question, day)
    known.withLock { $0[question] = answer }
    return answer
  }

  /// What the engine answers about the usual request. A request that cannot be put is an error: a fact of the usual
  /// request that was renamed must not pass for a law that is open.
  private func ask(_ state: String, _ question: Question, _ day: Day) throws(LawProblem) -> Cooperation {
    let text = RequestMix.document(
      question.kind, state: state, place: question.place, on: day, isBare: question.isBare)
    let prepared = question.isBare ? bare : library
    let answers: [ActAnswer]
    do {
      let document = try RequestText(Array(text.utf8), from: "usual request")
      let request = try prepared.library.request(
        from: RequestDraft(json: document), now: Instant(seconds: Int64(day.number) * 86_400))
      answers = try prepared.decide(request).answers
    } catch {
      throw LawProblem("the usual request in \(state) on \(day) cannot be put to the engine: \(error)")
    }
    var found: [CooperationAnswer] = []
    for act in RequestMix.acts {
      guard let answer = answers.first(where: { $0.act == act }) else {
        throw LawProblem("the engine does not answer about \(act) in \(state) on \(day)")
      }
      found.append(EngineAnswers.cooperation(answer))
    }
    return Cooperation(
      hold: found[0], notice: found[1], transfer: found[2],
      ground: answers.first { $0.act == RequestMix.acts[0] }.map(EngineAnswers.ground) ?? "")
  }

  private static func cooperation(_ answer: ActAnswer) -> CooperationAnswer {
    func plain(_ answer: Answer) -> CooperationAnswer? {
      switch answer {
      case .required: .required
      case .permitted: .permitted
      case .prohibited: .prohibited
      case .conflict: .conflict
      case .undetermined: nil
      }
    }
    if answer.answer == .prohibited, answer.basis == .noAuthorityFound { return .unauthorised }
    return plain(answer.answer) ?? .undetermined(among: answer.possible.compactMap(plain))
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
