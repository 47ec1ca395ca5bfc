import ArgumentParser
import Console
import Desk
import Foundation

/// Whether a backup would bring the office back.
struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Try a backup: restore it aside, open everything in it, and leave nothing behind.",
    discussion: """
      Recomputes the log, decrypts every case and document, and counts. Do it after the first backup, and then regularly: a \
      backup that was never restored is a hope.

      Exit codes: 0 if everything could be brought back, 1 if not, 2 if it could not be tried.

      Example:
        tenth drill /backups/tenth-20261122T063000Z.backup --key backup.key --keys tenth-data
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var backup: String

  @OptionGroup var sealing: BackupKeyOption

  @Option(
    help: ArgumentHelp("Where the desk's keys are: the folder that holds keys/master.key.", valueName: "dir"),
    completion: .directory)
  var keys: String

  @Option(
    help: ArgumentHelp("Where there is room to try it; beside the backup unless given.", valueName: "dir"),
    completion: .directory)
  var place: String?

  func run() async throws {
    umask(0o077)
    let report: DrillReport
    do {
      let beside = URL(filePath: backup).deletingLastPathComponent().path()
      report = try await Backup.drill(
        backup, under: BackupKey.load(sealing.key), keys: keys, in: place ?? beside)
    } catch { throw Refusal.ofDesk(error) }
    let counts = report.opened
    Output.print(
      """
      Backup of \(report.manifest.made)
        cases      \(counts.cases), and \(counts.erased) erased
        events     \(counts.events)
        persons    \(counts.persons)
        documents  \(counts.documents)
        notes      \(counts.notes)
        log        \(counts.entries) entries, root \(counts.root)
      """)
    if !report.migrations.isEmpty {
      Output.print("  This version would bring its tables up to date: \(report.migrations.joined(separator: ", "))")
    }
    guard report.isWhole else {
      for fault in report.faults { Output.print("FAULT: \(fault)") }
      throw ExitCode(1)
    }
    Output.print("Everything in it opens, and is what it says. Restored for good, its log is renewed before it signs.")
  }
}
