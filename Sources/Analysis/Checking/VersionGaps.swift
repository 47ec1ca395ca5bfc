import LawLanguage

/// Days between two versions of one name on which neither is in force: an amendment takes the place of what it amends on the day
/// on which that ends, so a day too few or too many is more often a slip than the law.
///
/// A court's suspension can be lifted and come back; its versions are left alone. Where the law itself had such a gap, a case of the
/// law that lies in it shows what was so then, and it is a note.
struct VersionGaps {
  let library: Library

  var findings: [Finding] { library.laws.flatMap(findings) }

  /// What is declared under a name, for some days.
  private struct Version {
    let name: QualifiedName
    let period: Period
    let location: SourceLocation
  }

  private func findings(of law: Law) -> [Finding] {
    let kinds: [[Version]] = [
      law.rules.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.exceptions.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.voids.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.definitions.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.lists.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.classes.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.presumptions.map { Version(name: $0.name, period: $0.period, location: $0.location) },
      law.untranslated.map { Version(name: $0.name, period: $0.period, location: $0.location) },
    ]
    let cases = library.cases.filter { $0.law == law.name }
    return kinds.flatMap { Dictionary(grouping: $0, by: \.name).values.flatMap { gaps(between: $0, cases) } }
  }

  /// Between versions of one name, which never overlap.
  private func gaps(between versions: [Version], _ cases: [Case]) -> [Finding] {
    let inOrder = versions.sorted { $0.period.from < $1.period.from }
    return zip(inOrder, inOrder.dropFirst()).compactMap { earlier, later in
      guard let last = earlier.period.until, last.adding(days: 1) < later.period.from else { return nil }
      let (first, end) = (last.adding(days: 1), later.period.from.adding(days: -1))
      let days = first == end ? "on \(first)" : "from \(first) until \(end)"
      let shown = cases.first { Period(from: first, until: end).contains($0.request.day) }?.location
      return Finding(
        .versionGap, shown == nil ? .warning : .note, "no version of \(later.name) is in force \(days)",
        help: shown == nil
          ? "let one version end on the day before the next begins; if the law had such a gap, a case on one of its days "
            + "shows what was so"
          : "a case on one of these days shows what was so",
        at: later.location, related: [.init(caption: "the version before", location: earlier.location)],
        recordedBy: shown)
    }
  }
}
