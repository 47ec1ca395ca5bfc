import Desk
import LawLanguage
import Reasoning

/// Looking a paper over: whom it names, who signed, what is ticked.
struct PaperForm: Sendable {
  let paper: OfferedPaper
  let vocabulary: Vocabulary
  let zone: Zone
  /// What came in with the request: one of them may be this paper.
  let documents: [AttachedDocument]

  var title: String { (vocabulary.paper(paper.check.kind)?.title ?? paper.check.kind).capitalisedFirst }

  /// The vocabulary's fields that belong on a form: the kind fixes some, and others have fields of their own here.
  private var fields: [Field] {
    let fixed = vocabulary.paper(paper.check.kind)?.fixed ?? [:]
    return vocabulary.paperFields.filter { field in
      guard fixed[field.name] == nil, field.name != "received", field.name != "served" else { return false }
      return switch field.type {
      case .yesNo, .choice: true
      case .number, .date, .instant, .code: false
      }
    }
  }

  private var isDetainer: Bool { paper.check.kind.hasPrefix("i247") }

  func fields(_ parts: FormParts) -> HTML {
    .sequence([
      parts.radios(
        "names", "Whom does it name?",
        [
          FormParts.Option("the-person", "The person in custody"),
          FormParts.Option("someone-else", "Somebody else", hint: "Then it is no ground here, and is not counted."),
          FormParts.Option("nobody", "Nobody: the name is left empty"),
          FormParts.Option("unclear", "That is not clear"),
        ], value: paper.check.names.rawValue),
      parts.radios(
        "signed", "Is it signed?", [FormParts.Option("yes", "Yes"), FormParts.Option("no", "No")],
        value: paper.check.isSigned.map { $0 ? "yes" : "no" }),
      parts.text(
        "signer", "Who signed, and of which office?", hint: "As it stands there.", value: paper.check.signer ?? ""),
      isDetainer
        ? parts.boxes(
          "box", "Which boxes are ticked?",
          [
            FormParts.Option("1", "Box 1: DHS says there is probable cause that the person can be removed"),
            FormParts.Option("2", "Box 2: DHS brought the person for a proceeding"),
          ], values: paper.check.boxes) : .empty,
      .sequence(
        fields.map { field in
          let choices: [String] = if case .choice(let choices) = field.type { choices } else { ["yes", "no"] }
          return parts.radios(
            "field-\(field.name)", field.question, hint: field.help,
            choices.map { FormParts.Option($0, $0.spaced) } + [FormParts.Option("", "Not known")],
            value: paper.check.fields[field.name] ?? "")
        }),
      documents.isEmpty
        ? .empty
        : parts.boxes(
          "document", "Which document shows it?",
          hint: "So that whoever reads the paper's entry finds the paper itself.",
          documents.map { FormParts.Option($0.digest, $0.title) }, values: paper.check.documents),
    ])
  }

  func read(_ form: Fields) throws(Mistakes) -> PaperCheck {
    guard let names = form["names"].flatMap(PaperCheck.NameOnPaper.init) else {
      throw Mistakes("names", "Choose whom the paper names.")
    }
    var check = paper.check
    check.names = names
    check.isSigned = form["signed"].map { $0 == "yes" }
    check.signer = form.text("signer")
    check.boxes = form.all("box").filter { ["1", "2"].contains($0) }
    let known = Set(documents.map(\.digest))
    // A document that has gone since stays named: what the paper was is not forgotten by looking at it again.
    check.documents = paper.check.documents.filter { !known.contains($0) } + form.all("document").filter(known.contains)
    for field in fields { check.fields[field.name] = form.text("field-\(field.name)") }
    return check
  }
}
