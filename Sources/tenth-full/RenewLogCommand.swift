import ArgumentParser
import Console
import Desk
import Foundation

/// A log that goes on after a loss.
struct RenewLogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew-log",
    abstract: "Let a restored desk's log go on, under a new name and a new key.",
    discussion: """
      The old name has signed what is lost, and whoever holds one of its checkpoints can show so. The new log begins with \
      everything that is left, then the last checkpoint known and your statement. Publish the new key, and say why.

      The desk must be stopped.

      Example:
        tenth renew-log --data tenth-data --name desk.example.gov/log-2 --statement "Disk lost on 3 May; restored \
      the backup of 2 May. A. Example, county counsel."
      """)

  @OptionGroup var desk: DeskFolderOption

  @Option(help: ArgumentHelp("The new name of the log.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Who decided, and what is known of the loss.", valueName: "text"))
  var statement: String

  func run() async throws {
    umask(0o077)
    do {
      let key = try await Backup.goOn(OfficeFolder(desk.data), statement: statement, as: name)
      Output.print("The log goes on as \(name). Publish its key, on the agency's site and letters:\n\(key)")
    } catch { throw Refusal.ofDesk(error) }
  }
}
