package import LawLanguage

/// What a handler is given: a request that has passed every check, and who makes it.
package struct Exchange: Sendable {
  /// The route that matched.
  package let route: Route
  /// The parts of the path that the route names, decoded.
  package let parameters: [String: String]
  /// What stands after the question mark.
  package let query: Fields
  /// The fields of the form; none if it is not a form.
  package let form: Fields
  /// The file that came with the form.
  package let file: UploadedFile?
  /// The body, for what is not a form.
  package let body: [UInt8]
  /// The header fields, by their names in lower case.
  package let headers: [String: String]
  /// Who asks.
  package let visitor: Visitor
  /// When.
  package let now: Instant
  /// The trace that it belongs to.
  package let trace: TraceContext
  /// The address from which it comes, for the record of who came in alone.
  package let source: String?

  /// A part of the path; empty if the route names no such part.
  package func parameter(_ name: String) -> String { parameters[name] ?? "" }
}

/// The fields of a form or a query, in the order in which they came.
package struct Fields: Sendable, Hashable {
  package let pairs: [Pair]

  /// A field and its value.
  package struct Pair: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  package init(_ pairs: [Pair] = []) { self.pairs = pairs }

  /// The first value of that name.
  package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// The value without spaces around it; nil if there is none, or nothing but spaces.
  package func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let text = value.drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...last])
  }

  /// All values of that name.
  package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}

/// What is answered.
package struct Reply: Sendable {
  package var status: Status
  /// Beyond those that every answer has.
  package var headers: [Header]
  package var body: [UInt8]

  /// A header field.
  package struct Header: Sendable {
    package let name: String
    package let value: String
  }

  package init(_ status: Status = .ok, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package mutating func add(_ name: String, _ value: String) { headers.append(Header(name: name, value: value)) }

  package func with(_ name: String, _ value: String) -> Reply {
    var copy = self
    copy.add(name, value)
    return copy
  }

  /// A page.
  package static func page(_ html: HTML, status: Status = .ok) -> Reply {
    Reply(
      status, headers: [Header(name: "content-type", value: "text/html; charset=utf-8")],
      body: Array("<!DOCTYPE html>".utf8) + html.written())
  }

  /// Text of a media type.
  package static func text(_ text: String, _ mediaType: String = "text/plain; charset=utf-8") -> Reply {
    Reply(headers: [Header(name: "content-type", value: mediaType)], body: Array(text.utf8))
  }

  /// To another page, which is then read by GET.
  package static func seeOther(_ path: String) -> Reply {
    Reply(.seeOther, headers: [Header(name: "location", value: path)])
  }
}

/// The status codes that the desk gives.
package enum Status: Int, Sendable, Hashable {
  case ok = 200
  case created = 201
  case noContent = 204
  case seeOther = 303
  case notModified = 304
  case badRequest = 400
  case unauthorised = 401
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case notAcceptable = 406
  case timeout = 408
  case conflict = 409
  case gone = 410
  case preconditionFailed = 412
  case contentTooLarge = 413
  case addressTooLong = 414
  case unsupportedMediaType = 415
  case misdirected = 421
  case unprocessable = 422
  case preconditionRequired = 428
  case tooManyRequests = 429
  case headersTooLarge = 431
  case serverError = 500
  case unavailable = 503
  case insufficientStorage = 507

  /// In plain words, as a title.
  package var words: String {
    switch self {
    case .ok, .created, .noContent, .seeOther, .notModified: "Done"
    case .badRequest: "This could not be read"
    case .unauthorised: "Sign in first"
    case .forbidden: "You may not do this"
    case .notFound: "There is no such page"
    case .methodNotAllowed: "That cannot be done with this page"
    case .notAcceptable: "This is not given in that form"
    case .timeout: "It took too long to arrive"
    case .conflict: "Somebody else was first"
    case .gone: "This is no longer here"
    case .preconditionFailed: "It has changed since you read it"
    case .contentTooLarge: "This is too large"
    case .addressTooLong: "The address is too long"
    case .unsupportedMediaType: "This kind of content is not read here"
    case .misdirected: "This was meant for another address"
    case .unprocessable: "This cannot be used as it is"
    case .preconditionRequired: "Say which version you have read"
    case .tooManyRequests: "Too many tries"
    case .headersTooLarge: "The request's header is too large"
    case .serverError: "Something went wrong here"
    case .unavailable: "The desk cannot record anything now"
    case .insufficientStorage: "There is no room left to record this"
    }
  }
}

/// Why a request is not answered as asked: always something that can be said to whoever asked.
package struct Refused: Error, Sendable {
  package let status: Status
  /// One or two sentences: what is wrong, and what to do.
  package let sentence: String
  package var headers: [Reply.Header] = []
  /// What exactly went wrong, for the program's log alone.
  package var detail: String?
  /// What programs are told beyond the sentence.
  package var problem = ProblemDetails()

  package init(_ status: Status, _ sentence: String, headers: [Reply.Header] = []) {
    self.status = status
    self.sentence = sentence
    self.headers = headers
  }
}
