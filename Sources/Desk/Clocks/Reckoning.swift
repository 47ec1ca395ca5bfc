internal import LawLanguage
internal import Norms
internal import Reasoning

/// Reckons times from what a case records, and says how in words.
///
/// Where the engine names a moment, that moment stands, and only the words are made here. What runs from something that
/// an officer decided or did is reckoned here, as "Duties" in `docs/language.md` has it.
struct Reckoning {
  let file: CaseFile
  let law: OfficeLaw
  let zone: Zone
  let day: Day

  var words: MomentWords { MomentWords(zone: zone) }
  private var vocabulary: Vocabulary { law.vocabulary }

  /// Something from which time runs.
  enum Anchor {
    case instant(Instant)
    case day(Day)
  }

  /// A time reckoned.
  struct Time {
    var instant: Instant?
    var day: Day?
    var arithmetic: String
    var isImmediate = false
  }

  // MARK: Duties

  func time(of duty: OwedDuty, since: Instant?) -> Time {
    let rule = law.rule(duty.rule, on: day)
    let start = since.map { (Anchor.instant($0), "when it was decided or done") } ?? trigger(of: duty, rule)
    let from = start.map { "\($0.1), \(text($0.0))" }
    switch rule?.due {
    case .within(let count, let unit, let subject, let leftOut)?:
      let anchor = subject.flatMap { value($0, duty) } ?? (subject == nil ? start?.0 : nil)
      let named = subject.map(name) ?? start?.1
      guard let anchor, let named else {
        return Time(instant: duty.due, day: duty.dueDay, arithmetic: duty.after ?? duty.trigger)
      }
      var time = within(count, unit, of: anchor, leavingOut: leftOut + businessDays(unit, rule))
      if duty.due != nil || duty.dueDay != nil { (time.instant, time.day) = (duty.due, duty.dueDay) }
      time.arithmetic =
        "\(count) \(unit.words(count)) from \(named), \(text(anchor)), is \(text(time))"
        + skipped(from: anchor, to: time, leavingOut: leftOut + businessDays(unit, rule))
      return time
    case .atLeastBefore(let count, let unit, let subject)?:
      guard let anchor = value(subject, duty), duty.due != nil || duty.dueDay != nil else {
        return Time(instant: duty.due, day: duty.dueDay, arithmetic: duty.after ?? duty.trigger)
      }
      var time = Time(instant: duty.due, day: duty.dueDay, arithmetic: "")
      time.arithmetic = "at least \(count) \(unit.words(count)) before \(name(subject)), \(text(anchor)): \(text(time))"
      return time
    case .before(let subject)?:
      guard let anchor = value(subject, duty) else { return Time(arithmetic: duty.after ?? duty.trigger) }
      return Time(instant: duty.due, day: duty.dueDay, arithmetic: "before \(name(subject)), \(text(anchor))")
    case .by?:
      return Time(instant: duty.due, day: duty.dueDay, arithmetic: duty.dueDay.map { "by \(words.text($0))" } ?? "")
    case .withoutDelay?:
      return immediate(start, "without delay" + (from.map { " from \($0)" } ?? ""), duty)
    case nil:
      return immediate(start, "the law names no time: \(duty.trigger)" + (from.map { " (\($0))" } ?? ""), duty)
    }
  }

  private func immediate(_ start: (Anchor, String)?, _ arithmetic: String, _ duty: OwedDuty) -> Time {
    var time = Time(instant: duty.due, day: duty.dueDay, arithmetic: arithmetic, isImmediate: true)
    guard time.instant == nil, time.day == nil else { return time }
    // Before an act: at the latest when the person would be released, which is when it would be done.
    if duty.hangs?.side == .before, let release = file.releaseDue.flatMap(RecordedMoment.instant) {
      time.instant = release
      time.arithmetic += ", at the latest at the recorded time of release, \(words.text(release))"
      time.isImmediate = false
      return time
    }
    switch start?.0 {
    case .instant(let instant)?: time.instant = instant
    case .day(let day)?: time.day = day
    case nil: break
    }
    return time
  }

