import Foundation
public import LawLanguage

/// All letters that can be written: their kinds, their texts, their languages, and what each of them discloses.
public struct LetterSet: Sendable {
  /// In the order of the data.
  public let kinds: [LetterKind]
  /// In the order of the data; English first.
  public let languages: [LetterLanguage]
  /// What laws ask of languages.
  public let requiredLanguages: [RequiredLanguages]
  let disclosures: DisclosureData
  let interpreter: LanguageData.Interpreter
  let everyScript: [String]
  private let texts: [String: [String: LetterText]]

  /// The data or the texts have mistakes; all of them are named.
  public struct Mistaken: Error, Sendable, Hashable {
    /// In order of the files.
    public let mistakes: [LetterMistake]
  }

  /// Reads the letters, and refuses all of them if one has a mistake: a misspelt field is an error here and never a blank
  /// on a page.
  public init(_ files: [SourceFile]) throws(Mistaken) {
    var mistakes: [LetterMistake] = []
    let kindData: KindData? = Self.data("letters.json", in: files, &mistakes)
    let languageData: LanguageData? = Self.data("languages.json", in: files, &mistakes)
    let disclosureData: DisclosureData? = Self.data("disclosures.json", in: files, &mistakes)
    var texts: [String: [String: LetterText]] = [:]
    for file in files where file.path.hasSuffix(".md") {
      var reader = LetterTextReader(path: file.path)
      let text = reader.read(file.bytes)
      mistakes += reader.mistakes
      guard let text else { continue }
      if file.path != "\(text.language)/\(text.letter).md" {
        mistakes.append(
          LetterMistake(path: file.path, line: 1, text: "belongs at \(text.language)/\(text.letter).md by its head"))
      }
      texts[text.letter, default: [:]][text.language] = text
    }
    guard let kindData, let languageData, let disclosureData else { throw Mistaken(mistakes: mistakes) }
    kinds = kindData.letters
    languages = languageData.languages
    requiredLanguages = languageData.required
    interpreter = languageData.interpreter
    everyScript = languageData.everyScript
    disclosures = disclosureData
    self.texts = texts
    mistakes += mistakesInside()
    guard mistakes.isEmpty else { throw Mistaken(mistakes: mistakes) }
  }

  /// Reads the letters of a folder.
  public init(_ folder: LettersFolder) throws {
    try self.init(try folder.files())
  }

  /// The kind of that name.
  public func kind(_ name: String) -> LetterKind? { kinds.first { $0.name == name } }

  /// The language of that tag.
  public func language(_ tag: String) -> LetterLanguage? { languages.first { $0.tag == tag } }

  /// The language that all others are translated from.
  static let original = "en"

  func text(of kind: String, in language: String) -> LetterText? { texts[kind]?[language] }

  var allTexts: [LetterText] { texts.values.flatMap(\.values).sorted { $0.path < $1.path } }

  /// How a letter's text in a language stands.
  public func standing(of kind: String, in language: String) -> TranslationStanding {
    guard let text = text(of: kind, in: language) else { return .missing }
    switch text.translation {
    case .original: return .original
    case .draft: return .draft
    case .machine: return .machine
    case .certified(let by, let on, let of):
      return of == digest(of: kind) ? .certified(by: by, on: on) : .outdated(by: by, on: on)
    }
  }

  /// What a certificate of a translation names: the SHA-256 of the English text, in hexadecimal.
  public func digest(of kind: String) -> String? { text(of: kind, in: Self.original)?.digest }

  /// The acts on which a decision must speak before anything of this kind is composed.
  public func acts(toDecide kind: LetterKind, to recipient: String, in jurisdiction: String) -> [String] {
    var found: [String] = []
    func add(_ act: String) { if !found.contains(act) { found.append(act) } }
    for field in kind.fields {
      field.intends.map(add)
      guard recipient != disclosures.own, let datum = field.tells,
        let row = disclosures.row(telling: datum, to: recipient, in: jurisdiction), row.ruledBy == .answer
      else { continue }
      add(row.act)
    }
    return found
  }

  private struct KindData: Codable { let letters: [LetterKind] }

  private static func data<Value: Decodable>(
    _ path: String, in files: [SourceFile], _ mistakes: inout [LetterMistake]
  ) -> Value? {
    guard let file = files.first(where: { $0.path == path }) else {
      mistakes.append(LetterMistake(path: path, line: nil, text: "is missing"))
      return nil
    }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(file.bytes))
    } catch let error as DecodingError {
      mistakes.append(LetterMistake(path: path, line: nil, text: error.whereAndWhat))
    } catch {
      mistakes.append(LetterMistake(path: path, line: nil, text: "is no JSON"))
    }
    return nil
  }
}

extension DecodingError {
  fileprivate var whereAndWhat: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let at), .valueNotFound(_, let at), .keyNotFound(_, let at), .dataCorrupted(let at):
      context = at
    @unknown default: return "does not decode"
    }
    let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    return "\(place): \(context.debugDescription)"
  }
}
