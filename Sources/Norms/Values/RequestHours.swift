package import LawLanguage

extension Request {
  /// The facts as recorded, with those that the hour of the act settles: whether it lies after an hour of its day at which some
  /// order begins or ends. What is recorded of such an hour goes before, with all of that day.
  package func facts(in zone: Zone, by vocabulary: Vocabulary) -> [String: FactValue] {
    guard let acted else { return facts }
    let marks = vocabulary.hourMarks.filter { $0.day == day }
    guard !marks.isEmpty, marks.allSatisfy({ facts[$0.fact] == nil }) else { return facts }
    return marks.reduce(into: facts) { facts, mark in
      facts[mark.fact] = .yesNo(acted >= zone.instant(of: mark.day, minutes: mark.minutes))
    }
  }
}
