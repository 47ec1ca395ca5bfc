package import LawLanguage
package import Reasoning

/// An object of the suite's JSON, read key by key. What nobody reads means nothing.
package struct Fields {
  /// What it is, for a mistake: `by-hand-look-backs.json: case 3`.
  package let place: String
  private let members: [String: WrittenValue]

  package init(_ value: WrittenValue, in place: String) throws(SuiteError) {
    guard case .object(let members) = value.content else { throw SuiteError("\(place): expected an object") }
    self.place = place
    self.members = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Reads a JSON text that is an object.
  package init(json bytes: [UInt8], in place: String) throws(SuiteError) {
    do {
      try self.init(WrittenValue(json: bytes, from: place), in: place)
    } catch let error as RequestError {
      throw SuiteError(error.issues.first?.description ?? "\(place) is no JSON")
    } catch let error as SuiteError {
      throw error
    } catch {
      throw SuiteError("\(place): \(error)")
    }
  }

  package subscript(key: String) -> WrittenValue? {
    guard let value = members[key], value.content != .null else { return nil }
    return value
  }

  /// Whether the key stands there, be it with null.
  package func has(_ key: String) -> Bool { members[key] != nil }

  package func required(_ key: String) throws(SuiteError) -> WrittenValue {
    guard let value = self[key] else { throw SuiteError("\(place): \(key) is missing") }
    return value
  }

  package func text(_ key: String) throws(SuiteError) -> String? {
    guard let value = self[key] else { return nil }
    return try text(value, key)
  }

  package func requiredText(_ key: String) throws(SuiteError) -> String { try text(required(key), key) }

  package func requiredNumber(_ key: String) throws(SuiteError) -> Int {
    guard case .number(let digits) = try required(key).content, let number = Int(digits) else {
      throw SuiteError("\(place): \(key) is no whole number")
    }
    return number
  }

  /// Nil if it is absent.
  package func flag(_ key: String) throws(SuiteError) -> Bool? {
    guard let value = self[key] else { return nil }
    guard case .boolean(let flag) = value.content else {
      throw SuiteError("\(place): \(key) is neither true nor false")
    }
    return flag
  }

  /// Empty if it is absent.
  package func list(_ key: String) throws(SuiteError) -> [WrittenValue] {
    guard let value = self[key] else { return [] }
    guard case .list(let items) = value.content else { throw SuiteError("\(place): \(key) is no list") }
    return items
  }

  package func objects(_ key: String) throws(SuiteError) -> [Fields] {
    var found: [Fields] = []
    for (index, item) in try list(key).enumerated() {
      found.append(try Fields(item, in: "\(place): \(key)[\(index)]"))
    }
    return found
  }

  package func object(_ key: String) throws(SuiteError) -> Fields? {
    guard let value = self[key] else { return nil }
    return try Fields(value, in: "\(place): \(key)")
  }

  package func texts(_ key: String) throws(SuiteError) -> [String] {
    var found: [String] = []
    for item in try list(key) { found.append(try text(item, key)) }
    return found
  }

  private func text(_ value: WrittenValue, _ key: String) throws(SuiteError) -> String {
    guard case .text(let text) = value.content else { throw SuiteError("\(place): \(key) is no text") }
    return text
  }

  // MARK: Words of the language

  /// A name out of a closed list: an answer, a basis, a caution.
  package func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(SuiteError) -> Word? where Word.RawValue == String {
    guard let written = try text(key) else { return nil }
    return try word(written, key, as: type)
  }

  package func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(SuiteError) -> [Word] where Word.RawValue == String {
    var found: [Word] = []
    for written in try texts(key) { found.append(try word(written, key, as: type)) }
    return found
  }

  package func word<Word: RawRepresentable & CaseIterable>(
    _ written: String, _ key: String, as type: Word.Type
  ) throws(SuiteError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: written) else {
      let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw SuiteError("\(place): \(key) is \"\(printable(written))\", and can only be one of \(all)")
    }
    return word
  }

  /// An instant with an offset, or a day.
  package func moment(_ key: String) throws(SuiteError) -> Moment? {
    guard let written = try text(key) else { return nil }
    guard let parts = try? DateText.parse(written) else {
      throw SuiteError("\(place): \(key) is \"\(printable(written))\", neither a day nor an instant")
    }
    guard let second = parts.secondOfDay else { return .day(parts.day) }
    guard let offset = parts.offset else { throw SuiteError("\(place): \(key) is an instant without an offset") }
    return .instant(Instant(seconds: Int64(parts.day.number) * 86_400 + Int64(second - offset)))
  }

  package func instant(_ key: String) throws(SuiteError) -> Instant? {
    switch try moment(key) {
    case nil: nil
    case .instant(let instant): instant
    case .day: throw SuiteError("\(place): \(key) is a day, not an instant")
    }
  }

  /// `il.trust.no-hold`: a law and the name of its norm after the last dot.
  package func norm(_ key: String) throws(SuiteError) -> QualifiedName? {
    guard let written = try text(key) else { return nil }
    return try norm(named: written)
  }

  package func norm(named written: String) throws(SuiteError) -> QualifiedName {
    guard let dot = written.lastIndex(of: ".") else {
      throw SuiteError("\(place): \"\(printable(written))\" names no law and rule")
    }
    return QualifiedName(law: String(written[..<dot]), name: String(written[written.index(after: dot)...]))
  }
}

/// A moment as JSON writes it.
package enum Moment: Hashable {
  case day(Day)
  case instant(Instant)
}

/// What somebody else wrote, shortened and without control characters.
func printable(_ text: some StringProtocol) -> String {
  let shown = text.unicodeScalars.prefix(120).map { scalar -> String in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{FFFD}"
    default: String(scalar)
    }
  }
  return shown.joined() + (text.unicodeScalars.count > 120 ? "…" : "")
}
