import Foundation
import LawLanguage
package import Reasoning

/// Why the program does nothing: always something that somebody can put right.
package enum Refusal: Error, CustomStringConvertible {
  /// The request cannot be used.
  case request(RequestError)
  /// A law file does not check; the text names it and shows its findings.
  case law(String, asJSON: Bool)
  /// Anything else, in a sentence.
  case sentence(String)

  /// What of an error somebody can put right; nil for what is not the program's own.
  package init?(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as RequestError: self = .request(error)
    default: return nil
    }
  }

  package var description: String {
    switch self {
    case .request(let error): error.issues.map { "tenth: \($0)" }.joined(separator: "\n") + more(error)
    case .law(let text, _): text
    case .sentence(let sentence): "tenth: " + Page.printable(sentence)
    }
  }

  /// Tells it, and ends the program.
  package func end() -> Never {
    if case .law(let findings, asJSON: true) = self {
      Output.print(findings)
    } else {
      Output.complain(description)
    }
    Foundation.exit(2)
  }

  private func more(_ error: RequestError) -> String {
    error.omitted > 0 ? "\ntenth: and \(error.omitted) more mistakes" : ""
  }
}
