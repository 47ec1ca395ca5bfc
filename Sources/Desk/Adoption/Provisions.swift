internal import Crypto
internal import LawLanguage
internal import Norms

/// A part of a law that has a name, in one version.
struct Provision {
  let law: Law
  let kind: Kind
  let cite: String
  let name: String
  let period: Period
  /// Nil where it says nothing by itself, such as a definition.
  let provenance: Provenance?
  /// Its words and its code.
  let text: String

  enum Kind: String { case rule, exception, void, define, list, presume, suspended, contested, untranslated }

  /// Versions of one name stand side by side, each with its first day.
  var key: String { "\(law.name)/\(kind.rawValue)/\(name)/\(period.from)" }

  /// Of what somebody read: another wording has another digest.
  var digest: String {
    Hexadecimal.text(SHA256.hash(data: Array("\(cite)\n\(text)".utf8)))
  }

  func change(_ kind: ProvisionChange.Kind, before: String?, now: String?) -> ProvisionChange {
    ProvisionChange(kind: kind, law: law.name, title: law.title, cite: cite, name: name, before: before, now: now)
  }
}

extension OfficeLaw {
  /// Everything in the laws that has a name, and the words that all of them use.
  var provisions: [Provision] {
    let sources = Dictionary(
      library.sources.map { ($0.path, SourceLines($0)) }, uniquingKeysWith: { first, _ in first })
    return library.laws.flatMap { law -> [Provision] in
      func provision(
        _ kind: Provision.Kind, _ name: String, _ cite: String?, _ period: Period, _ provenance: Provenance?,
        _ location: SourceLocation, _ words: String
      ) -> Provision {
        let written = sources[location.path].map { $0.declaration(at: location) } ?? ""
        return Provision(
          law: law, kind: kind, cite: cite.map { law.citation(of: $0) } ?? law.cite, name: name,
          period: law.hourly[location]?.days ?? period,
          provenance: provenance, text: words.isEmpty ? written : "\(words)\n\n\(written)")
      }
      let rules = law.rules.filter({ law.isFirstPart($0.period, at: $0.location) }).map {
        provision(.rule, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      let exceptions = law.exceptions.map {
        provision(.exception, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      let voids = law.voids.filter({ law.isFirstPart($0.period, at: $0.location) }).map {
        provision(.void, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      let definitions = law.definitions.map {
        provision(.define, $0.name.name, $0.cite, $0.period, nil, $0.location, "")
      }
      let lists = (law.lists + law.classes).map {
        provision(.list, $0.name.name, $0.cite, $0.period, nil, $0.location, "")
      }
      let presumptions = law.presumptions.filter({ law.isFirstPart($0.period, at: $0.location) }).map {
        provision(.presume, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      let suspensions = law.suspensions.filter({ law.isFirstPart($0.period, at: $0.location) }).map {
        provision(.suspended, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      let contests = law.contests.map {
        provision(.contested, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, "")
      }
      let untranslated = law.untranslated.filter({ law.isFirstPart($0.period, at: $0.location) }).map {
        provision(.untranslated, $0.name.name, $0.cite, $0.period, $0.provenance, $0.location, $0.text)
      }
      return rules + exceptions + voids + definitions + lists + presumptions + suspensions + contests + untranslated
    }
  }
}

/// A file and its lines.
private struct SourceLines {
  let file: SourceFile
  let lines: [Substring]

  init(_ file: SourceFile) {
    self.file = file
    lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A declaration as it is written: the line it stands on and those indented under it.
  func declaration(at location: SourceLocation) -> String {
    let rest = lines.dropFirst(file.position(of: location.range.lower).line - 1)
    return (rest.prefix(1) + rest.dropFirst().prefix { $0.hasPrefix(" ") }).joined(separator: "\n")
  }
}
