package import LawLanguage
package import Reasoning

/// An engine that decides requests by law it is given in source form.
package protocol BackEnd {
  /// What reports call it.
  var name: String { get }

  /// Takes a library of law; what is asked after is decided by it.
  mutating func load(_ law: LoadedLaw) throws(BackEndFailure)

  /// Decides one request by the law loaded last.
  mutating func decide(_ inquiry: Inquiry) throws(BackEndFailure) -> Outcome
}

/// A library of law, in source form and checked.
package struct LoadedLaw: Sendable {
  /// The document of the suite it belongs to.
  package let name: String
  package let files: [SourceFile]
  package let library: Library

  /// - Throws: `SuiteError` if the law does not check.
  package init(name: String, files: [SourceFile]) throws(SuiteError) {
    self.name = name
    self.files = files
    library = try checked(files, name)
  }
}

/// A request of a case.
package struct Inquiry: Sendable {
  /// The case.
  package let id: String
  /// In the form in which requests are read.
  package let request: WrittenValue

  package init(id: String, request: WrittenValue) {
    self.id = id
    self.request = request
  }
}

/// What comes of a question.
package enum Outcome: Sendable, Hashable {
  case reply(Reply)
  /// The engine says that the request is more than it can do, and why. It is counted, and no failure.
  case beyond(String)
}

/// Why there is no outcome: one sentence.
package enum BackEndFailure: Error, Hashable {
  /// It does not take this law, or this request.
  case refused(String)
  /// Nothing more can come from it.
  case gone(String)

  package var sentence: String {
    switch self {
    case .refused(let sentence), .gone(let sentence): sentence
    }
  }
}
