import Console
import Foundation

/// The program of all commands.
enum FullProgram {
  /// Becomes the full program, with the same command line, surroundings and process; ends with a refusal if it is not there.
  static func takeOver() -> Never {
    let path = (ProgramFolder.path as NSString).appendingPathComponent("tenth-full")
    execv(path, CommandLine.unsafeArgv)
    let reason = String(cString: strerror(errno))
    Refusal.sentence(
      "\(path) cannot be started (\(reason)); it belongs beside this program: install both, or build both with ./start"
    ).end()
  }
}
