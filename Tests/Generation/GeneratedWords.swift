import LawLanguage

/// The words of a generated library, and which of them its conditions use: few, so that all completions can be gone
/// through.
struct GeneratedWords: Sendable {
  static let acts = ["hold", "short-hold", "notify", "share", "share-address", "give-copy", "report", "file-note"]
  /// Acts in such an order that a duty hangs only on acts before its own: triggers run in no circle.
  static let dutyActs = ["notify", "give-copy", "report", "file-note"]
  static let kinds = ["jail", "police", "school"]
  static let papers = ["detainer", "warrant", "inquiry"]
  static let localities = ["cook", "chicago", "springfield"]
  static let custody = ["pretrial", "sentenced", "free"]
  static let signers = ["judge", "clerk", "officer"]
  static let classes = ["felony", "misdemeanor"]
  static let codes = ["5/9-1", "5/24-1", "5/24-1(a)", "5/30"]

  /// What conditions may look at.
  enum Topic: CaseIterable, Sendable {
    case flagA, flagB, flagC, exigent, custody, age, booked, released, releaseDue, convictions
  }

  /// The acts that most rules are about.
  let focus: [String]
  let topics: [Topic]
  /// Which fields of convictions conditions look at.
  let convictionFields: [String]
  let constraints: [GeneratedConstraint]
  /// The day around which everything happens.
  let today: Day

  init(random: inout SplitMix64) {
    let acts = GeneratedWords.acts
    focus = random.some(2, of: Array(acts.prefix(5)))
    topics = random.some(random.between(3, 5), of: Topic.allCases)
    convictionFields = random.some(random.chance(60) ? 1 : 2, of: ["offence", "class", "convicted-on"])
    constraints = random.some(random.between(0, 3), of: GeneratedConstraint.all)
    // Often about 29 February, the changes of the clock, or the turn of a year.
    let around = ["2024-02-28", "2024-03-09", "2024-11-02", "2024-12-30", "2025-01-22", "2025-03-08"]
    let start = Day(random.pick(around)) ?? Day(number: 20_000)
    today = start.adding(days: random.between(-2, 3))
  }

  /// A day that comparisons may turn on.
  func someDay(_ random: inout SplitMix64) -> Day {
    switch random.between(0, 5) {
    case 0: today
    case 1: today.adding(days: random.between(-3, 3))
    case 2: today.adding(months: -random.between(1, 13))
    case 3: today.adding(months: -12 * random.between(1, 4))
    case 4: today.adding(days: random.between(-40, 20))
    default: today.adding(months: -12).adding(days: random.between(-2, 2))
    }
  }
}

/// A constraint of the vocabulary, and whether what a request records breaks it.
struct GeneratedConstraint: Sendable {
  let text: String
  let construct: Construct
  let isBroken: @Sendable (Request) -> Bool

  static let all: [GeneratedConstraint] = [
    GeneratedConstraint(
      text: "constraint not-both  when not flag-a or not flag-b  says \"Never both.\"", construct: .constraint
    ) { $0.facts["flag-a"] == .yesNo(true) && $0.facts["flag-b"] == .yesNo(true) },
    GeneratedConstraint(
      text: "constraint sentenced-is-grown  when not custody is sentenced or age is at least 17  says \"Grown.\"",
      construct: .constraint
    ) { request in
      guard request.facts["custody"] == .choice("sentenced"), case .number(let age) = request.facts["age"] else {
        return false
      }
      return age < 17
    },
    GeneratedConstraint(
      text: "constraint released-after-booked  when released is on or after booked  says \"Booked first.\"",
      construct: .constraint
    ) { request in
      guard case .date(let booked) = request.facts["booked"], case .date(let released) = request.facts["released"]
      else {
        return false
      }
      return released < booked
    },
    GeneratedConstraint(
      text: "constraint free-needs-c  when not custody is free or flag-c  says \"Free with leave.\"",
      construct: .constraint
    ) { $0.facts["custody"] == .choice("free") && $0.facts["flag-c"] == .yesNo(false) },
    GeneratedConstraint(
      text: "constraint no-future-conviction on conviction  when convicted-on is on or before decided  says \"Past.\"",
      construct: .recordConstraint
    ) { request in
      (request.records["convictions"]?.records ?? []).contains { record in
        if case .date(let day) = record["convicted-on"] { day > request.decidedDay } else { false }
      }
    },
    GeneratedConstraint(
      text: "constraint weapons-are-felonies on conviction  when not offence is in (\"5/24-1\") or class is felony"
        + "  says \"Felonies.\"", construct: .recordConstraint
    ) { request in
      (request.records["convictions"]?.records ?? []).contains { record in
        if case .code(let code) = record["offence"] {
          code.hasPrefix("5/24-1") && record["class"] == .choice("misdemeanor")
        } else {
          false
        }
      }
    },
  ]
}
