public import LawLanguage
internal import Norms

/// A step in adopting law: one person proposes, another confirms.
public struct AdoptionStep: Sendable, Hashable, Codable {
  /// Which step.
  public enum Kind: String, Sendable, Hashable, Codable { case proposed, confirmed, withdrawn }
  /// Which step.
  public let kind: Kind
  /// The digest of the library.
  public let digest: String
  /// Who.
  public let by: Signature
  /// When.
  public let at: Instant
  /// What was considered, or why it was withdrawn.
  public let reason: String
}

/// Which law the desk runs on, and which waits.
public struct LawStanding: Sendable, Hashable {
  /// The digest of the law adopted; nil where none is.
  public let adopted: String?
  /// Who proposed and who confirmed it, and when.
  public let adoption: [AdoptionStep]
  /// The digest of the law that lies beside and is not adopted; nil where there is none.
  public let waiting: String?
  /// Who has proposed to adopt it; nil where nobody has.
  public let proposed: AdoptionStep?
  /// What would be otherwise.
  public let changes: [ProvisionChange]
  /// The files that would be otherwise, prose and words included.
  public let files: [String]
}

/// A provision of the law that is added, gone, or another.
public struct ProvisionChange: Sendable, Hashable {
  /// What became of it.
  public enum Kind: String, Sendable, Hashable { case added, removed, changed }
  /// What became of it.
  public let kind: Kind
  /// The law's name: `il.trust`.
  public let law: String
  /// The law's title.
  public let title: String
  /// The citation: `5 ILCS 805 § 15(a)`.
  public let cite: String
  /// The provision's name.
  public let name: String
  /// What it was, as it is written; nil where it was not there.
  public let before: String?
  /// What it is.
  public let now: String?
}

extension OfficeLaw {
  /// What is otherwise in this law than in an earlier one, by law and citation.
  public func changes(from earlier: OfficeLaw?) -> [ProvisionChange] {
    let before = Dictionary(
      (earlier?.provisions ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(provisions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [ProvisionChange] = []
    for (key, provision) in now {
      let old = before[key]
      if old?.text == provision.text, old?.cite == provision.cite { continue }
      changes.append(provision.change(old == nil ? .added : .changed, before: old?.text, now: provision.text))
    }
    for (key, provision) in before where now[key] == nil {
      changes.append(provision.change(.removed, before: provision.text, now: nil))
    }
    return changes.sorted { ($0.law, $0.cite, $0.name) < ($1.law, $1.cite, $1.name) }
  }

  /// The files that are others than in an earlier library, or are there in one only.
  public func files(changedFrom earlier: OfficeLaw?) -> [String] {
    let before = Dictionary(
      (earlier?.files ?? []).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
  }

  private struct Provision {
    let law: Law
    let cite: String
    let name: String
    let key: String
    let text: String

    func change(_ kind: ProvisionChange.Kind, before: String?, now: String?) -> ProvisionChange {
      ProvisionChange(
        kind: kind, law: law.name, title: law.title, cite: cite, name: name, before: before, now: now)
    }
  }

  /// Everything in the laws that has a name, and the words that all of them use.
  private var provisions: [Provision] {
    let sources = Dictionary(library.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return library.laws.flatMap { law -> [Provision] in
      func provision(
        _ kind: String, _ name: String, _ cite: String?, _ period: Period, _ location: SourceLocation, _ words: String
      ) -> Provision {
        let written = sources[location.path].map { $0.declaration(at: location) } ?? ""
        return Provision(
          law: law, cite: cite.map { law.citation(of: $0) } ?? law.cite, name: name,
          // Versions of one name stand side by side, each with its first day.
          key: "\(law.name)/\(kind)/\(name)/\(period.from)", text: words.isEmpty ? written : "\(words)\n\n\(written)")
      }
      let rules = law.rules.map { provision("rule", $0.name.name, $0.cite, $0.period, $0.location, $0.text) }
      let exceptions = law.exceptions.map {
        provision("exception", $0.name.name, $0.cite, $0.period, $0.location, $0.text)
      }
      let voids = law.voids.map { provision("void", $0.name.name, $0.cite, $0.period, $0.location, $0.text) }
      let definitions = law.definitions.map {
        provision("define", $0.name.name, $0.cite, $0.period, $0.location, "")
      }
      let lists = (law.lists + law.classes).map { provision("list", $0.name.name, $0.cite, $0.period, $0.location, "") }
      let presumptions = law.presumptions.map {
        provision("presume", $0.name.name, $0.cite, $0.period, $0.location, $0.text)
      }
      let suspensions = law.suspensions.map {
        provision("suspended", $0.name.name, $0.cite, $0.period, $0.location, $0.text)
      }
      let contests = law.contests.map { provision("contested", $0.name.name, $0.cite, $0.period, $0.location, "") }
      let untranslated = law.untranslated.map {
        provision("untranslated", $0.name.name, $0.cite, $0.period, $0.location, $0.text)
      }
      return rules + exceptions + voids + definitions + lists + presumptions + suspensions + contests + untranslated
    }
  }
}

extension SourceFile {
  /// A declaration as it is written: the line it stands on and those indented under it.
  fileprivate func declaration(at location: SourceLocation) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst(position(of: location.range.lower).line - 1)
    return (rest.prefix(1) + rest.dropFirst().prefix { $0.hasPrefix(" ") }).joined(separator: "\n")
  }
}
