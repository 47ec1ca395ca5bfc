import Foundation

/// Standard output and standard error.
package enum Output {
  /// Writes a text and a line feed to standard output.
  package static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

  /// Writes a text without a line feed, for a prompt.
  package static func prompt(_ text: String) { write(text, to: .standardOutput) }

  /// Writes a text and a line feed to standard error.
  package static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// Writes a text without a line feed to standard error, for what is soon written over.
  package static func note(_ text: String) { write(text, to: .standardError) }

  private static func isClosedPipe(_ error: any Error) -> Bool {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).code == Int(EPIPE)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // An answer half written must not look complete. If nobody reads any more, there is no one left to tell.
      if handle === FileHandle.standardOutput, !isClosedPipe(error) {
        try? FileHandle.standardError.write(
          contentsOf: Data("tenth: standard output cannot be written; check its disk or device\n".utf8))
      }
      Foundation.exit(2)
    }
  }
}
