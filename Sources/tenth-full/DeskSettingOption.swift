import ArgumentParser
import Console
import Foundation
import Reasoning
import Web

/// Which desk something is done with.
struct DeskSettingOption: ParsableArguments {
  @Option(help: ArgumentHelp("The file with its settings.", valueName: "file"), completion: .file(extensions: ["json"]))
  var config: String?

  @Option(help: ArgumentHelp("The folder of its databases and keys.", valueName: "dir"), completion: .directory)
  var data: String?

  func settings() throws -> Settings {
    var settings = try DeskSettingOption.read(config)
    if let data { settings.data = data }
    return settings
  }

  /// The settings of a file, with the environment before it.
  static func read(_ config: String?) throws -> Settings {
    do {
      let file = try config.map { path in
        try RequestText(
          BoundedReading.file(path, limit: RequestLimits.bytes, what: "a file of settings"), from: path)
      }
      return try Settings.read(file: file, environment: ProcessInfo.processInfo.environment)
    } catch let mistakes as Settings.Mistakes {
      throw Refusal.sentence(mistakes.sentences.joined(separator: "; "))
    } catch let error as RequestError {
      throw Refusal.request(error)
    }
  }
}
