import Console
import Foundation
import Replay

/// The tables that a path names.
enum ReplayTables {
  /// How much is read at a time.
  private static let chunk = 1 << 20
  private static let endings = [".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".parquet"]

  /// A file, or the tables of a folder.
  static func files(_ path: String) throws(Refusal) -> [TableFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .sentence("\(path): there is no such file or folder; name a table")
    }
    guard isFolder.boolValue else { return try tables(path) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .sentence("\(path) cannot be read; check that you may read it")
    }
    // What an open workbook leaves beside itself is none.
    let tables = names.filter { name in
      !name.hasPrefix("~$") && endings.contains { name.lowercased().hasSuffix($0) }
    }.sorted()
    guard !tables.isEmpty else {
      throw .sentence("\(path) holds no table (\(endings.joined(separator: ", "))); name a table or a folder of tables")
    }
    var found: [TableFile] = []
    for name in tables { found += try self.tables((path as NSString).appendingPathComponent(name)) }
    return found
  }

  private static func tables(_ path: String) throws(Refusal) -> [TableFile] {
    try ForeignTables(path)?.tables() ?? [file(path)]
  }

  private static func file(_ path: String) -> TableFile {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    return TableFile(name: (path as NSString).lastPathComponent, size: size) {
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw Refusal.sentence("\(path) cannot be opened; check that you may read it")
      }
      return {
        do {
          guard let data = try handle.read(upToCount: chunk), !data.isEmpty else { return nil }
          return Array(data)
        } catch {
          throw Refusal.sentence("\(path) cannot be read to its end; check the disk")
        }
      }
    }
  }
}

/// The mappings that come with the program, or one that is named.
enum MappingFolder {
  /// All, or the one of that name or in that file.
  static func mappings(named name: String?) throws(Refusal) -> [Mapping] {
    if let name, name.hasSuffix(".md") || name.contains("/") { return [try read(name)] }
    let folder = try folder()
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".md") }
    var all: [Mapping] = []
    for file in names.sorted() { all.append(try read((folder as NSString).appendingPathComponent(file))) }
    guard let name else { return all }
    guard let one = all.first(where: { $0.name == name }) else {
      throw .sentence(
        "--mapping \(Page.printable(name)): there is no such mapping; there are \(all.map(\.name).joined(separator: ", ")), "
          + "or name a file that ends in .md")
    }
    return [one]
  }

  private static func folder() throws(Refusal) -> String {
    let named = ProcessInfo.processInfo.environment["TENTH_MAPPINGS"].map { [$0] } ?? []
    let places = named + ProgramFolder.places(of: "Mappings")
    guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .sentence(
        "no mappings were found: looked for TENTH_MAPPINGS, in \(places.joined(separator: " and in ")); name one with --mapping FILE"
      )
    }
    return found
  }

  private static func read(_ path: String) throws(Refusal) -> Mapping {
    let bytes = try BoundedReading.file(path, limit: 1 << 20, what: "a mapping")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .sentence("\(path) is not UTF-8; save it as UTF-8")
    }
    do throws(MappingProblem) {
      return try Mapping.read(text, path: path)
    } catch {
      throw .sentence(error.lines.joined(separator: "\ntenth: "))
    }
  }
}

/// Says how far a run is, to whoever waits at a terminal.
final class ReplayProgress {
  private let size: Int?
  private let start = ContinuousClock.now
  private let isShown = Terminal.Stream.errors.isTerminal
  private var last = ContinuousClock.now

  init(size: Int?) { self.size = size }

  func say(rows: Int, bytes: Int) {
    let now = ContinuousClock.now
    guard isShown, rows > 0, now - last > .milliseconds(200) else { return }
    last = now
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = Int(Double(rows) / max(seconds, 0.001))
    var text = "\(rows) rows, \(rate) a second"
    if let size, size > 0, bytes > 0 {
      let left = Int(seconds * Double(max(0, size - bytes)) / Double(bytes))
      text += ", \(min(100, bytes * 100 / size))%, about \(left) s left"
    }
    Output.note("\r\u{1B}[K\(text)")
  }

  func clear() { if isShown { Output.note("\r\u{1B}[K") } }
}
