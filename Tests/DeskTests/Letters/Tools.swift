import Desk
import Foundation
import Testing

/// The programs that look at a PDF, and the typesetter that `./test` installs.
enum Tools {
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["TENTH_TYPESETTER"]
    let places = [named, LettersFixture.root.appending(path: ".build/typesetter/bin/python3").path()]
    return places.compactMap { $0 }.first(where: FileManager.default.isExecutableFile)
  }()

  static let areThere =
    python != nil && TypesettingTools.debianFonts.allSatisfy(FileManager.default.fileExists)
    && ["pdftotext", "pdfinfo", "pdffonts", "qpdf"].allSatisfy { path(of: $0) != nil }

  /// Why tests of PDFs are left out.
  static let absence: Comment =
    "the typesetter, Noto's fonts, poppler-utils or qpdf is not installed; ./test installs them"

  struct Absent: Error {}

  /// Beside the whole suite a letter waits for its turn at the processor; how long is no claim of these tests.
  static let patient: TypesettingLimits = {
    var limits = TypesettingLimits()
    limits.seconds = 600
    limits.startSeconds = 600
    return limits
  }()

  static func typesetting(python: String? = python, fonts: [String] = TypesettingTools.debianFonts) throws
    -> TypesettingTools
  {
    guard let python else { throw Absent() }
    return TypesettingTools(python: python, letters: LettersFixture.folder, fonts: fonts)
  }

  private static func path(of program: String) -> String? {
    ["/usr/bin/\(program)", "/usr/local/bin/\(program)"].first(where: FileManager.default.isExecutableFile)
  }

  /// What a program prints, errors and all.
  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    guard let path = path(of: program) else { throw Absent() }
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appending(path: "out")
    try Data().write(to: out)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: out), as: UTF8.self))
  }

  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenth-letters-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// An executable of this text.
  static func script(_ text: String, in folder: URL) throws -> String {
    let file = folder.appending(path: "typesetter")
    try Data(("#!/bin/sh\n" + text).utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path())
    return file.path()
  }
}

/// A PDF, as other programs see it.
struct PDF {
  let bytes: [UInt8]

  private func read(_ program: String, _ before: [String], _ after: [String] = []) throws -> String {
    let folder = try Tools.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "letter.pdf")
    try Data(bytes).write(to: file)
    let (status, output) = try Tools.run(program, before + [file.path()] + after)
    #expect(status == 0, "\(program)")
    return output
  }

  /// The words in reading order, pages after each other, without the lines at their feet. As they stand in
  /// the file, or as they are read, which differs where a line runs from the right.
  func words(raw: Bool = true) throws -> [String] {
    let text = try read("pdftotext", raw ? ["-raw"] : [], ["-"])
    let feet = text.split(separator: "\n").filter { !$0.contains(/\s\d+ ?\/ ?\d+$/) }
    return feet.joined(separator: "\n").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  func information() throws -> String { try read("pdfinfo", []) }

  func check() throws { #expect(try read("qpdf", ["--check"]).contains("No syntax or stream encoding errors found")) }

  /// Family names, and whether each is embedded.
  func fonts() throws -> [(name: String, isEmbedded: Bool)] {
    try read("pdffonts", []).split(separator: "\n").dropFirst(2).map { line in
      let columns = line.split(separator: " ")
      return (String(columns[0]), columns.suffix(5).first == "yes")
    }
  }

  /// The standards that it says it follows.
  var claims: (ua: Bool, a: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    return (
      text.contains("<pdfuaid:part>1</pdfuaid:part>"),
      text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>A</pdfaid:conformance>")
    )
  }
}
