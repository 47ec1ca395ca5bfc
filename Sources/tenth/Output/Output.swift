import Foundation

/// Standard output and standard error.
enum Output {
  /// Writes a text and a line feed to standard output.
  static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

  /// Writes a text without a line feed, for a prompt.
  static func prompt(_ text: String) { write(text, to: .standardOutput) }

  /// Writes a text and a line feed to standard error.
  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  private static func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // Nobody reads any more: there is no one left to tell, and an answer half read must not look complete.
      Foundation.exit(2)
    }
  }
}
