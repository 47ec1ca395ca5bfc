internal import LawLanguage
internal import Reasoning

/// One sample case being told, step by step, at moments before now.
struct SampleTelling {
  let story: SampleStory
  let county: SampleCounty
  let office: Office
  let now: Instant
  let id: CaseID
  /// The moment at which the next step happens.
  var at: Instant

  init(_ story: SampleStory, of county: SampleCounty, in office: Office, at now: Instant) {
    self.story = story
    self.county = county
    self.office = office
    self.now = now
    id = CaseID(derivedFrom: "\(county.profile.id)/\(now.seconds)/\(story.rawValue)")
    at = now.adding(hours: -story.hoursAgo)
  }

  var staff: SampleStaff { county.staff }

  /// A moment as people write it, so many minutes from the next step.
  func moment(minutes: Int) -> String {
    let instant = at.adding(seconds: Int64(minutes) * 60)
    return office.adopted?.vocabulary.zone(of: county.profile.place)?.rfc3339(instant) ?? ""
  }

  /// Lets time pass, though never beyond now.
  mutating func wait(minutes: Int) { at = min(now, at.adding(seconds: Int64(minutes) * 60)) }

  func receive(
    _ papers: [PaperCheck], facts: [String: String], channel: Channel = .fax, start: Opening.Start = .request,
    onBehalfOf: String? = nil
  ) async throws(OfficeRefusal) {
    let opening = Opening(
      start: start, agency: county.profile.id, received: at.adding(seconds: -600), channel: channel,
      requester: start == .request ? "ICE sample office, Example City" : nil)
    let known = office.adopted?.vocabulary
    let entries = facts.sorted { $0.key < $1.key }.filter { known?.fact($0.key) != nil }.map {
      FactEntry(fact: $0.key, value: $0.value, source: "sample booking sheet")
    }
    let person = Person(
      name: "Sample Person \(story.number)", dateOfBirth: "1990-01-0\(1 + story.index % 9)",
      identifiers: ["Booking No.": "SAMPLE-\(1000 + story.index)"], language: story.index % 3 == 1 ? "es" : "en")
    let text = "A sample document. It stands for what came in as sample case \(story.number)."
    _ = try await office.receive(
      Intake(opening: opening, papers: papers, facts: entries), person: person,
      documents: [NewDocument(Array(text.utf8), title: "Sample fax", mediaType: "text/plain")],
      by: Hand(staff.clerk, onBehalfOf: onBehalfOf), as: id, at: at)
  }

  /// Does something, if the state's law lets it be done; a sample takes what the law gives.
  func run(_ command: CaseCommand, by staff: Staff, late: Hand.Late? = nil) async throws(OfficeRefusal) {
    _ = try await office.perform(command, on: id, version: nil, by: Hand(staff, late: late), at: at)
  }

  func file() async throws(OfficeRefusal) -> CaseFile { try await office.caseFile(id, for: staff.officer) }

  /// Answers what the law asks, with the first choice of each, until nothing is asked any more.
  func answerQuestions() async throws(OfficeRefusal) {
    for _ in 0..<40 {
      guard let proposal = try await file().proposal, proposal.isOpen, let question = proposal.questions.first else {
        return
      }
      if question.isJudgement, case .fact(let name) = question.fact {
        try await run(.judge(fact: name, value: "no", why: "Sample: nothing speaks for it"), by: staff.officer)
        continue
      }
      let value: String? =
        switch question.input {
        case .yesNo: "no"
        case .choice(let choices): choices.last
        case .number: "0"
        case .list: "none"
        case .day, .moment, .code: nil
        }
      guard let value else { return }
      try await run(.answer(question.fact, value: value, source: "sample records"), by: staff.clerk)
    }
  }

  /// Decides every act asked about as the law says; where it lets choose, the request is left undone.
  func decideAll() async throws(OfficeRefusal) {
    for act in try await file().undecidedActs {
      guard let answer = try await file().proposal?.answer(for: act)?.answer else { continue }
      let isOpen = answer == .undetermined || answer == .conflict
      try await run(
        .decide(
          act: act, choice: answer == .required ? .act : .refrain,
          reason: isOpen ? "Sample: counsel was asked, and the request is left undone meanwhile" : nil),
        by: staff.officer)
    }
  }

  /// Does what is owed, as far as it can be done now.
  func doTasks() async throws(OfficeRefusal) {
    for _ in 0..<4 {
      let left = try await file().tasks.filter(\.standing.isLeft)
      guard !left.isEmpty else { return }
      for task in left {
        try await run(
          .doTask(TaskDone(task: task.key, at: at, how: "Sample: done and noted in the file")), by: staff.clerk)
      }
    }
  }

  /// Has a second officer look at every decision that waits for it.
  func review() async throws(OfficeRefusal) {
    for decision in try await file().reviewsOwed {
      try await run(
        .review(decision: decision.entry.number, agrees: true, finding: "Sample: I would have decided the same"),
        by: staff.secondOfficer)
    }
  }
}
