import Desk
import LawLanguage
import Ledger
import Reasoning

/// The collector as its pages need it: each call is made by somebody, and answered or refused in words.
struct CollectorWork: Sendable {
  let collector: Collector
  let origin: @Sendable () -> String

  var words: MomentWords { MomentWords(zone: collector.profile.zone) }
  var forms: [ReportForm] { collector.profile.forms }

  func staff(_ exchange: Exchange) throws(Refused) -> Staff {
    guard let staff = exchange.visitor.staff else { throw Refused(.unauthorised, "Sign in to go on.") }
    return staff
  }

  /// The form and the period of a path.
  func place(_ exchange: Exchange) throws(Refused) -> (form: ReportForm, period: ReportPeriod) {
    guard let form = forms.first(where: { $0.id == exchange.parameter("form") }),
      let period = ReportPeriod(exchange.parameter("period"))
    else { throw Refused(.notFound, "No such report is collected here.") }
    return (form, period)
  }

  func id(_ exchange: Exchange) throws(Refused) -> CaseID {
    guard let id = CaseID(exchange.parameter("id")) else { throw Refused(.notFound, "There is nothing of that name.") }
    return id
  }

  /// The periods of a form that are over and may still be reported: the last four.
  func periods(of form: ReportForm, at now: Instant) -> [ReportPeriod] {
    var periods: [ReportPeriod] = []
    var next = ReportPeriod(form.length, containing: words.zone.day(of: now))?.previous
    while let period = next, periods.count < 4 {
      periods.append(period)
      next = period.previous
    }
    return periods
  }

  /// Runs what may be refused: at a field, where what was sent can be put right.
  func refusing<Value>(at field: String? = nil, _ body: () async throws -> Value) async throws -> Value {
    do { return try await body() } catch let error as OfficeRefusal {
      switch error {
      case .report(.register(let mistakes)):
        throw Mistakes(list: mistakes.prefix(50).map { Mistake(field: field ?? "register", sentence: "\($0).") })
      case .report, .refused, .tooLarge:
        guard let field else { throw Refused(error) }
        throw Mistakes(field, "\(error)".capitalisedFirst + ".")
      default: throw Refused(error)
      }
    }
  }
}

/// A field for many lines, such as a file's.
func pasteField(
  _ name: String, _ question: String, hint: String, _ parts: FormParts, rows: Int = 8
) -> HTML {
  let wrong = parts.mistakes.first { $0.field == name }
  let ids = "\(name)-hint" + (wrong == nil ? "" : " \(name)-error")
  return div(.class(wrong == nil ? "group" : "group wrong")) {
    label(.for(name)) { question }
    p(.id("\(name)-hint"), .class("hint")) { hint }
    if wrong != nil {
      // Of several mistakes each is told.
      div(.id("\(name)-error")) {
        for mistake in parts.mistakes where mistake.field == name { p(.class("error")) { mistake.sentence } }
      }
    }
    textarea(
      [
        .id(name), .name(name), Attribute("rows", "\(rows)"), Attribute("maxlength", "\(Fields.Limits.value)"),
        .describedBy(ids), Attribute("spellcheck", "false"),
      ] + (wrong == nil ? [] : [Attribute("aria-invalid", "true")])
    ) { parts.typed[name] ?? "" }
  }
}
