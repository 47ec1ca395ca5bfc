import LawLanguage

/// Requests about a generated library: much of what its conditions look at is recorded, some is not.
struct RequestDrawing {
  let words: GeneratedWords
  var random: SplitMix64
  private let zone = Zone(identifier: "America/Chicago")

  init(words: GeneratedWords, random: SplitMix64) {
    self.words = words
    self.random = random
  }

  mutating func request() -> Request {
    var request = draw()
    // What is recorded must not break the vocabulary's constraints.
    while words.constraints.contains(where: { $0.isBroken(request) }) { request = draw() }
    return request
  }

  private mutating func draw() -> Request {
    let locality: String? = random.pick(weighted: [
      (45, "chicago"), (20, "cook"), (20, "springfield"), (15, nil),
    ])
    var agency = Request.Agency(kind: random.pick(GeneratedWords.kinds), locality: locality)
    if random.chance(30) { agency.capacity = random.pick(Capacity.allCases) }
    if random.chance(15) { agency.actingFor = random.pick(GeneratedWords.kinds) }
    var request = Request(
      jurisdiction: "IL", agency: agency, acts: acts(), papers: papers(),
      day: words.today.adding(days: random.between(-1, 1)))
    request.decidedDay = request.day.adding(days: random.pick([0, 0, 0, -1]))
    request.askedDay = request.decidedDay.adding(days: random.pick([0, 0, 0, -1, -2]))
    if random.chance(40) { request.acted = instant(on: request.day) }
    if random.chance(40) { request.asked = instant(on: request.askedDay) }
    if random.chance(40) { request.decided = instant(on: request.decidedDay) }
    drawFacts(&request)
    drawRecords(&request)
    return request
  }

  private mutating func acts() -> [String] {
    guard !random.chance(3) else { return [] }
    return random.chance(80)
      ? random.some(random.between(1, 2), of: words.focus)
      : random.some(random.between(1, 2), of: GeneratedWords.acts)
  }

  private mutating func papers() -> [Request.Paper] {
    (0..<random.pick([0, 1, 1, 1, 2])).map { _ in
      var paper = Request.Paper(kind: random.pick(GeneratedWords.papers))
      if random.chance(85) { paper.fields["signer"] = .choice(random.pick(GeneratedWords.signers)) }
      if paper.kind == "warrant" { paper.fields["signer"] = .choice("judge") }
      if random.chance(85) { paper.fields["served"] = .yesNo(random.chance(50)) }
      if random.chance(85) { paper.fields["received"] = .instant(instant(on: words.someDay(&random))) }
      return paper
    }
  }

  private mutating func drawFacts(_ request: inout Request) {
    for name in ["flag-a", "flag-b", "flag-c", "exigent"] where random.chance(80) {
      request.facts[name] = .yesNo(random.chance(50))
    }
    if request.facts["exigent"] != nil { request.judgements["exigent"] = .init(by: "A. Clerk", why: "seen") }
    for name in ["leave", "consent"] where random.chance(40) { request.facts[name] = .yesNo(random.chance(60)) }
    if random.chance(70) { request.facts["custody"] = .choice(random.pick(GeneratedWords.custody)) }
    if random.chance(75) { request.facts["age"] = .number(random.pick([12, 16, 17, 18, 19, 20, 21, 22, 40])) }
    for name in ["booked", "released"] where random.chance(78) {
      request.facts[name] = .date(words.someDay(&random))
    }
    if random.chance(75) { request.facts["release-due"] = .instant(instant(on: words.someDay(&random))) }
  }

  private mutating func drawRecords(_ request: inout Request) {
    switch random.between(0, 9) {
    case 0...1: break
    case 2...4: request.records["convictions"] = .init(isComplete: true, records: [])
    default:
      let records = (0..<random.between(1, 2)).map { _ in conviction() }
      request.records["convictions"] = .init(isComplete: random.chance(75), records: records)
    }
    guard random.chance(90) else { return }
    let stays = (0..<random.between(0, 2)).map { _ in
      let start = words.someDay(&random)
      var stay = ["start": FactValue.date(start), "end": .date(start.adding(days: random.between(-1, 25)))]
      if random.chance(8) { stay[random.pick(["start", "end"])] = nil }
      return stay
    }
    request.records["stays"] = .init(isComplete: random.chance(93), records: stays)
  }

  private mutating func conviction() -> [String: FactValue] {
    var record: [String: FactValue] = [:]
    let codes = GeneratedWords.codes + ["5/9-1(b)", "5/9-10", "5/24-1(a)(2)"]
    if random.chance(90) { record["offence"] = .code(random.pick(codes)) }
    if random.chance(90) { record["class"] = .choice(random.pick(GeneratedWords.classes)) }
    if random.chance(90) { record["convicted-on"] = .date(words.someDay(&random)) }
    return record
  }

  /// Some minute of the day; at times its first.
  private mutating func instant(on day: Day) -> Instant {
    let minutes = random.pick([0, 1, 150, 540, 960, 1439, random.between(0, 1439)])
    return zone?.instant(of: day, minutes: minutes) ?? Instant(seconds: Int64(day.number) * 86_400)
  }
}
