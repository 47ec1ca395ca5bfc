/// A file to be kept by whoever asked for it: never shown inside the desk, whatever it holds.
struct Download: Sendable {
  let bytes: [UInt8]
  /// Of letters, digits, dots and dashes.
  let name: String
  let mediaType: String

  var reply: Reply {
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) ? $0 : "-" }
    return Reply(body: bytes).with("content-type", mediaType)
      .with("content-disposition", "attachment; filename=\"\(String(safe))\"")
      // Beside the policy that every answer has: if it is shown after all, it runs nothing.
      .with("content-security-policy", "sandbox; default-src 'none'")
  }

  /// What is said of a proof before the log is published.
  static let notPublishedYet = Refused(
    .notFound,
    "The published log does not reach this entry yet. It is published once a day, at a fixed time, so that nobody can "
      + "tell from it when something happened. Ask for the proof after the next publication.")
}
