internal import LawLanguage

/// The sample cases: one for each state of a case's life, and for what can befall it.
enum SampleStory: String, CaseIterable {
  case justReceived, questionsOpen, toBeDecided, withCriminalWarrant, decided, differed, brokeGlass, lateEntry
  case citizenship, released, handedOver, closed, reopened, withoutPaper, unreadable, heldForCourt, cancelled

  static var all: [SampleStory] { allCases }

  var index: Int { SampleStory.allCases.firstIndex(of: self) ?? 0 }

  /// In words, as the sample person is called.
  var number: String {
    let words = [
      "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
      "Fourteen", "Fifteen", "Sixteen", "Seventeen",
    ]
    return words.indices.contains(index) ? words[index] : "\(index + 1)"
  }

  /// How long ago it began.
  var hoursAgo: Int {
    switch self {
    case .justReceived, .unreadable: 0
    case .questionsOpen, .toBeDecided, .withCriminalWarrant, .withoutPaper: 1
    case .decided, .brokeGlass, .citizenship: 4
    case .differed, .lateEntry, .cancelled: 20
    case .released, .handedOver: 72
    case .heldForCourt: 24 * 14
    case .closed, .reopened: 24 * 30
    }
  }

  private static let detainer = PaperCheck(
    kind: "i247a", fields: ["form-complete": "yes", "shows-cause": "yes"], names: .thePerson, boxes: ["1"],
    grounds: ["biometric confirmation and records check"], signer: "Sample Immigration Officer, sample office",
    isSigned: true)
  private static let warrant = PaperCheck(
    kind: "i200", names: .thePerson, signer: "Sample Immigration Officer, sample office", isSigned: true, attachedTo: 1)

  func tell(_ telling: inout SampleTelling) async throws(OfficeRefusal) {
    let release = ["release-due": telling.moment(minutes: 90), "custody": "pretrial"]
    let papers = [SampleStory.detainer, SampleStory.warrant]
    switch self {
    case .justReceived: try await telling.receive([SampleStory.detainer], facts: [:])
    case .questionsOpen: try await telling.receive(papers, facts: ["custody": "pretrial"], channel: .email)
    case .toBeDecided:
      try await telling.receive(papers, facts: release)
      try await telling.answerQuestions()
    case .withCriminalWarrant:
      let another = PaperCheck(
        kind: "criminal-warrant", names: .thePerson, signer: "Sample Judge, Sample County Court", isSigned: true)
      try await telling.receive(papers + [another], facts: release, channel: .inPerson)
      try await telling.answerQuestions()
    case .withoutPaper: try await tellBooking(&telling, release)
    case .unreadable: try await tellUnreadable(&telling)
    case .cancelled:
      try await telling.receive(papers, facts: release)
      telling.wait(minutes: 60)
      try await telling.run(
        .cancelPaper(number: 1, reason: "Sample: the sample office withdrew it by phone"), by: telling.staff.clerk)
    case .citizenship:
      try await telling.receive(papers, facts: release)
      telling.wait(minutes: 5)
      try await telling.run(
        .raiseCitizenship(evidence: "Sample: a US passport was shown at the counter to the clerk"),
        by: telling.staff.clerk)
    case .brokeGlass: try await tellEmergency(&telling, release, papers)
    case .decided, .differed, .lateEntry, .released, .handedOver, .closed, .reopened, .heldForCourt:
      try await telling.receive(
        papers, facts: release, onBehalfOf: self == .lateEntry ? "Sergeant Sample Officer" : nil)
      try await telling.answerQuestions()
      telling.wait(minutes: 15)
      try await tellDecision(&telling)
    }
  }

  private func tellBooking(
    _ telling: inout SampleTelling, _ facts: [String: String]
  ) async throws(OfficeRefusal) {
    var facts = facts
    facts["booked"] = telling.moment(minutes: -20)
    try await telling.receive([], facts: facts, channel: .inPerson, start: .event(fact: "booked"))
  }

  private func tellUnreadable(_ telling: inout SampleTelling) async throws(OfficeRefusal) {
    let document = NewDocument(
      Array("A sample fax that nobody could read.".utf8), title: "Sample fax", mediaType: "text/plain")
    _ = try await telling.office.keepUnreadable(
      document, why: "Sample: the fax broke off after the first line", received: telling.at.adding(seconds: -300),
      channel: .fax, by: Hand(telling.staff.clerk), as: telling.id, at: telling.at)
  }

  private func tellEmergency(
    _ telling: inout SampleTelling, _ facts: [String: String], _ papers: [PaperCheck]
  ) async throws(OfficeRefusal) {
    try await telling.receive(papers, facts: facts)
    telling.wait(minutes: 10)
    try await telling.run(
      .breakGlass(
        act: "hold", choice: .refrain,
        emergency: BreakGlass(
          reason: "Sample: release due within the hour, and no deciding officer could be reached",
          phoneAuthority: "Sample Counsel, county counsel", authorisedAt: telling.at)), by: telling.staff.clerk)
  }

  private func tellDecision(_ telling: inout SampleTelling) async throws(OfficeRefusal) {
    switch self {
    case .differed:
      let choice: Choice = try await telling.file().proposal?.answer(for: "hold")?.answer == .required ? .refrain : .act
      return try await telling.run(
        .decide(act: "hold", choice: choice, reason: "Sample: an officer may differ, and says why"),
        by: telling.staff.officer)
    case .lateEntry:
      let late = Hand.Late(
        happened: telling.at, because: "Sample: the server was down; decided by the downtime card")
      telling.wait(minutes: 120)
      for act in try await telling.file().undecidedActs {
        try await telling.run(
          .decide(act: act, choice: .refrain, reason: "Sample: as the downtime card says"), by: telling.staff.officer,
          late: late)
      }
      return
    default: try await telling.decideAll()
    }
    guard self != .decided else { return }
    telling.wait(minutes: 10)
    try await telling.run(
      .checkOtherHolds(
        OtherHoldsCheck(found: false, note: "Sample: the jail's list and the court's list were looked at")),
      by: telling.staff.clerk)
    telling.wait(minutes: 65)
    let outcome =
      self == .handedOver
      ? Outcome(.transferred, at: telling.at, toWhom: "Sample agents of the sample office", pickedUp: true)
      : Outcome(.released, at: telling.at)
    try await telling.run(.end(outcome), by: telling.staff.clerk)
    guard self == .closed || self == .reopened || self == .heldForCourt else { return }
    try await telling.doTasks()
    try await telling.review()
    telling.wait(minutes: 60)
    try await telling.run(.close(reason: "Sample: nothing is left to do", leaving: []), by: telling.staff.clerk)
    if self == .reopened {
      telling.wait(minutes: 60 * 24 * 3)
      try await telling.run(.reopen(reason: "Sample: a letter came late"), by: telling.staff.clerk)
    }
    if self == .heldForCourt {
      try await telling.run(.placeLegalHold(reason: "Sample v. Example County"), by: telling.staff.publisher)
    }
  }
}
