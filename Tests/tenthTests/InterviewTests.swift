import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The interview, on a terminal of its own.
@Suite(
  .enabled(if: Program.executable != nil, Program.absence),
  .enabled(
    if: FileManager.default.fileExists(atPath: "/dev/pts/ptmx"),
    "no terminal can be opened here: /dev/pts is not mounted"))
struct InterviewTests {
  /// Both ends of a new terminal. glibc's own functions for it are not in Swift's module; Linux numbers are.
  private func openTerminal() throws -> (main: Int32, terminal: Int32) {
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, UInt32) = (0, 0)
    try #require(main >= 0 && ioctl(main, unlock, &lock) == 0 && ioctl(main, getNumber, &number) == 0)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    return (main, terminal)
  }

  /// What stands on the terminal after these lines were typed.
  private func talk(_ typed: String, _ arguments: String...) throws -> String {
    guard let executable = Program.executable else { throw Program.Absent() }
    let (main, terminal) = try openTerminal()
    var settings = termios()
    tcgetattr(terminal, &settings)
    settings.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSANOW, &settings)
    let process = Process()
    process.executableURL = executable
    process.arguments =
      ["decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-01-22"] + arguments
    process.environment = ["TENTH_LAWS": Program.laws, "COLUMNS": "80", "NO_COLOR": "1"]
    let handle = FileHandle(fileDescriptor: terminal)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    close(terminal)
    try FileHandle(fileDescriptor: main).write(contentsOf: Data(typed.utf8))
    var seen: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // When the program has ended, reading from its terminal fails.
      let count = read(main, &buffer, buffer.count)
      if count <= 0 { break }
      seen += buffer[..<count]
    }
    process.waitUntilExit()
    close(main)
    #expect(process.terminationStatus == 0)
    return String(decoding: seen, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  @Test func asksOneThingAtATimeUntilTheAnswerIsFound() throws {
    let seen = try talk("1\nmaybe\n?\nno\n", "--instrument", "i247a", "--act", "notify-release")
    #expect(
      seen.hasPrefix(
        """
        The answer depends on facts that are not known yet. Type ? for help, or nothing
        if you do not know.
        Why is the person in custody?
          1  pretrial
          2  sentenced
        (1 to 2) > Was the person a victim or witness of a crime?
        (yes or no) > Expected yes or no, not "maybe"; write yes, no or unknown.
        (yes or no) > As the agency's own file says.
        (yes or no) > 
        Do not tell immigration agents when the person will be released.

        """))
  }

  @Test func leavesUnknownWhatNobodyKnows() throws {
    let seen = try talk("\n\n", "--instrument", "i247a", "--act", "notify-release")
    #expect(seen.contains("It depends: whether you may tell immigration agents when the person will be"))
  }

  @Test func asksForRecordsOneAfterAnother() throws {
    let seen = try talk(
      "add\n1 AA 5/9-1\nfelony\n2019-02-30\n2019-03-01\nadd\n\n1\n\nmore\n", "--act", "transfer")
    #expect(seen.contains("Which convictions does the agency know of?\n(none, or add to enter one) > "))
    #expect(seen.contains("\"2019-02-30\" does not exist: February 2019 has 28 days; check the date."))
    #expect(seen.contains("You may hand the person over to immigration agents: a ban does not reach this\ncase"))
  }

  @Test func asksNothingWhereInputIsNotWanted() throws {
    let seen = try talk("", "--instrument", "i247a", "--act", "notify-release", "--no-input")
    #expect(seen.hasPrefix("It depends:"))
  }
}
