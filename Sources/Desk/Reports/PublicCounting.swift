internal import LawLanguage

/// Counts cases for a public table.
struct PublicCounting {
  let period: ReportPeriod
  let zone: Zone

  func table(_ count: PublicCount, _ cases: [RecordedCase]) -> CountTable {
    switch count {
    case .papersByOutcome: papers(cases)
    case .accessGiven: access(cases)
    }
  }

  private static let ends = ["Released", "Handed over", "Stayed for another reason", "Not known, or not yet"]

  private func papers(_ cases: [RecordedCase]) -> CountTable {
    let rows = ["Detainers", "Civil immigration warrants", "Other requests of immigration agents"]
    var counts = rows.map { _ in PublicCounting.ends.map { _ in 0 } }
    for item in cases {
      for paper in item.file.papers where period.contains(item.received(paper, in: zone).day) {
        let row: Int
        switch ImmigrationPaper.kind(paper.check.kind) {
        case "detainer": row = 0
        case .some: row = 1
        case nil:
          guard HelpRequest.isOne(paper.check.kind) else { continue }
          row = 2
        }
        let column =
          switch item.file.outcome?.kind {
          case .released: 0
          case .transferred: 1
          case .keptOnOtherGround: 2
          case .notInCustody, .answered, .withdrawn, nil: 3
          }
        counts[row][column] += 1
      }
    }
    return CountTable(rows: rows, columns: PublicCounting.ends, counts: counts)
  }

  private func access(_ cases: [RecordedCase]) -> CountTable {
    let kinds = [
      ("Releases told", "notify-release"), ("Interviews allowed", "allow-interview"),
      ("People handed over", "transfer"),
      ("People kept past release", "hold"),
    ]
    var counts = kinds.map { _ in [0] }
    for item in cases {
      for (row, kind) in kinds.enumerated() {
        let done = item.file.decision(on: kind.1)
        if done?.entry.choice == .act, let day = done.map({ zone.day(of: $0.happened) }), period.contains(day) {
          counts[row][0] += 1
        }
      }
    }
    return CountTable(rows: kinds.map(\.0), columns: ["Times"], counts: counts)
  }
}
