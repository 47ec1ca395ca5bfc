import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program knows of the screen it writes to.
struct Terminal {
  /// Columns to write in.
  let width: Int
  /// Whether answers may be coloured, on top of saying what they say.
  let hasColour: Bool
  /// Whether somebody is there to be asked.
  let canAsk: Bool

  /// Lines longer than this are hard to read, however wide the window is.
  private static let readable = 100

  /// The terminal of this process.
  static var current: Terminal {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Terminal(
      width: min(max(environment["COLUMNS"].flatMap { Int($0) } ?? windowWidth ?? 80, 40), readable),
      hasColour: isTerminal && !noColour && environment["TERM"] != "dumb",
      canAsk: isTerminal && isatty(STDIN_FILENO) == 1)
  }

  private static var windowWidth: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
