import ArgumentParser
import Console
import Foundation
import LawLanguage
import Logging
import Reasoning
import Web

/// The desk as a web application.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the desk: an office's requests from arrival to proof, in a browser.",
    discussion: """
      Settings come from a file (JSON), then from the environment (TENTH_PORT, TENTH_DATA, …), then from flags.

      Example:
        tenth serve --demo
        tenth serve --config desk.json --check-config
      """)

  @Flag(help: "A made-up county with made-up cases, on this machine alone.")
  var demo = false

  @Flag(help: "Collect the reports of other agencies, as an attorney general does.")
  var collect = false

  @Option(help: ArgumentHelp("Where to listen; 0 lets the system choose.", valueName: "n"))
  var port: Int?

  @Option(help: ArgumentHelp("The folder of its databases and keys.", valueName: "dir"), completion: .directory)
  var data: String?

  @Option(help: ArgumentHelp("The file with its settings.", valueName: "file"), completion: .file(extensions: ["json"]))
  var config: String?

  @Flag(help: "Say whether the settings can be used, and stop.")
  var checkConfig = false

  @OptionGroup(title: "Library") var place: LibraryOption

  mutating func validate() throws {
    if demo, collect { throw ValidationError("choose --demo or --collect, not both") }
    if let port, !(0...65_535).contains(port) { throw ValidationError("--port is a number from 0 to 65535") }
  }

  func run() async throws {
    var settings = try settings()
    if demo, !settings.isLoopback {
      throw Refusal.sentence("--demo runs on this machine alone, for nobody signs in; leave the address at 127.0.0.1")
    }
    if demo, settings.origin != nil {
      throw Refusal.sentence("--demo is not served through a proxy, for nobody signs in; leave the origin out")
    }
    if !collect, settings.collector != nil {
      throw Refusal.sentence(
        "the settings are those of a collector; serve it with --collect, or leave \"collector\" out for an office's desk"
      )
    }
    // What is made from here on is its owner's alone.
    umask(0o077)
    var made: String?
    if demo, data == nil {
      made = try ServeCommand.freshFolder()
      settings.data = made ?? settings.data
    }
    defer { if let made { try? FileManager.default.removeItem(atPath: made) } }
    let files = try LibraryFolder.find(place.laws).files()
    do {
      if collect { return try await ServeCommand.collect(settings, files, checkOnly: checkConfig) }
      if checkConfig {
        let pending = try await OpenDesk.check(settings, isDemonstration: demo, files: files)
        Output.print("The settings can be used.")
        if !demo { for remark in OpenDesk.remarks(on: settings) { Output.print(remark) } }
        if !pending.isEmpty {
          Output.print(
            "Opening will bring the database up to date, which went well on a copy: \(pending.joined(separator: ", "))."
          )
        }
        return
      }
      let logger = Logger(label: "desk") { _ in LineLog() }
      let desk = try await OpenDesk.open(settings, isDemonstration: demo, files: files, logger: logger)
      let isDemonstration = demo
      try await desk.serve { address, link in
        Output.print(
          "The desk is open at \(address)" + (isDemonstration ? " (demonstration: everything is made up)" : ""))
        if let link { Output.print("Nobody can sign in yet. Set up the first administrator, once: \(link)") }
      }
    } catch let trouble as OpenDesk.Trouble {
      throw Refusal.sentence(trouble.description)
    }
  }

  private static func collect(_ settings: Settings, _ files: [SourceFile], checkOnly: Bool) async throws {
    if checkOnly {
      _ = try OpenCollector.profile(of: settings, files: files)
      return Output.print("The settings can be used.")
    }
    let logger = Logger(label: "collector") { _ in LineLog() }
    let collector = try await OpenCollector.open(settings, files: files, logger: logger)
    try await collector.serve { address, link in
      Output.print("The collector is open at \(address)")
      if let link { Output.print("Nobody can sign in yet. Set up the first administrator, once: \(link)") }
    }
  }

  /// A folder that nobody else can have made before.
  private static func freshFolder() throws -> String {
    var template = Array((NSTemporaryDirectory() + "tenth-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Refusal.sentence("no folder for the demonstration could be made in \(NSTemporaryDirectory())")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func settings() throws -> Settings {
    var settings = try DeskSettingOption.read(config)
    if let port { settings.port = port }
    if let data { settings.data = data }
    return settings
  }
}
