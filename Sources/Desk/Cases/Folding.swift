internal import LawLanguage

extension CaseFile {
  /// Adds the next event.
  public mutating func apply(_ event: CaseEvent) throws(Unfoldable) {
    guard event.number == version + 1 else {
      throw Unfoldable(description: "event \(event.number) cannot follow event \(version)")
    }
    switch event.what {
    case .opened: throw Unfoldable(description: "a case is opened once")
    case .personRecorded: hasPerson = true
    case .documentAttached(let document): documents.append(document)
    case .letterIssued(let letter): letters.append(event.recording(letter))
    case .paperChecked(let number, let check):
      guard number == papers.count + 1 else { throw Unfoldable(description: "paper \(number) is out of order") }
      papers.append(OfferedPaper(number: number, check: check))
    case .paperCorrected(let number, let check): try change(number) { $0.check = check }
    case .paperCancelled(let number, let cancellation): try change(number) { $0.cancelled = cancellation }
    case .factRecorded(let fact): facts[fact.fact, default: []].append(event.recording(fact))
    case .listRecorded(let list): lists[list.list, default: []].append(event.recording(list))
    case .actsAsked(let acts): self.acts = acts
    case .actPlanned(let instant): plannedAct = instant
    case .proposed(let proposal):
      self.proposal = proposal
      proposalCount = proposal.number
      notProposed = nil
    case .notProposed(let why): notProposed = why
    case .decided(let decision): decisions.append(event.recording(decision))
    case .reviewed(let review): reviews.append(event.recording(review))
    case .taskDone(let task): done[task.task] = event.recording(task)
    case .taskReopened(let task, _): done[task] = nil
    case .citizenshipRaised(let evidence):
      citizenship = CitizenshipQuestion(evidence: evidence, raised: event.happened)
    case .counselCalled(let who): citizenship?.counselCalled = .init(who: who, at: event.happened)
    case .citizenshipSettled(let finding): citizenship?.finding = finding
    case .otherHoldsChecked(let check): otherHolds = event.recording(check)
    case .ended(let outcome): self.outcome = outcome
    case .noted: break
    case .closed(let reason): closed = event.recording(reason)
    case .reopened: closed = nil
    case .legalHoldPlaced(let reason): legalHold = reason
    case .legalHoldLifted: legalHold = nil
    case .sealed(let reason): sealed = reason
    case .unsealed: sealed = nil
    }
    version = event.number
    changed = event.recorded
  }

  private mutating func change(_ number: Int, _ body: (inout OfferedPaper) -> Void) throws(Unfoldable) {
    guard papers.indices.contains(number - 1) else { throw Unfoldable(description: "there is no paper \(number)") }
    body(&papers[number - 1])
  }
}

extension CaseEvent {
  fileprivate func recording<Entry>(_ entry: Entry) -> Recorded<Entry> {
    Recorded(entry: entry, by: by ?? .desk, recorded: recorded, happened: happened)
  }
}

extension Signature {
  /// What the desk does by itself bears its own name.
  static let desk = Signature(staff: "desk", name: "the desk", title: "")

  private init(staff: String, name: String, title: String) {
    self.staff = staff
    self.name = name
    self.title = title
  }
}
