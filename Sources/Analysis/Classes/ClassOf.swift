package import LawLanguage
import Norms

extension LookTable {
  /// The truth of a look with these lists; what is in no list is not there.
  func truth(ofAny look: Int, in situation: Situation) -> Truth {
    guard case .count(let list, let atLeast, let condition) = looks[look] else { return truth(of: look, in: situation) }
    guard let records = situation.records[list]?.records else { return .unknown }
    var passing = (certain: 0, possible: 0)
    for record in records {
      let passes = condition?.truth { truth(of: $0, in: situation, record: record) } ?? .yes
      if passes != .no { passing.possible += 1 }
      if passes == .yes { passing.certain += 1 }
    }
    if passing.certain >= atLeast { return .yes }
    return passing.possible >= atLeast ? .unknown : .no
  }
}

extension OccasionClasses {
  /// The verdict on a request of the occasion in which all that the law looks at is known; nil if something is not, or cannot be.
  package func verdict(of recorded: Recorded) -> Verdict? {
    guard let truths = truths(of: recorded) else { return nil }
    return act.verdicts.first { classes.diagrams.contains($0.classes) { truths[$0] } }?.verdict
  }

  /// The truth of each column; nil if one is not known.
  func truths(of recorded: Recorded) -> [Bool]? {
    var situation = situation
    situation.facts = recorded.facts
    for (paper, fields) in recorded.papers { situation.papers[paper].merge(fields) { fixed, _ in fixed } }
    situation.records = recorded.records.mapValues { Request.RecordList(isComplete: true, records: $0) }
    var found: [Bool] = []
    for axis in classes.axes {
      for look in axis.looks {
        switch table.truth(ofAny: look, in: situation) {
        case .yes: found.append(true)
        case .no: found.append(false)
        case .unknown: return nil
        }
      }
    }
    return found
  }
}

extension Occasion {
  /// The request with this known.
  package func request(knowing recorded: Recorded) -> Request {
    var request = request
    request.facts = recorded.facts
    for (paper, fields) in recorded.papers { request.papers[paper].fields = fields }
    request.records = recorded.records.mapValues { Request.RecordList(isComplete: true, records: $0) }
    return request
  }
}
