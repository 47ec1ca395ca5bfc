/// What becomes of the worked examples in a library's files.
public enum CaseReading: Sendable {
  /// They are read and checked as all else is.
  case checked
  /// They are passed over, for who only decides: they are half of the library, and no decision looks at them.
  case leftOut
}

extension Library {
  /// Reads the files of a library and checks them against each other: names, types, periods, circles and cases.
  ///
  /// Every file is checked, whatever is wrong with the others. Nothing is read but what is handed in. Where the cases are
  /// left out, the library has none, and nothing that is wrong with them is found; all else is the same.
  public static func check(_ files: [SourceFile], cases reading: CaseReading = .checked) -> CheckResult {
    let findings = Findings()
    let sorted = files.sorted(by: SourceFile.precedes)
    var documents = LawParser.parse(sorted, cases: reading).map { document, diagnostics in
      findings.add(diagnostics)
      return document
    }
    var words = VocabularyCollection(findings: findings)
    for document in documents { words.collect(document) }
    var vocabulary = words.vocabulary()
    let names = Names(vocabulary: vocabulary, declared: words.declared)
    vocabulary.constraints = VocabularyChecking(names: names, findings: findings).check(words.items)
    vocabulary.constraints += vocabulary.orderOfHours(at: words.hours)

    let laws = documents.map { document in
      LawCollection(names: names, document: document, findings: findings).collect()
    }
    for case let law? in laws {
      if let first = names.laws[law.name] {
        findings.report(
          .duplicateName, "the law `\(law.name)` is declared twice", help: "give one of them another name",
          at: law.location, related: [.init(caption: "declared here first", location: first.location)])
      } else {
        names.laws[law.name] = law
      }
    }

    let zones = ZoneCache()
    var checked: [Law] = []
    var cases: [Case] = []
    cases.reserveCapacity(documents.reduce(0) { $0 + $1.cases.count })
    for (index, law) in laws.enumerated() {
      let document = documents[index]
      // A tree takes as much room as the law that it becomes: each gives its own back to the next, or half of what a library
      // takes for good would be holes.
      documents[index] = DocumentSyntax(file: document.file, blocks: [], declarations: [], cases: [])
      DocumentChecking(document: document, findings: findings).check(law: law)
      if let law {
        checked.append(LawChecking(names: names, law: law, document: document, findings: findings).check())
      }
      cases += CaseChecking(names: names, law: law, document: document, findings: findings, zones: zones).check()
    }
    CycleChecking(names: names, laws: checked, findings: findings).check()
    checkFeasibility(checked, vocabulary, findings)

    let diagnostics = findings.diagnostics.sorted(by: Diagnostic.precedes)
    let byPath = Dictionary(grouping: diagnostics, by: \.location.path)
    let results = zip(documents, laws).map { document, law in
      CheckResult.FileResult(
        path: document.file.path, law: law?.name, diagnostics: byPath[document.file.path] ?? [])
    }
    guard !diagnostics.contains(where: { $0.level == .error }) else {
      return CheckResult(library: nil, diagnostics: diagnostics, files: results)
    }
    let library = Library(
      vocabulary: vocabulary, laws: checked, cases: cases, sources: documents.map(\.file))
    return CheckResult(library: library, diagnostics: diagnostics, files: results)
  }

  /// Reports conditions and exceptions that can never be true where they are looked at.
  private static func checkFeasibility(_ laws: [Law], _ vocabulary: Vocabulary, _ findings: Findings) {
    let feasibility = Feasibility(laws: laws, vocabulary: vocabulary)
    var failed: Set<[Condition]> = []
    for expectation in findings.expectations {
      // What follows a contradiction fails with it, and is not reported again.
      if failed.contains(Array(expectation.conditions.dropLast())) {
        failed.insert(expectation.conditions)
      } else if !feasibility.canHold(expectation.conditions) {
        failed.insert(expectation.conditions)
        findings.add([expectation.otherwise])
      }
    }
    for law in laws {
      for exception in law.exceptions {
        let own = exception.conditions.map(\.condition)
        let names = Set(exception.rules)
        let reached = law.rules.filter { rule in
          names.contains(rule.name.name) && rule.period.overlaps(exception.period)
        }
        let canReach = reached.contains { feasibility.canHold($0.conditions.map(\.condition) + own) }
        guard !reached.isEmpty, !canReach, feasibility.canHold(own) else { continue }
        findings.report(
          .neverApplies, "the exception `\(exception.name.name)` can never apply to any of its rules",
          help: "its condition contradicts their `when`: change one of the two", at: exception.location,
          related: reached.map { .init(caption: "`\($0.name.name)`", location: $0.location) })
      }
    }
  }
}

extension SourceFile {
  /// What stands nearer to the top of the library first, then by path: the words of all before those of one jurisdiction.
  fileprivate static func precedes(_ left: SourceFile, _ right: SourceFile) -> Bool {
    func depth(_ file: SourceFile) -> Int { file.path.utf8.count { $0 == UInt8(ascii: "/") } }
    return (depth(left), left.path) < (depth(right), right.path)
  }
}
