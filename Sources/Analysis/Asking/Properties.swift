package import LawLanguage

/// The properties of a library: what must hold of every request, written beside the law in `properties.md` of a jurisdiction's folder.
///
/// A property is a fence: its title, then `never` and a query that must have no request, or `sometimes` and one that must have one.
package struct Properties: Sendable {
  /// In the order of the files.
  package private(set) var all: [Property] = []
  /// What cannot be read, each with its place.
  package private(set) var mistakes: [(location: SourceLocation, why: QueryError)] = []

  /// The properties of a library's files, or of one jurisdiction's.
  package init(of library: Library, jurisdiction: String? = nil) {
    for file in library.sources where file.path.hasSuffix("/properties.md") {
      if let jurisdiction, !file.path.hasPrefix(jurisdiction.lowercased() + "/") { continue }
      read(file)
    }
  }

  private static let fence = "```"

  private mutating func read(_ file: SourceFile) {
    var offset = 0
    var heading = ""
    var open: (title: String, start: Int, body: String)?
    for line in file.text(SourceRange(0, file.bytes.count)).split(separator: "\n", omittingEmptySubsequences: false) {
      defer { offset += line.utf8.count + 1 }
      if let block = open {
        if line.hasPrefix(Self.fence) {
          let location = SourceLocation(path: file.path, range: SourceRange(block.start, offset), heading: heading)
          add(block.title, block.body, location)
          open = nil
        } else {
          open?.body += line + "\n"
        }
      } else if line.hasPrefix(Self.fence + "property") {
        let title = line.dropFirst(Self.fence.count + "property".count).trimmed.dropFirst().dropLast()
        open = (String(title), offset, "")
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" }.trimmed)
      }
    }
  }

  private mutating func add(_ title: String, _ body: String, _ location: SourceLocation) {
    let text = Substring(body).trimmed
    let mustExist = text.hasPrefix("sometimes ")
    guard mustExist || text.hasPrefix("never ") else {
      mistakes.append((location, QueryError(description: "a property begins with `never` or `sometimes`")))
      return
    }
    do {
      let query = try Query(String(text.drop { $0 != " " }.trimmed))
      all.append(Property(title: title, mustExist: mustExist, query: query, location: location))
    } catch {
      mistakes.append((location, error))
    }
  }
}

/// What became of a property.
package struct PropertyResult: Sendable {
  package let property: Property
  package let reply: Asking.Reply

  /// Whether it holds; nil if it was too wide to tell.
  package var holds: Bool? {
    if reply.example != nil { return property.mustExist }
    return reply.isUndecided ? nil : !property.mustExist
  }
}

extension Properties {
  /// Asks each of the library.
  ///
  /// - Throws: `QueryError` if one cannot be asked.
  package func results(
    in library: Library, asking solver: (any SolverProgram)? = nil
  ) throws(QueryError) -> [PropertyResult] {
    let asking = try Asking(library, queries: all.map(\.query), asking: solver)
    var results: [PropertyResult] = []
    for property in all {
      results.append(PropertyResult(property: property, reply: try asking.reply(to: property.query)))
    }
    return results
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}
