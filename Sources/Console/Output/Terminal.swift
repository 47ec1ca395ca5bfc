import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program knows of the screen it writes to.
package struct Terminal {
  /// Columns to write in.
  package let width: Int
  /// Whether answers may be coloured, on top of saying what they say.
  package let hasColour: Bool
  /// Whether somebody is there to be asked.
  package let canAsk: Bool

  /// Lines longer than this are hard to read, however wide the window is.
  private static let readable = 100

  /// The terminal of this process.
  package static var current: Terminal {
    let isTerminal = Stream.output.isTerminal
    return Terminal(
      width: min(max(Environment.value("COLUMNS").flatMap(columns) ?? windowWidth ?? 80, 40), readable),
      hasColour: hasColour(on: .output),
      canAsk: isTerminal && isatty(STDIN_FILENO) == 1)
  }

  /// Where the program writes.
  package enum Stream {
    case output, errors

    package var isTerminal: Bool { isatty(self == .output ? STDOUT_FILENO : STDERR_FILENO) == 1 }
  }

  /// Whether what is written there may be coloured.
  package static func hasColour(on stream: Stream) -> Bool {
    let noColour = Environment.value("NO_COLOR").map { !$0.isEmpty } ?? false
    return stream.isTerminal && !noColour && Environment.value("TERM") != "dumb"
  }

  /// A width that was set; 0 and what is no number set none.
  private static func columns(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }

  private static var windowWidth: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
