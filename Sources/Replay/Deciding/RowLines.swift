internal import LawLanguage

/// Writes a line for each row: its number and what came of it, and nothing that the table says.
struct RowLines {
  private let acts: [String]
  private let hasOther: Bool
  private let append: (ReplayFile, [UInt8]) throws -> Void
  private var buffers: [ReplayFile: [UInt8]] = [:]
  private var decisions: [UInt8] = []
  /// What follows the number, by the verdicts' numbers.
  private var known: [UInt64: [[UInt8]]] = [:]

  private static let block = 1 << 20

  init(acts: [String], hasOther: Bool, append: @escaping (ReplayFile, [UInt8]) throws -> Void) {
    self.acts = acts
    self.hasOther = hasOther
    self.append = append
  }

  mutating func begin(measures: Bool) throws {
    let columns = ["row", "act", "answer", "basis", "rules", "citations", "possible", "open"]
    let beside = hasOther ? ["other_answer", "other_basis", "other_rules", "differs"] : []
    decisions += RowLines.line(columns + beside)
    buffers[.setAside] = RowLines.line(["row", "reason"])
    buffers[.bad] = RowLines.line(["row", "line", "column", "reason"])
    if measures {
      buffers[.held] = RowLines.line(["row", "hours_past_last_local_release", "past_48h", "not_measured_because"])
    }
  }

  mutating func bad(_ row: Int, _ problem: ReadingProblem) throws {
    try add(.bad, [String(row), String(problem.line), problem.column.map(String.init) ?? "", problem.sentence])
  }

  mutating func aside(_ row: Int, _ reason: SetAside) throws {
    try add(.setAside, [String(row), reason.rawValue])
  }

  mutating func held(_ row: Int, _ record: StayRecord) throws {
    let cells: [String]
    switch StayFigures.minutes(record) {
    case .failure(let reason): cells = [String(row), "", "", reason.rawValue]
    case .success(let minutes):
      cells = [String(row), RowLines.hours(minutes), minutes > StayFigures.limit ? "yes" : "no", ""]
    }
    try add(.held, cells)
  }

  mutating func decided(
    _ row: Int, _ verdict: Int32, _ verdicts: [Verdict], _ other: Int32, _ others: [Verdict]
  ) throws {
    let key = UInt64(UInt32(bitPattern: verdict)) << 32 | UInt64(UInt32(bitPattern: other))
    let endings: [[UInt8]]
    if let known = known[key] {
      endings = known
    } else {
      endings = acts.indices.map { act in
        ending(verdicts[Int(verdict)].acts[act], other >= 0 ? others[Int(other)].acts[act] : nil)
      }
      known[key] = endings
    }
    for ending in endings {
      decisions.append(number: row)
      decisions += ending
    }
    if decisions.count > RowLines.block {
      try append(.decisions, decisions)
      decisions.removeAll(keepingCapacity: true)
    }
  }

  mutating func finish() throws {
    try append(.decisions, decisions)
    for (file, bytes) in buffers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { try append(file, bytes) }
  }

  // MARK: Text

  private func ending(_ verdict: ActVerdict, _ other: ActVerdict?) -> [UInt8] {
    var cells = ["", verdict.act, verdict.answer.rawValue, verdict.basis?.rawValue ?? ""]
    cells += [verdict.rules, verdict.cites, verdict.answer == .undetermined ? verdict.possible.map(\.rawValue) : []]
      .map { $0.joined(separator: "; ") }
    cells.append(verdict.open.joined(separator: "; "))
    if hasOther {
      cells += [other?.answer.rawValue ?? "", other?.basis?.rawValue ?? "", other?.rules.joined(separator: "; ") ?? ""]
      cells.append(other.map { verdict.agrees(with: $0) ? "no" : "yes" } ?? "")
    }
    return RowLines.line(cells)
  }

  private mutating func add(_ file: ReplayFile, _ cells: [String]) throws {
    buffers[file, default: []] += RowLines.line(cells)
    guard let buffer = buffers[file], buffer.count > RowLines.block else { return }
    try append(file, buffer)
    buffers[file] = []
  }

  /// `69`, `69.5`.
  static func hours(_ minutes: Int) -> String {
    let tenths = (abs(minutes) * 10 + 30) / 60
    return "\(minutes < 0 ? "-" : "")\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)")"
  }

  /// A line of cells between commas (RFC 4180).
  static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
        bytes += Array("\"\(cell.replacing("\"", with: "\"\""))\"".utf8)
      } else {
        bytes += Array(cell.utf8)
      }
    }
    return bytes + [0x0D, 0x0A]
  }
}

extension [UInt8] {
  /// A number that is not negative, in digits.
  fileprivate mutating func append(number: Int) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
