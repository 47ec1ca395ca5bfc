import ArgumentParser
import Console
import Foundation

/// Answers a request itself, and leaves everything else to the full program, which lies beside it.
///
/// A jail waits for `decide`, so it is linked with what deciding takes and no more: the server, its database and the tree of all
/// commands take longer to load than the answer takes to find.
@main
enum Tenth {
  static func main() {
    // A closed pipe is met where it is written to.
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    // What cannot be read so (a mistake, `--help`, an adoption) the full program answers.
    if arguments.first == "decide", let asked = try? DecideOptions.parse(Array(arguments.dropFirst())) {
      do { try asked.run() } catch {
        if let refusal = Refusal(error) { refusal.end() }
      }
    }
    FullProgram.takeOver()
  }
}
