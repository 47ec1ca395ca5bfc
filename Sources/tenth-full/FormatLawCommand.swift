import ArgumentParser
import Console
import Foundation
import LawLanguage

/// Lays out law files as the language's house style has it.
struct FormatLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Lay out law files; prose and comments stay.",
    discussion: "Exit codes: 0 if all is laid out, 1 if --check finds a file that is not, 2 if a file cannot be read.")

  @Flag(help: "Change nothing; name the files that are not laid out.")
  var check = false

  @Flag(help: "Print what cannot be read as JSON.")
  var json = false

  @Argument(help: ArgumentHelp("Law files.", valueName: "file"), completion: .file(extensions: ["md"]))
  var files: [String]

  func run() throws {
    let sources = try files.map { path in
      SourceFile(path: path, bytes: try BoundedReading.file(path, limit: LawParser.largestFile, what: "a law file"))
    }
    // All are read before any is written: nothing half done.
    let laidOut = try sources.map(format)
    var differing: [String] = []
    for (source, text) in zip(sources, laidOut) where Array(text.utf8) != source.bytes {
      differing.append(source.path)
      if !check { try write(text, to: source.path) }
    }
    guard !differing.isEmpty else { return }
    Output.print(differing.map { check ? "\($0) is not laid out" : "\($0) laid out" }.joined(separator: "\n"))
    if check { throw ExitCode(1) }
  }

  private func format(_ file: SourceFile) throws(Refusal) -> String {
    if let text = LawFormatter.format(file) { return text }
    let findings = LawFindings(diagnostics: LawParser.syntax(of: file).diagnostics, files: [file])
    throw .law(findings.refusal(asJSON: json, consequence: "so nothing is laid out; correct it first"), asJSON: json)
  }

  private func write(_ text: String, to path: String) throws(Refusal) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .sentence("\(path) cannot be written; check that you may write it")
    }
  }
}
