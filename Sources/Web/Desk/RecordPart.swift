import Desk
import LawLanguage
import Reasoning

/// What a request holds: papers, documents, facts and everything that happened, each with the way to put it right.
struct RecordPart: Sendable {
  let file: CaseFile
  let events: [CaseEvent]
  let work: OfficeWork
  let staff: Staff

  private var words: MomentWords { MomentWords(zone: work.zone) }
  private var vocabulary: Vocabulary { work.law.library.vocabulary }
  private var base: String { "/requests/\(file.id)" }
  private var mayRecord: Bool { file.closed == nil && file.sealed == nil && staff.may(.recordFacts) }

  var html: HTML { .sequence([papers, documents, facts, history]) }

  // MARK: Papers

  private var papers: HTML {
    section {
      h2(.id("papers")) { "Papers" }
      if file.papers.isEmpty { p { "None." } }
      ul(.class("cards")) { for paper in file.papers { li { card(paper) } } }
      if mayRecord { p { a(.href("\(base)/papers/add")) { "Another paper came" } } }
    }
  }

  private func card(_ paper: OfferedPaper) -> HTML {
    .sequence([
      p {
        strong {
          "\(paper.number). \((vocabulary.paper(paper.check.kind)?.title ?? paper.check.kind).capitalisedFirst)"
        }
        if let cancelled = paper.cancelled { " Withdrawn \(words.text(cancelled.at)): \(cancelled.reason)." }
      },
      p(.class("quiet")) { line(paper.check) },
      shown(by: paper.check),
      mayRecord && paper.cancelled == nil
        ? p {
          a(.href("\(base)/papers/\(paper.number)")) { "Correct paper \(paper.number)" }
          " · "
          a(.href("\(base)/papers/\(paper.number)/withdraw")) { "Paper \(paper.number) was withdrawn or cleared" }
        } : .empty,
    ])
  }

  /// The documents that show it, for those who may read them.
  private func shown(by check: PaperCheck) -> HTML {
    let documents = file.documents.filter { check.documents.contains($0.digest) }
    guard !documents.isEmpty, staff.may(.readDocuments) else { return .empty }
    return p {
      "Shown by: "
      for (index, document) in documents.enumerated() {
        if index > 0 { ", " }
        a(.href("\(base)/documents/\(document.digest)")) { document.title }
      }
    }
  }

  private func line(_ check: PaperCheck) -> String {
    let names =
      switch check.names {
      case .thePerson: "names the person"
      case .someoneElse: "names somebody else: not counted as a ground"
      case .nobody: "names nobody"
      case .unclear: "not looked over yet"
      }
    var parts = [names]
    if let isSigned = check.isSigned { parts.append(isSigned ? "signed" : "not signed") }
    if let signer = check.signer { parts.append("by \(signer)") }
    if !check.boxes.isEmpty { parts.append("box \(check.boxes.joined(separator: " and ")) ticked") }
    if let served = check.served { parts.append("given to the person \(words.text(served.at)) by \(served.by)") }
    return parts.joined(separator: ", ").capitalisedFirst + "."
  }

  // MARK: Documents

  private var documents: HTML {
    let mayRead = staff.may(.readDocuments)
    return section {
      h2(.id("documents")) { "Documents and letters" }
      if file.documents.isEmpty { p { "None." } }
      ul {
        for document in file.documents {
          li {
            if mayRead { a(.href("\(base)/documents/\(document.digest)")) { document.title } } else { document.title }
            span(.class("quiet")) {
              " (\(document.direction == .sent ? "sent" : document.direction == .made ? "made here" : "received"), "
              "\(document.mediaType), \(max(1, document.byteCount / 1024)) KB)"
            }
          }
        }
      }
      p {
        if mayRead { a(.href("\(base)/letters")) { "Letters" } }
        if mayRecord {
          " · "
          a(.href("\(base)/attach")) { "Attach a document" }
        }
      }
    }
  }

  // MARK: Facts

  private var facts: HTML {
    let known = file.facts.compactMap { name, entries in entries.last.map { (name, $0, entries.count) } }
      .sorted { $0.0 < $1.0 }
    guard !known.isEmpty || !file.lists.isEmpty else { return .empty }
    return section {
      h2(.id("facts")) { "What is known" }
      dl(.class("facts")) {
        for (name, recorded, count) in known {
          div {
            dt { vocabulary.fact(name)?.question ?? name.spaced }
            dd {
              recorded.entry.value.map(value) ?? "Nobody knows"
              span(.class("quiet")) {
                " (\(recorded.entry.source); \(recorded.by.text)\(count > 1 ? "; corrected \(count - 1) times" : ""))"
              }
            }
            if mayRecord, vocabulary.fact(name) != nil { dd { correct(name) } }
          }
        }
        for (name, entries) in file.lists.sorted(by: { $0.key < $1.key }) {
          if let entry = entries.last?.entry {
            div {
              dt { vocabulary.recordType(name)?.question ?? name.spaced }
              dd { count(entry) }
              if mayRecord { dd { correct(name) } }
            }
          }
        }
      }
    }
  }

  private func correct(_ name: String) -> HTML {
    a(.href("\(base)/facts/\(name)")) {
      "Correct"
      span(.class("hidden")) { ": \(name.spaced)" }
    }
  }

  private func count(_ entry: ListEntry) -> String {
    entry.records.isEmpty
      ? (entry.isComplete ? "None" : "Not known") : "\(entry.records.count)\(entry.isComplete ? "" : " or more")"
  }

  /// A moment as the record keeps it, or a word of the vocabulary, for a reader.
  private func value(_ text: String) -> String {
    if let instant = RecordedMoment.instant(text) { return words.text(instant) }
    return text.utf8.count < 40 && !text.contains(" ") ? text.spaced : text
  }

  // MARK: What happened

  private var history: HTML {
    let sentences = CaseEventWords(vocabulary: vocabulary)
    return section {
      h2(.id("events")) { "What happened" }
      ol(.class("events")) {
        for event in events {
          li {
            span(.class("quiet")) { words.text(event.happened) }
            br()
            "\(event.by?.text ?? "The desk")\(event.onBehalfOf.map { " for \($0)" } ?? ""): "
            "\(sentences.sentence(event.what))."
            if let late = event.lateBecause {
              strong { " Entered later, \(words.text(event.recorded)): \(late)." }
            }
            " "
            a(.href("\(base)/events/\(event.number)/proof")) {
              "Proof"
              span(.class("hidden")) { " of entry \(event.number)" }
            }
          }
        }
      }
    }
  }
}
