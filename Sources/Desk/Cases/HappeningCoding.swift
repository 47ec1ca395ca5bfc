internal import LawLanguage

extension Happening: Codable {
  private enum Key: String, CodingKey { case type, data }

  private struct Numbered<Value: Codable>: Codable {
    let number: Int
    let value: Value
  }
  private struct Reason: Codable { let reason: String }
  private struct TaskReason: Codable { let task, reason: String }
  private struct Names: Codable { let acts: [String] }
  private struct Planned: Codable { let at: Int64? }
  private struct Text: Codable { let text: String }

  /// Writes `{"type": …, "data": …}`.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(kind, forKey: .type)
    func put(_ value: some Encodable) throws { try object.encode(value, forKey: .data) }
    switch self {
    case .opened(let opening): try put(opening)
    case .personRecorded: break
    case .documentAttached(let document): try put(document)
    case .letterIssued(let letter): try put(letter)
    case .paperChecked(let number, let check): try put(Numbered(number: number, value: check))
    case .paperCorrected(let number, let check): try put(Numbered(number: number, value: check))
    case .paperCancelled(let number, let cancellation): try put(Numbered(number: number, value: cancellation))
    case .factRecorded(let fact): try put(fact)
    case .listRecorded(let list): try put(list)
    case .actsAsked(let acts): try put(Names(acts: acts))
    case .actPlanned(let instant): try put(Planned(at: instant?.seconds))
    case .proposed(let proposal): try put(proposal)
    case .decided(let decision): try put(decision)
    case .reviewed(let review): try put(review)
    case .taskDone(let task): try put(task)
    case .taskReopened(let task, let reason): try put(TaskReason(task: task, reason: reason))
    case .citizenshipRaised(let text), .counselCalled(let text), .noted(let text): try put(Text(text: text))
    case .citizenshipSettled(let finding): try put(finding)
    case .otherHoldsChecked(let check): try put(check)
    case .ended(let outcome): try put(outcome)
    case .notProposed(let reason), .closed(let reason), .reopened(let reason), .legalHoldPlaced(let reason),
      .legalHoldLifted(let reason), .sealed(let reason), .unsealed(let reason):
      try put(Reason(reason: reason))
    }
  }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    func get<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
      try object.decode(type, forKey: .data)
    }
    func reason() throws -> String { try get(Reason.self).reason }
    func text() throws -> String { try get(Text.self).text }
    switch try object.decode(Kind.self, forKey: .type) {
    case .opened: self = .opened(try get())
    case .personRecorded: self = .personRecorded
    case .documentAttached: self = .documentAttached(try get())
    case .letterIssued: self = .letterIssued(try get())
    case .paperChecked:
      let paper = try get(Numbered<PaperCheck>.self)
      self = .paperChecked(number: paper.number, paper.value)
    case .paperCorrected:
      let paper = try get(Numbered<PaperCheck>.self)
      self = .paperCorrected(number: paper.number, paper.value)
    case .paperCancelled:
      let paper = try get(Numbered<OfferedPaper.Cancellation>.self)
      self = .paperCancelled(number: paper.number, paper.value)
    case .factRecorded: self = .factRecorded(try get())
    case .listRecorded: self = .listRecorded(try get())
    case .actsAsked: self = .actsAsked(try get(Names.self).acts)
    case .actPlanned: self = .actPlanned(try get(Planned.self).at.map { .init(seconds: $0) })
    case .proposed: self = .proposed(try get())
    case .notProposed: self = .notProposed(why: try reason())
    case .decided: self = .decided(try get())
    case .reviewed: self = .reviewed(try get())
    case .taskDone: self = .taskDone(try get())
    case .taskReopened:
      let task = try get(TaskReason.self)
      self = .taskReopened(task: task.task, reason: task.reason)
    case .citizenshipRaised: self = .citizenshipRaised(evidence: try text())
    case .counselCalled: self = .counselCalled(who: try text())
    case .citizenshipSettled: self = .citizenshipSettled(try get())
    case .otherHoldsChecked: self = .otherHoldsChecked(try get())
    case .ended: self = .ended(try get())
    case .noted: self = .noted(try text())
    case .closed: self = .closed(reason: try reason())
    case .reopened: self = .reopened(reason: try reason())
    case .legalHoldPlaced: self = .legalHoldPlaced(reason: try reason())
    case .legalHoldLifted: self = .legalHoldLifted(reason: try reason())
    case .sealed: self = .sealed(reason: try reason())
    case .unsealed: self = .unsealed(reason: try reason())
    }
  }
}
