import Desk
import LawLanguage

/// Many letters at once: asked for, looked at while they are made, stopped, and printed.
struct LetterBatchPages: Sendable {
  let work: OfficeWork
  let frame: Frame
  let batches: LetterBatches

  init(work: OfficeWork, frame: Frame) {
    self.work = work
    self.frame = frame
    batches = LetterBatches(work)
  }

  var routes: [Route] {
    [
      Route(.get, "/letters", .may(.recordFacts)) { try await show($0, mistakes: []) },
      Route(.post, "/letters", .may(.recordFacts)) { try await begin($0) },
      Route(.get, "/letters/{number}", .may(.recordFacts)) { try await follow($0) },
      Route(.post, "/letters/{number}/stop", .may(.recordFacts)) { try await stop($0) },
      Route(.get, "/letters/{number}/file", .may(.recordFacts)) { try await fetch($0) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  private var kinds: [LetterKind] { work.press?.set?.kinds.filter { $0.to.contains("person-in-custody") } ?? [] }

  // MARK: Asking for them

  private func show(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let staff = try work.staff(exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let list = await batches.list(of: staff.agency)
    let trouble = LetterMaking(work: work).trouble
    let page = Page("Letters owed to persons in custody", in: .due, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/")) { "Due now" }
      parts.errorSummary
      h1 { "Letters owed to persons in custody" }
      p {
        "All open requests are looked through for letters that the law orders for the person now, and that have not gone out. "
        "Each is written from the record alone. What the record does not know is listed, to be written by hand. Letters to "
        "anybody else are written one by one, for somebody chooses what they tell."
      }
      if let trouble { div(.class("note warn")) { p { trouble } } }
      if trouble == nil, !kinds.isEmpty {
        form(.post, .action("/letters")) {
          FormToken.field(exchange.visitor.session)
          parts.boxes(
            "kind", "Which letters?", kinds.map { FormParts.Option($0.name, $0.title) }, values: kinds.map(\.name))
          div(.class("buttons")) { button { "Make them" } }
        }
      }
      if !list.isEmpty {
        h2 { "Made before" }
        ul(.class("cards")) {
          for batch in list {
            li {
              p { a(.href("/letters/\(batch.number)")) { "Batch \(batch.number): \(count(batch.made.count))" } }
              p(.class("quiet")) { "\(batch.by), \(words.text(batch.began)). \(standing(batch))" }
            }
          }
        }
      }
    }
  }

  private func begin(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    let chosen = Set(exchange.form.all("kind"))
    guard !chosen.isEmpty || kinds.isEmpty else {
      return try await show(exchange, mistakes: [Mistake(field: "kind", sentence: "Tick at least one kind of letter.")])
    }
    return .seeOther("/letters/\(try await batches.begin(chosen, by: staff))")
  }

  // MARK: Following one

  private func batch(_ exchange: Exchange) async throws -> LetterBatch {
    let staff = try work.staff(exchange)
    guard let number = Int(exchange.parameter("number")), let batch = await batches.batch(number, of: staff.agency)
    else {
      throw Refused(
        .notFound,
        "This desk remembers no such batch. Its letters are in their requests; make a batch for what is still owed.")
    }
    return batch
  }

  private func follow(_ exchange: Exchange) async throws -> Reply {
    let batch = try await batch(exchange)
    let path = "/letters/\(batch.number)"
    return frame.reply(Page("Letters, batch \(batch.number)", in: .due), to: exchange.visitor) {
      a(.class("back"), .href("/letters")) { "Letters owed" }
      h1 { "Letters, batch \(batch.number)" }
      p(.role("status")) { strong { standing(batch) } }
      p(.id("progress-words")) {
        "\(batch.looked) of \(batch.total) open requests looked through; \(count(batch.made.count)) made, "
        "\(batch.left.count) left to be written by hand."
      }
      progress(
        .labelledBy("progress-words"), Attribute("max", "\(max(batch.total, 1))"), .value("\(batch.looked)")
      ) { "\(batch.looked) of \(batch.total)" }
      if batch.state == .running {
        p { a(.href(path)) { "Show how far it is now" } }
        form(.post, .action("\(path)/stop")) {
          FormToken.field(exchange.visitor.session)
          div(.class("buttons")) { button(.class("second")) { "Stop after the letter under way" } }
        }
      }
      if !batch.made.isEmpty {
        p {
          a(.href("\(path)/file")) { "The letters made so far, to print: one file with a PDF for each" }
        }
      }
      if !batch.left.isEmpty {
        h2 { "To be written by hand" }
        ul(.class("cards")) {
          for left in batch.left {
            li {
              p {
                a(.href("/requests/\(left.id)/letters/\(left.kind)/person-in-custody")) {
                  "\(left.title), request \(left.number)"
                }
              }
              p(.class("quiet")) { left.why }
            }
          }
        }
      }
    }
  }

  private func stop(_ exchange: Exchange) async throws -> Reply {
    let batch = try await batch(exchange)
    await batches.stop(batch.number, of: batch.agency)
    return .seeOther("/letters/\(batch.number)")
  }

  private func count(_ letters: Int) -> String { letters == 1 ? "1 letter" : "\(letters) letters" }

  private func standing(_ batch: LetterBatch) -> String {
    switch batch.state {
    case .running: "Being made."
    case .done: "Done."
    case .stopped: "Stopped. What went out stays; another batch goes on with the rest."
    case .full:
      "\(LetterBatches.most) letters were made, which is the most at once. Another batch goes on with the rest."
    case .failed(let why): "It ended early. \(why)"
    }
  }

  // MARK: Printing

  /// The most bytes of one file.
  private static let largest = 256 << 20

  private func fetch(_ exchange: Exchange) async throws -> Reply {
    let (batch, staff) = (try await batch(exchange), try work.staff(exchange))
    guard !batch.made.isEmpty else { throw Refused(.notFound, "No letter of this batch has gone out.") }
    var archive = TapeArchive(limit: LetterBatchPages.largest, made: batch.began)
    for (index, made) in batch.made.enumerated() {
      // What was erased or sealed since is left out.
      guard let pdf = try? await work.office.document(made.document, of: made.id, for: staff) else { continue }
      let place = String(repeating: "0", count: max(0, 4 - "\(index + 1)".count)) + "\(index + 1)"
      do { try archive.add(pdf, at: "\(place)-\(made.letter).pdf") } catch {
        throw Refused(.contentTooLarge, "These letters are too many for one file. Print them from their requests.")
      }
    }
    archive.end()
    return Download(bytes: archive.bytes, name: "letters-\(batch.number).tar", mediaType: "application/x-tar").reply
  }
}
