public import LawLanguage

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
  /// What counsel answers for beside the text; nil where the step says nothing of it.
  public let terms: AdoptionTerms?
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
  /// What counsel answers for in the law adopted; nothing where none is.
  public let terms: AdoptionTerms
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
}
