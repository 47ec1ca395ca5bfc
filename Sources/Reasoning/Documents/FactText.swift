package import LawLanguage

extension FactValue {
  /// The value as a user writes it: `yes`, `34`, `2025-01-22T16:00:00-06:00`.
  package func text(clock: LocalClock?) -> String {
    switch self {
    case .yesNo(let value): value ? "yes" : "no"
    case .choice(let name), .code(let name): name
    case .number(let number): String(number)
    case .date(let day): day.description
    case .instant(let instant): clock.map { $0.text(of: instant) } ?? "second \(instant.seconds)"
    }
  }
}
