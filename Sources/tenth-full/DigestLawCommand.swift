import ArgumentParser
import Console
import Reasoning

/// The digests that receipts name.
struct DigestLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Print the SHA-256 of each file of the library, and of the library.",
    discussion:
      "The library's is the SHA-256 of the lines \"path NUL digest LF\" of all its files, in order of the paths.")

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let digests = try LibraryFolder.find(place.laws).digests()
    if json {
      let laws = digests.files.map { JSON.object(["path": .text($0.path), "sha256": .text($0.sha256)]) }
      return Output.print(JSON.object(["library": .text(digests.library), "laws": .list(laws)]).written())
    }
    // As sha256sum prints it, so that sha256sum can check it.
    Output.print(
      (digests.files.map { "\($0.sha256)  \($0.path)" } + ["\(digests.library)  library"]).joined(separator: "\n"))
  }
}