  /// From what a duty's trigger runs, in words.
  private func trigger(of duty: OwedDuty, _ rule: Rule?) -> (Anchor, String)? {
    switch rule?.trigger {
    case .receipt?: return (.instant(received(duty.paper)), "receipt of the paper")
    case .event(let fact)?: return value(.fact(fact), duty).map { ($0, name(.fact(fact))) }
    case .before?, .doing?, .refusing?, .each?, nil: return nil
    }
  }

  private func received(_ paper: Int?) -> Instant {
    let written = paper.flatMap { number in file.papers.first { $0.number == number }?.check.fields["received"] }
    return written.flatMap(RecordedMoment.instant) ?? file.opening.received
  }

  private func businessDays(_ unit: TimeUnit, _ rule: Rule?) -> [String] {
    guard unit == .businessDays else { return [] }
    let place = rule.flatMap { law.library.law($0.name.law) }.flatMap { vocabulary.place($0.place) }
    let jurisdiction = place?.kind == .jurisdiction ? place : place?.inside.flatMap(vocabulary.place)
    return ["saturdays", "sundays"] + [jurisdiction?.calendar].compactMap { $0 }
  }

  private func within(_ count: Int, _ unit: TimeUnit, of anchor: Anchor, leavingOut: [String]) -> Time {
    switch unit {
    case .hours: return Time(instant: add(hours: count, to: instant(anchor), leavingOut), arithmetic: "")
    case .businessDays: return Time(day: counting(count, from: day(anchor), leavingOut), arithmetic: "")
    case .days, .weeks, .months, .years:
      let start = day(anchor)
      let length = Int(Span(count: count, unit: unit).after(start).number - start.number)
      return Time(day: counting(length, from: start, leavingOut), arithmetic: "")
    }
  }

  private func counting(_ count: Int, from start: Day, _ leavingOut: [String]) -> Day {
    var (day, left) = (start, count)
    for _ in 0..<100_000 where left > 0 {
      day = day.adding(days: 1)
      if reason(day, leavingOut) == nil { left -= 1 }
    }
    return day
  }

  /// Running hours, while the clock stands still from midnight to midnight on days that are left out.
  private func add(hours: Int, to start: Instant, _ leavingOut: [String]) -> Instant {
    var (now, day, left) = (start, zone.day(of: start), Int64(hours) * 3600)
    for _ in 0..<15_000 {
      let midnight = zone.instant(of: day.adding(days: 1), minutes: 0)
      if reason(day, leavingOut) == nil {
        if left <= midnight.seconds - now.seconds { return now.adding(seconds: left) }
        left -= midnight.seconds - now.seconds
      }
      (now, day) = (midnight, day.adding(days: 1))
    }
    return now
  }

  // MARK: Windows

  /// How the bounds of an act's window were reckoned, with the citations.
  func bounds(of answer: ProposedAnswer, ending: Bool) -> (words: [String], cites: [String]) {
    var (sentences, cites): ([String], [String]) = ([], [])
    for name in answer.rules {
      guard let rule = law.rule(name, on: day), let document = law.library.law(name.law) else { continue }
      for bound in rule.bounds {
        guard let sentence = words(for: bound, ending: ending, of: answer) else { continue }
        sentences.append(sentence)
        let cite = document.citation(of: rule.cite)
        if !cites.contains(cite) { cites.append(cite) }
      }
    }
    return (sentences, cites)
  }

  private func words(for bound: WindowBound, ending: Bool, of answer: ProposedAnswer) -> String? {
    func known(_ subject: Test.Subject) -> String {
      value(subject, paper: answer.paper).map { "\(name(subject)), \(text($0))" }
        ?? "\(name(subject)), not recorded yet"
    }
    func moment(_ moment: Moment) -> String {
      switch moment {
      case .date(let subject): known(subject)
      case .endOfDay(let subject): "the end of the day of \(known(subject))"
      case .offset(let count, let unit, let before, let subject):
        "\(count) \(unit.words(count)) \(before ? "before" : "after") \(known(subject))"
      }
    }
    switch bound {
    case .notBefore(let from): return ending ? nil : "not before \(moment(from))"
    case .until(let end): return ending ? "until \(moment(end))" : nil
    case .atMost(let hours, let from, let leavingOut):
      guard ending else { return nil }
      var sentence = "at most \(hours) \(TimeUnit.hours.words(hours)) from \(known(from))"
      if let anchor = value(from, paper: answer.paper) {
        let end = add(hours: hours, to: instant(anchor), leavingOut)
        sentence += ": \(words.text(end))"
        sentence += skipped(from: anchor, to: Time(instant: end, arithmetic: ""), leavingOut: leavingOut)
      }
      return sentence
    }
  }

