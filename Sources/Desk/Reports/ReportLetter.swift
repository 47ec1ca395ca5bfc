internal import LawLanguage

extension ReportView {
  /// A certified edition as a page to be set: what its file says, who certified it, and how to check it.
  ///
  /// - Parameters:
  ///   - csv: The file kept with the edition.
  ///   - words: The agency's days and moments.
  public func letter(edition number: Int, csv: [UInt8], office: String, words: MomentWords) -> Letter? {
    guard let edition = file.editions.first(where: { $0.number == number }), let certificate = edition.certificate,
      let rows = try? DelimitedText.read(csv), let header = rows.first?.cells
    else { return nil }
    let form = file.form
    let english = Letter.Setting(name: "English", lang: "en", region: nil, direction: "ltr", fonts: ["Noto Sans"])
    var blocks: [Letter.Block] = [.paragraph(certificate.content.statement)]
    if let reason = edition.reason {
      blocks.append(.paragraph("This is edition \(number). It puts an earlier one right: \(reason)"))
    }
    for part in form.parts {
      blocks.append(.heading(part.title))
      let entries = rows.dropFirst().filter { $0.cells.first == part.id && $0.cells.count == header.count }
      guard let first = entries.first, first.cells[1] != "none" else {
        blocks.append(.paragraph(part.nothing))
        continue
      }
      for row in entries {
        let told = zip(header, row.cells).compactMap { name, cell -> [String]? in
          guard let column = part.column(name) else { return nil }
          return [column.title, cell == ReportCell.notApplying ? "does not apply" : cell]
        }
        blocks.append(.rows([["Entry", row.cells[1]]] + told))
      }
    }
    blocks.append(.paragraph("Certified by \(certificate.by.text), \(words.text(certificate.at))."))
    let civil = words.zone.day(of: certificate.at).civil
    let recipients =
      switch form.destination {
      case .filed(let route): route
      case .held(let readers): [readers]
      case .published: ["the public"]
      }
    return Letter(
      kind: "report", recipient: recipients[0], language: english, title: "\(form.title), \(file.period.words)",
      subject: "Report under \(form.cite)", date: [civil.year, civil.month, civil.day],
      office: Letter.Office(name: office, lines: []),
      to: ["To \(recipients.joined(separator: ", who sends it on to "))"],
      dateline: words.text(words.zone.day(of: certificate.at)),
      parts: [Letter.Part(language: english, title: "\(form.title), \(file.period.words)", blocks: blocks)],
      interpreter: nil,
      record: [
        ["Law", form.cite], ["Edition", "\(number)"], ["SHA-256 of the file", certificate.content.digest],
        ["To check", "tenth verify with the receipt and the .tlog-proof that come with the file"],
      ], footer: [office, form.cite, file.period.description], disclosures: [])
  }
}

extension Letter.Block {
  fileprivate static func heading(_ text: String) -> Letter.Block {
    Letter.Block(kind: .heading, text: text, items: nil, rows: nil)
  }
  fileprivate static func paragraph(_ text: String) -> Letter.Block {
    Letter.Block(kind: .paragraph, text: text, items: nil, rows: nil)
  }
  fileprivate static func rows(_ rows: [[String]]) -> Letter.Block {
    Letter.Block(kind: .rows, text: nil, items: nil, rows: rows)
  }
}
