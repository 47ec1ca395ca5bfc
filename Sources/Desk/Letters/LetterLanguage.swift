import LawLanguage

/// A language that letters know: its name in itself, its fonts, and, where there are texts in it, the words around them.
public struct LetterLanguage: Sendable, Hashable, Codable {
  /// BCP 47: `zh-Hant`.
  public let tag: String
  /// Its own name: `繁體中文`.
  public let name: String
  /// Its name in English.
  public let english: String
  /// Font families, in the order in which they are looked through.
  public let fonts: [String]
  /// `rtl` for a language written from the right.
  public let direction: String?
  /// The region whose signs it is written with.
  public let region: String?
  /// Nil for a language without texts.
  public let words: LetterWords?
}

/// The words of a language around the texts.
public struct LetterWords: Sendable, Hashable, Codable {
  /// Monday first.
  public let weekdays: [String]
  /// January first.
  public let months: [String]
  /// `{weekday}, {month} {day}, {year}`
  public let day: String
  /// `{day}, {time}`
  public let moment: String
  /// Before noon.
  public let am: String
  /// After noon.
  public let pm: String
  /// Labels of the record at a letter's end.
  public let law, policy, lawDay, adopted, noAdvice, `case`, letter, receipt, proof, questions, encloses: String
  /// What stands over a draft.
  public let draft: String?

  func text(_ day: Day) -> String {
    let (year, month, date) = day.civil
    // Missing names are refused when the data is read.
    let weekday = weekdays.indices.contains(day.weekday - 1) ? weekdays[day.weekday - 1] : ""
    let name = months.indices.contains(month - 1) ? months[month - 1] : ""
    return filled(self.day, ["weekday": weekday, "month": name, "day": String(date), "year": String(year)])
  }

  func text(_ instant: Instant, in zone: Zone) -> String {
    text(zone.day(of: instant), minutes: zone.minutes(of: instant))
  }

  /// The end of a span: midnight ends the day before, lest anybody takes it for the next.
  func end(_ instant: Instant, in zone: Zone) -> String {
    guard zone.minutes(of: instant) == 0 else { return text(instant, in: zone) }
    return text(zone.day(of: instant).adding(days: -1), minutes: 24 * 60 - 1)
  }

  private func text(_ day: Day, minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    let time = "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? am : pm)"
    return filled(moment, ["day": text(day), "time": time])
  }

  private func filled(_ pattern: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// Languages that a law asks for: data of the law, with its source.
public struct RequiredLanguages: Sendable, Hashable, Codable {
  /// Where.
  public let jurisdiction: String
  /// The law of the library that asks, if it is there.
  public let law: String?
  /// For which act.
  public let act: String?
  /// The citation.
  public let cite: String
  /// Tags; none where the law names no language.
  public let languages: [String]
  /// What the law asks beyond the list.
  public let more: String?
  /// Where it was read.
  public let source: String
  /// When it was read: `2026-11-21`.
  public let read: String
}

/// `languages.json`.
struct LanguageData: Sendable, Codable {
  let interpreter: Interpreter
  /// Families that follow those of the letter's own language, for names in other scripts.
  let everyScript: [String]
  let languages: [LetterLanguage]
  let required: [RequiredLanguages]

  struct Interpreter: Sendable, Codable {
    let named: String
    let unknown: String
  }
}
