public import LawLanguage
import Reasoning

/// What must hold of any bytes that are read as a request, or typed as answers to questions.
public struct RequestProperties: Sendable {
  private let library: Library
  private let now = Instant(seconds: 1_736_942_400)
  /// A request with every list and as many papers as one may have, to which answers are added.
  private let asked: Request
  /// What can be asked of it, by the name of the question.
  private let questions: [String: FactPath]

  /// - Parameter library: The law that requests are held against.
  public init(library: Library) {
    self.library = library
    let vocabulary = library.vocabulary
    let jurisdiction = vocabulary.places.first { place in
      place.kind == .jurisdiction && place.zone != nil && library.laws.contains { $0.place == place.name }
    }
    var request = Request(
      jurisdiction: jurisdiction?.name ?? "", agency: Request.Agency(kind: vocabulary.agencies.first?.name ?? ""),
      acts: vocabulary.acts.prefix(1).map(\.name),
      papers: vocabulary.papers.prefix(RequestLimits.papers).map { Request.Paper(kind: $0.name, fields: $0.fixed) },
      day: Day(year: 2025, month: 1, day: 22) ?? Day(number: 0))
    var paths = vocabulary.facts.map { FactPath.fact($0.name) }
    for (index, paper) in request.papers.enumerated() {
      let fixed = vocabulary.paper(paper.kind)?.fixed ?? [:]
      paths += vocabulary.paperFields.filter { fixed[$0.name] == nil }
        .map { .paper(index, kind: paper.kind, field: $0.name) }
    }
    for type in vocabulary.records {
      request.records[type.name] = Request.RecordList(isComplete: false, records: [[:]])
      paths += type.fields.map { .record(type.name, 0, field: $0.name) }
    }
    asked = request
    questions = Dictionary(paths.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every property that these bytes break, in words; none if all is well.
  ///
  /// What begins with `{` or `[` is read as a request; anything else as answers, one on each line: `custody=pretrial`.
  public func broken(by bytes: [UInt8]) -> [String] {
    var broken = Broken()
    do throws(RequestError) {
      let text = try RequestText(bytes, from: "request.json")
      if text.looksLikeJSON {
        try checkJSON(text, &broken)
        let request = try library.request(from: RequestDraft(json: text), now: now)
        checkWriting(request, &broken)
      } else {
        checkAnswers(String(decoding: bytes, as: UTF8.self), &broken)
      }
    } catch {
      checkRefusal(error, of: bytes, &broken)
    }
    return broken.properties
  }

  // MARK: Reading and writing back

  /// Any JSON that is read, and written as we write, is read as the same.
  private func checkJSON(_ text: RequestText, _ broken: inout Broken) throws(RequestError) {
    let value = try JSONReader.read(text)
    guard let json = value.json else { return }
    for width in [0, 100] {
      let written = Array(json.written(width: width).utf8)
      // Indentation may make it longer than a request may be.
      guard written.count <= RequestLimits.bytes else { continue }
      let again = broken.attempt("what we write as JSON is read") {
        () throws(RequestError) in try JSONReader.read(RequestText(written, from: "again.json"))
      }
      broken.note(again != nil && again?.json != json, "JSON written and read again is the same")
    }
  }

  private func checkWriting(_ request: Request, _ broken: inout Broken) {
    let document = request.document(in: library.vocabulary)
    let again = broken.attempt("a request that is written is read") { () throws(RequestError) in
      let text = try RequestText(Array(document.written().utf8), from: "again.json")
      return try library.request(from: RequestDraft(json: text), now: now)
    }
    guard let again else { return }
    broken.note(again != request, "a request written and read again is the same")
    broken.note(again.document(in: library.vocabulary) != document, "a request written twice is the same text")
  }

  // MARK: Answers

  private func checkAnswers(_ text: String, _ broken: inout Broken) {
    var request = asked
    // More lines than there are questions ask nothing new.
    for line in text.split(separator: "\n").prefix(100) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let path = questions[parts[0]] else { continue }
      do throws(RequestError) {
        let answered = try library.request(request, answering: path, with: parts[1])
        if case .fact(let name) = path, answered.facts[name] != nil, library.vocabulary.fact(name)?.isJudgement ?? false
        {
          request = answered
          request.judgements[name] = Request.JudgementRecord(by: "Sgt. Example", why: "an example")
        } else {
          request = answered
        }
      } catch {
        checkRefusal(error, of: Array(parts[1].utf8), &broken)
      }
    }
    checkWriting(request, &broken)
  }

  // MARK: Refusals

  private func checkRefusal(_ error: RequestError, of bytes: [UInt8], _ broken: inout Broken) {
    broken.note(error.issues.isEmpty, "a refusal says why")
    broken.note(error.issues.count > RequestError.limit || error.omitted < 0, "a refusal is short")
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for issue in error.issues {
      broken.note(issue.message.isEmpty, "a mistake says what is wrong")
      broken.note(!issue.description.isSafeToShow, "mistakes are shown without control characters: \(issue.message)")
      guard case .file(_, let position?) = issue.location else { continue }
      let isInside =
        lines.indices.contains(position.line - 1)
        && (1...lines[position.line - 1].count + 1).contains(position.column)
      broken.note(!isInside, "a mistake points into the file: \(issue)")
    }
  }
}

extension WrittenValue {
  /// The value as JSON; nil for numbers that are not written as JSON of ours has them.
  fileprivate var json: JSON? {
    switch content {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .number(let digits): return Int(digits).flatMap { String($0) == digits ? .integer($0) : nil }
    case .text(let text), .word(let text): return .text(text)
    case .list(let values):
      let written = values.compactMap(\.json)
      return written.count == values.count ? .list(written) : nil
    case .object(let members):
      let written = members.compactMap { member in member.value.json.map { JSON.Member(key: member.name, value: $0) } }
      return written.count == members.count ? .object(written) : nil
    }
  }
}
