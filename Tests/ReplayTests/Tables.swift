import Foundation
import LawLanguage
import Reasoning
import Replay
import Testing

/// The project's own folders, and data beside it that need not be there.
enum Places {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let data = root.deletingLastPathComponent().appendingPathComponent("shared/data")

  static func text(_ url: URL) -> String? {
    FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A table of the data beside the project.
  static func table(_ path: String) -> TableFile? {
    let url = data.appendingPathComponent(path)
    return text(url).map { TableFile(name: url.lastPathComponent, text: $0) }
  }

  static func mapping(_ name: String) throws -> Mapping {
    let path = "Mappings/\(name).md"
    return try Mapping.read(try #require(text(root.appendingPathComponent(path))), path: path)
  }
}

/// The library that comes with the program.
let wholeLibrary: Library? = {
  let folder = Places.root.appendingPathComponent("Laws").path
  var files: [SourceFile] = []
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  for path in paths.sorted() where path.hasSuffix(".md") {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
    files.append(SourceFile(path: path, bytes: Array(bytes)))
  }
  return Library.check(files).library
}()

/// What a run writes, kept in memory.
final class Written: @unchecked Sendable {
  private(set) var files: [ReplayFile: [UInt8]] = [:]

  var output: ReplayOutput { ReplayOutput(append: { file, bytes in self.files[file, default: []] += bytes }) }

  func text(_ file: ReplayFile) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

  /// The rows of a file, without its header.
  func rows(_ file: ReplayFile) throws -> [[String]] {
    var rest = files[file]
    var scanner = DelimitedScanner(delimiter: UInt8(ascii: ",")) {
      defer { rest = nil }
      return rest
    }
    var rows: [[String]] = []
    while try scanner.next() == .row { rows.append((0..<scanner.count).map { scanner.text($0) }) }
    return Array(rows.dropFirst())
  }
}

extension ReplayPlan {
  /// A run over tables by the library that comes with the program.
  static func over(
    _ files: [TableFile], _ mapping: Mapping, jurisdiction: String?, on day: Day? = nil, other: Day? = nil,
    isStrict: Bool = false
  ) throws -> ReplayPlan {
    let library = try #require(wholeLibrary)
    let digests = LibraryDigests(of: library)
    return ReplayPlan(
      try MappedTables.find(files, among: [mapping]),
      law: LawChoice(library, digests: digests, day: day, title: "the law"),
      other: other.map { LawChoice(library, digests: digests, day: $0, title: "the law of \($0)") },
      jurisdiction: jurisdiction, isStrict: isStrict)
  }

  func run(_ written: Written = Written()) throws -> ReplayFigures {
    var replaying = try Replaying(self, output: written.output)
    return try replaying.run()
  }
}

/// Chance that is the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64 (Steele, Lea, Flood 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
