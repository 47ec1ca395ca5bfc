import LawLanguage
import Reasoning

/// Why the program does nothing: always something that somebody can put right.
enum Refusal: Error, CustomStringConvertible {
  /// The request cannot be used.
  case request(RequestError)
  /// A law file does not check; the text names it and shows its findings.
  case law(String, asJSON: Bool)
  /// Anything else, in a sentence.
  case sentence(String)

  var description: String {
    switch self {
    case .request(let error): error.issues.map { "tenth: \($0)" }.joined(separator: "\n") + more(error)
    case .law(let text, _): text
    case .sentence(let sentence): "tenth: " + Page.printable(sentence)
    }
  }

  private func more(_ error: RequestError) -> String {
    error.omitted > 0 ? "\ntenth: and \(error.omitted) more mistakes" : ""
  }
}
