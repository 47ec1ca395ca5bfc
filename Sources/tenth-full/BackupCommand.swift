import ArgumentParser
import Console
import Desk
import Foundation
import LawLanguage

/// A sealed copy of a desk's databases, made while it serves.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a desk's databases into one sealed file, while it serves.",
    discussion: """
      The file is sealed under a key of yours (AES-256-GCM). The desk's own keys are not in it: copy DIR/keys and \
      DIR/accounts.key to another place, once, and again after every change of them. Whoever has both can read everything; \
      whoever has one of the two, nothing.

      Example:
        tenth backup --data tenth-data --to /backups --key backup.key --make-key
        tenth drill /backups/tenth-20261122T063000Z.backup --key backup.key --keys tenth-data
      """)

  @OptionGroup var desk: DeskFolderOption

  @Option(help: ArgumentHelp("A new file, or a folder in which it is named by the time.", valueName: "file|dir"))
  var to: String

  @OptionGroup var sealing: BackupKeyOption

  @Flag(help: "Make the key first.")
  var makeKey = false

  func run() async throws {
    umask(0o077)
    do {
      let key = try makeKey ? BackupKey.create(sealing.key) : BackupKey.load(sealing.key)
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      let (path, manifest) = try await Backup.make(of: desk.data, to: to, under: key, at: now)
      let counts = manifest.counts
      Output.print("\(path): \(counts.cases) cases, \(counts.events) events, \(counts.entries) entries of the log.")
      Output.print("The desk's keys are not in it. Keep \(desk.data)/keys and \(desk.data)/accounts.key apart from it.")
    } catch { throw Refusal.ofDesk(error) }
  }
}

/// Where a desk is.
struct DeskFolderOption: ParsableArguments {
  @Option(help: ArgumentHelp("The desk's folder.", valueName: "dir"), completion: .directory)
  var data = "tenth-data"
}

/// What seals backups.
struct BackupKeyOption: ParsableArguments {
  @Option(help: ArgumentHelp("The file with your key for backups.", valueName: "file"), completion: .file())
  var key: String
}

extension Refusal {
  /// What went wrong with a desk's files, in words; what may hold more than words is told by its kind alone.
  static func ofDesk(_ error: any Error) -> Refusal {
    switch error {
    case let refusal as Refusal: refusal
    case let trouble as BackupTrouble: .sentence("\(trouble)")
    case let trouble as BackupKey.Trouble: .sentence("\(trouble)")
    case let refusal as OfficeRefusal: .sentence("\(refusal)")
    default: .sentence(DeskFault.sentence(for: error))
    }
  }
}
