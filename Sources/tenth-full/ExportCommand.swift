import ArgumentParser
import Console
import Desk
import Foundation
import LawLanguage
import Web

/// A case for discovery, or the log for an audit.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a case for discovery, or the whole log for an audit, with its proofs.",
    discussion: """
      A case is exported by counsel and confirmed by a second person, both by the names of their accounts; that it was done \
      is logged. Counsel's privileged notes are left out, and listed for a privilege log. tenth verify checks the folder.

      An audit is exported by an auditor: every entry in the log's order, with who, what and when.

      The desk must be stopped.

      Example:
        tenth export --config desk.json --case 2026-00017 --to discovery --by counsel --confirmed-by deputy
        tenth export --config desk.json --audit --to audit.jsonl --by auditor
      """)

  @Option(help: ArgumentHelp("The number of the case.", valueName: "number"))
  var `case`: String?

  @Flag(help: "The whole log, for an audit.")
  var audit = false

  @Option(help: ArgumentHelp("A new folder, or for an audit a new file.", valueName: "path"))
  var to: String

  @Option(help: ArgumentHelp("The account of whoever exports.", valueName: "account"))
  var by: String

  @Option(help: ArgumentHelp("The account of the second person.", valueName: "account"))
  var confirmedBy: String?

  @Flag(help: "With counsel's notes: gives the privilege up.")
  var withNotes = false

  @OptionGroup var setting: DeskSettingOption
  @OptionGroup(title: "Library") var place: LibraryOption

  mutating func validate() throws {
    guard (`case` != nil) != audit else { throw ValidationError("give --case or --audit") }
    guard audit || confirmedBy != nil else { throw ValidationError("a second person confirms: --confirmed-by") }
    guard `case`.map({ CaseNumber($0) != nil }) ?? true else {
      throw ValidationError("--case is a number such as 2026-00017")
    }
  }

  func run() async throws {
    umask(0o077)
    do {
      let settings = try setting.settings()
      let office = try await OpenDesk.office(settings, files: try LibraryFolder.find(place.laws).files())
      let accounts = try Accounts(folder: settings.data)
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      func staff(_ name: String) async throws -> Staff {
        guard let staff = try await accounts.staff(AccountID(name), at: now) else {
          throw Refusal.sentence("there is no open account \(name)")
        }
        return staff
      }
      let person = try await staff(by)
      guard let number = `case`.flatMap(CaseNumber.init), let confirmedBy else {
        let count = try await office.exportAudit(to: to, by: person)
        return Output.print("\(to): \(count) entries of the log, in its order.")
      }
      guard let id = try await office.find(number, for: person) else {
        throw Refusal.sentence("there is no case \(number)")
      }
      let manifest = try await office.export(
        id, to: to, withNotes: withNotes, by: person, confirmedBy: try await staff(confirmedBy))
      let missing = manifest.events.count { !$0.isPublished }
      Output.print(
        "\(to): \(manifest.events.count) events, \(manifest.documents.count) documents"
          + (missing > 0 ? "; \(missing) events have no proof before the log's next publication." : "."))
    } catch let trouble as OpenDesk.Trouble { throw Refusal.sentence(trouble.description) } catch {
      throw Refusal.ofDesk(error)
    }
  }
}
