/// Why a letter was not set. The letter itself is data that was composed before, so nothing is lost: set it again later.
public enum TypesettingError: Error, Sendable, Hashable {
  case noTypesetter(lookedIn: [String])
  /// The Python that was found does not run, or has no Typst.
  case notReady(String)
  case missingFonts([String])
  case letterTooLarge(bytes: Int, limit: Int)
  case pdfTooLarge(limit: Int)
  case tookTooLong(seconds: Int)
  /// The typesetter refused the letter, and said why.
  case refused(String)
  /// It ended twice over this letter.
  case ended
  /// Too many letters wait to be set.
  case busy
  case stopped

  /// What happened and what to do, for the office.
  public var sentence: String {
    switch self {
    case .noTypesetter(let places):
      "No typesetter was found, so no PDF was made; the letter is kept and can be set later. Looked for "
        + places.joined(separator: ", ")
        + ". Install it with: python3 -m venv DIR && DIR/bin/pip install typst==0.15.2; "
        + "then name DIR/bin/python3 with TENTH_TYPESETTER."
    case .notReady(let why):
      "The typesetter does not start (\(why)), so no PDF was made; the letter is kept and can be set later. "
        + "TENTH_TYPESETTER must name a Python 3 that has the package typst 0.15.2."
    case .missingFonts(let families):
      "These fonts are missing: \(families.joined(separator: ", ")). No PDF was made; the letter is kept. "
        + "Install Debian's fonts-noto-core and fonts-noto-cjk, or name their folders with TENTH_FONTS."
    case .letterTooLarge(let bytes, let limit): "The letter is \(bytes) bytes of text; a letter has at most \(limit)."
    case .pdfTooLarge(let limit): "The PDF would be larger than \(limit) bytes; the letter is kept."
    case .tookTooLong(let seconds):
      "The letter was not set within \(seconds) seconds; it is kept and can be tried again."
    case .refused(let why): "The typesetter refused the letter: \(why). The letter is kept."
    case .ended: "The typesetter ended twice over this letter; the letter is kept, and others can be set."
    case .busy: "Too many letters wait to be set; the letter is kept and can be set later."
    case .stopped: "The typesetter was stopped before this letter was set; the letter is kept."
    }
  }
}

/// What a letter may take.
public struct TypesettingLimits: Sendable, Hashable {
  /// Bytes of a letter as data.
  public var letter = 256 << 10
  /// Bytes of a PDF.
  public var pdf = 8 << 20
  /// Seconds for one letter.
  public var seconds = 10
  /// Seconds in which the typesetter gets ready.
  public var startSeconds = 30
  /// Letters that may wait.
  public var waiting = 64

  /// The usual limits.
  public init() {}
}
