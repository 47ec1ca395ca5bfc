/// The files of a run, each with the table of the mapping that it holds.
package struct MappedTables: Sendable {
  /// The mapping that knows them.
  package let mapping: Mapping
  /// One for each table of the mapping, in its order.
  package let files: [TableFile]

  /// Finds the mapping that knows the files: all of its tables, each by the header of one of them.
  ///
  /// - Throws: `MappingProblem` if none does, or more than one.
  package static func find(_ files: [TableFile], among mappings: [Mapping]) throws -> MappedTables {
    var found: [MappedTables] = []
    for mapping in mappings {
      if let tables = try match(files, mapping) { found.append(MappedTables(mapping: mapping, files: tables)) }
    }
    if let one = found.first, found.count == 1 { return one }
    guard found.isEmpty else {
      throw MappingProblem([
        "more than one mapping knows these tables: \(found.map(\.mapping.name).joined(separator: ", ")); say which with --mapping"
      ])
    }
    throw MappingProblem([try refusal(files, mappings)])
  }

  private static func match(_ files: [TableFile], _ mapping: Mapping) throws -> [TableFile]? {
    var matched: [TableFile] = []
    for table in mapping.tables {
      let candidates = table.file.map { name in
        files.count == 1 ? files : files.filter { $0.name == name || $0.name.hasSuffix("/" + name) }
      }
      let found = try (candidates ?? files).filter { try $0.rows(of: table, using: []) != nil }
      guard let one = found.first else { return nil }
      guard found.count == 1 else {
        throw MappingProblem([
          "\(found.map(\.name).joined(separator: ", ")) all hold the table \(table.name) of \(mapping.name), and one is read at a time; "
            + "name one of them, or put their rows into one file"
        ])
      }
      matched.append(one)
    }
    return matched
  }

  private static func refusal(_ files: [TableFile], _ mappings: [Mapping]) throws -> String {
    let names = files.map(\.name).joined(separator: ", ")
    var best: (mapping: Mapping, table: Mapping.Table, known: Int, missing: [String])?
    for mapping in mappings {
      for table in mapping.tables {
        for file in files {
          let near = try file.nearest(to: table)
          if near.known > (best?.known ?? 0) { best = (mapping, table, near.known, near.missing) }
        }
      }
    }
    guard let best else {
      return "no mapping knows the columns of \(names); write one (docs/replay.md says how) and name it with --mapping"
    }
    return "no mapping knows \(names); the nearest is \(best.mapping.name), whose table \(best.table.name) also has "
      + best.missing.map { "\"\($0)\"" }.joined(separator: ", ")
      + "; check the file, or write a mapping (docs/replay.md says how)"
  }
}