  // MARK: Values and words

  private func value(_ subject: Test.Subject, _ duty: OwedDuty) -> Anchor? { value(subject, paper: duty.paper) }

  private func value(_ subject: Test.Subject, paper: Int?) -> Anchor? {
    switch subject {
    case .fact(let name): return file.value(of: name).flatMap(anchor)
    case .field("received"): return .instant(received(paper))
    case .field(let field):
      return paper.flatMap { number in file.papers.first { $0.number == number }?.check.fields[field] }.flatMap(anchor)
    case .date(.asked): return .instant(file.opening.received)
    case .date(.decided): return file.proposal.map { .instant($0.at) }
    case .date(.acted):
      let act = file.act(zone: zone, at: file.changed)
      return act.instant.map { .instant($0) } ?? .day(act.day)
    }
  }

  private func anchor(_ text: String) -> Anchor? {
    RecordedMoment.instant(text).map { .instant($0) } ?? Day(text).map { .day($0) }
  }

  private func name(_ subject: Test.Subject) -> String {
    switch subject {
    case .fact("release-due"): "the recorded time of release"
    case .fact(let name): vocabulary.fact(name).map { "“\($0.question)”" } ?? name
    case .field("received"): "receipt of the paper"
    case .field(let name): vocabulary.paperField(name).map { "“\($0.question)”" } ?? name
    case .date(.asked): "the request"
    case .date(.decided): "the decision"
    case .date(.acted): "the act"
    }
  }

  private func text(_ anchor: Anchor) -> String {
    switch anchor {
    case .instant(let instant): words.text(instant)
    case .day(let day): words.text(day)
    }
  }

  private func text(_ time: Time) -> String {
    time.instant.map(words.text) ?? time.day.map(words.text) ?? "not known"
  }

  private func instant(_ anchor: Anchor) -> Instant {
    switch anchor {
    case .instant(let instant): instant
    case .day(let day): zone.instant(of: day, minutes: 0)
    }
  }

  private func day(_ anchor: Anchor) -> Day {
    switch anchor {
    case .instant(let instant): zone.day(of: instant)
    case .day(let day): day
    }
  }

  /// The days between that do not count, by name.
  private func skipped(from anchor: Anchor, to time: Time, leavingOut: [String]) -> String {
    let end = time.instant.map(zone.day) ?? time.day
    guard !leavingOut.isEmpty, let end else { return "" }
    let start = day(anchor)
    let days = (0..<max(0, min(400, Int(end.number - start.number) + 1))).map { start.adding(days: $0) }
    let left = days.compactMap { day in reason(day, leavingOut).map { "\(words.text(day))\($0)" } }
    return left.isEmpty ? "; no day between is left out" : "; not counted: \(left.joined(separator: "; "))"
  }

  /// Why a day does not count, to follow its name; nil if it counts.
  private func reason(_ day: Day, _ leavingOut: [String]) -> String? {
    for name in leavingOut {
      switch name {
      case "saturdays": if day.weekday == 6 { return "" }
      case "sundays": if day.weekday == 7 { return "" }
      default:
        if let holiday = vocabulary.calendar(name)?.holiday(on: day) { return " (\(holiday.title))" }
      }
    }
    return nil
  }
}

extension TimeUnit {
  /// `hours`, or `hour` for one.
  fileprivate func words(_ count: Int) -> String {
    let many = self == .businessDays ? "business days" : rawValue
    return count == 1 ? String(many.dropLast()) : many
  }
}
