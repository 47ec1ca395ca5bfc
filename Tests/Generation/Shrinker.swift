package import LawLanguage

/// Makes a failing pair small: drops declarations, clauses, papers, facts and records as long as the pair still fails.
package struct Shrinker {
  /// Whether the pair still fails; a pair that no longer checks does not.
  let fails: (Library, Request) -> Bool

  /// Pairs that fail so.
  package init(fails: @escaping (Library, Request) -> Bool) { self.fails = fails }

  /// The smallest pair that dropping one thing at a time leads to.
  package func shrink(_ pair: GeneratedPair) -> GeneratedPair {
    var smallest = pair
    while let smaller = (laws(smallest) + requests(smallest)).first(where: stillFails) { smallest = smaller }
    return smallest
  }

  private func stillFails(_ pair: GeneratedPair) -> Bool {
    guard let library = Library.check(pair.files).library else { return false }
    // A request can only be made of words that there are.
    let words = library.vocabulary
    let request = pair.request
    guard request.acts.allSatisfy({ words.act($0) != nil }),
      request.papers.allSatisfy({ paper in
        words.paper(paper.kind) != nil && paper.fields.keys.allSatisfy { words.paperField($0) != nil }
      }),
      request.facts.keys.allSatisfy({ words.fact($0) != nil }),
      request.records.keys.allSatisfy({ words.recordType($0) != nil }),
      words.place(request.agency.locality ?? request.jurisdiction) != nil
    else { return false }
    return fails(library, pair.request)
  }

  // MARK: Laws

  /// The pair with one file, declaration or clause less, the largest pieces first. Declarations are set apart by
  /// empty lines, and each clause stands on a line of its own.
  private func laws(_ pair: GeneratedPair) -> [GeneratedPair] {
    var smaller: [GeneratedPair] = []
    for file in pair.files.indices.dropFirst() {
      var fewer = pair
      fewer.files.remove(at: file)
      smaller.append(fewer)
    }
    for separator in ["\n\n", "\n  "] {
      for file in pair.files.indices.reversed() {
        let parts = pair.files[file].text(SourceRange(0, pair.files[file].bytes.count)).pieces(between: separator)
        for part in parts.indices.dropFirst().reversed() {
          var fewer = pair
          let text = (parts[..<part] + parts[(part + 1)...]).joined(separator: separator)
          fewer.files[file] = SourceFile(
            path: pair.files[file].path, text: text.hasSuffix("```\n") ? text : text + "\n```\n")
          smaller.append(fewer)
        }
      }
    }
    return smaller
  }

  // MARK: Requests

  private func requests(_ pair: GeneratedPair) -> [GeneratedPair] {
    var smaller: [Request] = []
    func add(_ change: (inout Request) -> Void) {
      var fewer = pair.request
      change(&fewer)
      if fewer != pair.request { smaller.append(fewer) }
    }
    for index in pair.request.acts.indices { add { $0.acts.remove(at: index) } }
    for (index, paper) in pair.request.papers.enumerated() {
      add { $0.papers.remove(at: index) }
      for field in paper.fields.keys { add { $0.papers[index].fields[field] = nil } }
    }
    for (list, known) in pair.request.records {
      if known.records.isEmpty { add { $0.records[list] = nil } }
      for index in known.records.indices { add { $0.records[list]?.records.remove(at: index) } }
      add { $0.records[list]?.isComplete = true }
    }
    add { $0.acted = nil }
    add { $0.asked = nil }
    add { $0.decided = nil }
    add { $0.agency.actingFor = nil }
    add { $0.agency.capacity = .own }
    add { $0.judgements = [:] }
    // Facts that no law left names are noise in a report.
    let text = pair.files.map { $0.text(SourceRange(0, $0.bytes.count)) }.joined()
    for name in pair.request.facts.keys.sorted() where !text.contains(" \(name)") { add { $0.facts[name] = nil } }
    for name in pair.request.facts.keys.sorted() { add { $0.facts[name] = nil } }
    return smaller.map { GeneratedPair(files: pair.files, request: $0) }
  }
}

extension String {
  /// The text cut at a separator of several characters.
  fileprivate func pieces(between separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let cut = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return pieces + [String(rest)]
  }
}

extension GeneratedPair {
  /// The laws and the request, to read in a failed test.
  package var report: String {
    let laws = files.map { file in "--- \(file.path)\n" + file.text(SourceRange(0, file.bytes.count)) }
    var lines = [
      "acts \(request.acts), day \(request.day), asked \(request.askedDay), decided \(request.decidedDay)",
      "acted \(request.acted.map { "\($0.seconds)" } ?? "-"), asked \(request.asked.map { "\($0.seconds)" } ?? "-"), "
        + "decided \(request.decided.map { "\($0.seconds)" } ?? "-")",
      "agency \(request.agency)",
    ]
    lines += request.papers.map { "paper \($0.kind) \($0.fields.sorted { $0.key < $1.key })" }
    lines += request.facts.sorted { $0.key < $1.key }.map { "fact \($0.key) \($0.value)" }
    lines += request.records.sorted { $0.key < $1.key }.map { list, known in
      "list \(list) \(known.isComplete ? "complete" : "at least") \(known.records)"
    }
    return (laws + lines).joined(separator: "\n")
  }
}
