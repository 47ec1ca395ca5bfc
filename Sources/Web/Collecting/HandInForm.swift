import Desk
import LawLanguage

/// The three ways of handing in a report on a page: nothing to tell, a few entries typed in, or a file.
struct HandInForm: Sendable {
  let form: ReportForm
  let parts: FormParts
  let base: String
  let exchange: Exchange

  /// As many entries as are typed in; more are a file.
  private static let typed = 5

  var html: HTML {
    .sequence([
      form.nilReport == .required ? nothing : .empty,
      details(isWrong("entries") ? [Attribute("open", nil)] : []) {
        summary { "Type in a few entries" }
        entries
      },
      details(isWrong("file") || isWrong("upload") || isWrong("receipt") ? [Attribute("open", nil)] : []) {
        summary { "Hand in a file" }
        file
      },
    ])
  }

  private func isWrong(_ field: String) -> Bool { parts.mistakes.contains { $0.field == field } }

  private func ways(
    _ way: String, _ send: String, takesFile: Bool = false, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    Web.form(
      [.post, .action(base)] + Attribute.when(takesFile, Attribute("enctype", "multipart/form-data"))
    ) {
      FormToken.field(exchange.visitor.session)
      input(.type("hidden"), .name("way"), .value(way))
      fields()
      div(.class("buttons")) { button { send } }
    }
  }

  private var nothing: HTML {
    section {
      h2 { "Nothing to report" }
      ways("nothing", "Certify and hand in") {
        parts.boxes(
          "nothing", "Certificate",
          [
            FormParts.Option(
              "yes", form.parts.map(\.nothing).joined(separator: " ") + " I certify this for the agency.")
          ])
      }
    }
  }

  private var entries: HTML {
    ways("entries", "Hand in these entries") {
      p(.id("entries")) {
        "Leave what you do not need empty. For more than \(HandInForm.typed) entries in a list, hand in a file."
      }
      for part in form.parts {
        fieldset {
          legend { h2 { part.title } }
          for number in 1...HandInForm.typed {
            details(number == 1 ? [Attribute("open", nil)] : []) {
              summary { "Entry \(number), \(part.title)" }
              for column in part.columns {
                parts.text(
                  "\(part.id).\(number).\(column.id)", "\(column.title) (entry \(number))",
                  hint: column.kind.hint(mayNotApply: column.mayNotApply))
              }
            }
          }
        }
      }
    }
  }

  private var file: HTML {
    ways("file", "Hand in the file", takesFile: true) {
      p { a(.href("\(base)/template.csv")) { "Download the empty file" } }
      parts.file("upload", "The file itself", hint: "At most \(DelimitedText.Limits.bytes >> 20) MiB.")
      pasteField(
        "file", "The file's text (CSV)",
        hint:
          "Instead of the file itself. Its first row is: \(ReportFileForm(form).header.joined(separator: ",")).",
        parts)
      details(isWrong("receipt") ? [Attribute("open", nil)] : []) {
        summary { "The report comes from a Tenth desk" }
        pasteField("receipt", "The receipt", hint: "The text of receipt.json, byte for byte.", parts, rows: 4)
        pasteField("proof", "The proof", hint: "The text of the .tlog-proof file.", parts, rows: 4)
      }
    }
  }

  // MARK: Reading

  struct Sent: Sendable {
    let bytes: [UInt8]
    let package: Collector.Package?
    /// The field that mistakes belong to.
    let field: String
  }

  static func read(_ fields: Fields, _ file: UploadedFile?, _ form: ReportForm) throws(Mistakes) -> Sent {
    let header = ReportFileForm(form).header
    switch fields["way"] {
    case "nothing":
      guard fields["nothing"] == "yes" else { throw Mistakes("nothing", "Tick that you certify it.") }
      let rows = form.parts.map { [$0.id, "none"] + header.dropFirst(2).map { _ in "" } }
      return Sent(bytes: DelimitedText.written([header] + rows), package: nil, field: "nothing")
    case "entries":
      var rows: [[String]] = []
      for part in form.parts {
        let written = (1...typed).map { number in
          header.dropFirst(2).map { fields.text("\(part.id).\(number).\($0)") ?? "" }
        }.filter { $0.contains { !$0.isEmpty } }
        for (index, cells) in written.enumerated() {
          // What is left empty where it may not apply does not apply.
          let whole = zip(header.dropFirst(2), cells).map { name, cell in
            let mayNotApply = part.columns.first { $0.id == name }?.mayNotApply ?? false
            return cell.isEmpty && mayNotApply ? "n/a" : cell
          }
          rows.append([part.id, "\(index + 1)"] + whole)
        }
        if written.isEmpty { rows.append([part.id, "none"] + header.dropFirst(2).map { _ in "" }) }
      }
      guard rows.contains(where: { $0[1] != "none" }) else { throw Mistakes("entries", "No entry was typed in.") }
      return Sent(bytes: DelimitedText.written([header] + rows), package: nil, field: "entries")
    default:
      let text = fields["file"] ?? ""
      guard file != nil || !text.isEmpty else {
        throw Mistakes("upload", "Choose the file, or paste its text.")
      }
      guard let receipt = fields.text("receipt"), let proof = fields["proof"] else {
        return Sent(
          bytes: file?.bytes ?? Array(text.utf8), package: nil, field: file == nil ? "file" : "upload")
      }
      // A browser ends lines of a field by CR LF; a proof's end by LF, and so does a report of the desk end by CR LF.
      let lines = proof.replacing("\r\n", with: "\n")
      let package = Collector.Package(
        receipt: Array(receipt.utf8), proof: Array((lines.hasSuffix("\n") ? lines : lines + "\n").utf8))
      if let file { return Sent(bytes: file.bytes, package: package, field: "receipt") }
      let whole = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
      return Sent(
        bytes: Array((whole.hasSuffix("\r\n") ? whole : whole + "\r\n").utf8), package: package, field: "receipt")
    }
  }
}
