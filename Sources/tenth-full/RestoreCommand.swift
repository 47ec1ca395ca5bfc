import ArgumentParser
import Console
import Desk
import Foundation

/// A desk's databases out of a backup, into an empty folder.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring a desk's databases back from a backup, into an empty folder.",
    discussion: """
      Nothing is ever written over. Put the desk's keys back by hand: keys/master.key, keys/log.key and accounts.key.

      The log then signs nothing: what was recorded after the backup is lost, and the old log has signed it. If the file \
      log-checkpoint of the desk as it was is still there, copy it too: where nothing is missing, the desk goes on as \
      before. Otherwise find out what is lost, and renew the log.

      Example:
        tenth restore /backups/tenth-20261122T063000Z.backup --to tenth-data --key backup.key
        tenth renew-log --data tenth-data --name desk.example.gov/log-2 --statement "…"
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var backup: String

  @Option(help: ArgumentHelp("A folder that is empty, or not there yet.", valueName: "dir"), completion: .directory)
  var to: String

  @OptionGroup var sealing: BackupKeyOption

  func run() throws {
    umask(0o077)
    do {
      let manifest = try Backup.restore(backup, under: BackupKey.load(sealing.key), to: to)
      let names = manifest.files.map(\.name).joined(separator: ", ")
      Output.print("\(to) holds \(names) as they were at \(manifest.made): \(manifest.counts.cases) cases.")
      Output.print(
        """
        Before it is served:
          1. Put the keys back: \(to)/keys/master.key, \(to)/keys/log.key, \(to)/accounts.key, readable by their owner alone.
          2. If the last log-checkpoint of the desk is still there, copy it to \(to)/log-checkpoint.
        The desk then opens and can be read. It records nothing and signs nothing until it is known what was lost: with the \
        last log-checkpoint and nothing missing it goes on by itself; otherwise run
          tenth renew-log --data \(to) --name NEW-NAME-OF-THE-LOG --statement "who decided, and what is known of the loss"
        """)
    } catch { throw Refusal.ofDesk(error) }
  }
}
