/// A mistake in a form: which field, and what to do.
struct Mistake: Sendable, Hashable {
  let field: String
  let sentence: String
}

/// The fields of a form, with what was typed and what was wrong with it.
struct FormParts: Sendable {
  let typed: Fields
  let mistakes: [Mistake]

  init(typed: Fields = Fields(), mistakes: [Mistake] = []) {
    self.typed = typed
    self.mistakes = mistakes
  }

  private func mistake(_ name: String) -> Mistake? { mistakes.first { $0.field == name } }

  /// At the top of the page: every mistake, leading to its field.
  var errorSummary: HTML {
    guard !mistakes.isEmpty else { return .empty }
    return div(.class("errors"), .role("alert"), .labelledBy("errors-title"), Attribute("tabindex", "-1")) {
      h2(.id("errors-title")) { "There is a problem" }
      ul {
        for mistake in mistakes { li { a(.href("#\(mistake.field)")) { mistake.sentence } } }
      }
    }
  }

  private func group(_ name: String, @HTMLBuilder content: () -> HTML) -> HTML {
    div(.class(mistake(name) == nil ? "group" : "group wrong"), content: content)
  }

  private func notes(_ name: String, hint: String?) -> HTML {
    .sequence([
      hint.map { hint in p(.id("\(name)-hint"), .class("hint")) { hint } } ?? .empty,
      mistake(name).map { mistake in
        p(.id("\(name)-error"), .class("error")) {
          span(.class("hidden")) { "Error: " }
          mistake.sentence
        }
      } ?? .empty,
    ])
  }

  private func described(_ name: String, hint: String?) -> [Attribute] {
    let ids = (hint == nil ? [] : ["\(name)-hint"]) + (mistake(name) == nil ? [] : ["\(name)-error"])
    return (ids.isEmpty ? [] : [.describedBy(ids.joined(separator: " "))])
      + (mistake(name) == nil ? [] : [Attribute("aria-invalid", "true")])
  }

  // MARK: Fields

  /// One line of text.
  func text(
    _ name: String, _ question: String, hint: String? = nil, value: String = "", width: StaticString = "wide",
    autocomplete: StaticString = "off", attributes: [Attribute] = []
  ) -> HTML {
    group(name) {
      label(.for(name)) { question }
      notes(name, hint: hint)
      input(
        [
          .id(name), .name(name), .type("text"), .class("\(width)"), .value(typed[name] ?? value),
          Attribute("maxlength", "200"), .autocomplete(autocomplete),
        ] + attributes + described(name, hint: hint))
    }
  }

  /// A file.
  func file(_ name: String, _ question: String, hint: String? = nil) -> HTML {
    group(name) {
      label(.for(name)) { question }
      notes(name, hint: hint)
      input([.id(name), .name(name), .type("file")] + described(name, hint: hint))
    }
  }

  /// Several lines of text.
  func lines(_ name: String, _ question: String, hint: String? = nil, value: String = "") -> HTML {
    group(name) {
      label(.for(name)) { question }
      notes(name, hint: hint)
      textarea(
        [.id(name), .name(name), Attribute("rows", "4"), Attribute("maxlength", "4000")] + described(name, hint: hint)
      ) { typed[name] ?? value }
    }
  }

  /// A choice, once or several times.
  struct Option: Sendable {
    let value: String
    let title: String
    var hint: String?

    init(_ value: String, _ title: String, hint: String? = nil) {
      self.value = value
      self.title = title
      self.hint = hint
    }
  }

  /// One of several.
  func radios(
    _ name: String, _ question: String, hint: String? = nil, _ options: [Option], value: String? = nil,
    isHeading: Bool = false
  ) -> HTML {
    choices(name, question, hint: hint, options, type: "radio", chosen: Set([typed[name] ?? value ?? ""]), isHeading)
  }

  /// Any of several.
  func boxes(_ name: String, _ question: String, hint: String? = nil, _ options: [Option], values: [String] = [])
    -> HTML
  {
    let sent = typed.all(name)
    return choices(
      name, question, hint: hint, options, type: "checkbox", chosen: Set(sent.isEmpty ? values : sent), false)
  }

  private func choices(
    _ name: String, _ question: String, hint: String?, _ options: [Option], type: StaticString, chosen: Set<String>,
    _ isHeading: Bool
  ) -> HTML {
    group(name) {
      fieldset(described(name, hint: hint)) {
        legend { isHeading ? h1 { question } : .text(question) }
        notes(name, hint: hint)
        for (index, choice) in options.enumerated() {
          let id = index == 0 ? name : "\(name)-\(index + 1)"
          div(.class("choice")) {
            input(
              [.id(id), .name(name), .type(type), .value(choice.value)]
                + (choice.hint == nil ? [] : [.describedBy("\(id)-about")])
                + Attribute.when(chosen.contains(choice.value), .checked))
            label(.for(id)) { choice.title }
            if let hint = choice.hint { p(.id("\(id)-about"), .class("hint")) { hint } }
          }
        }
      }
    }
  }

  /// A choice among many.
  func list(_ name: String, _ question: String, hint: String? = nil, _ options: [Option], value: String? = nil) -> HTML
  {
    let chosen = typed[name] ?? value ?? ""
    return group(name) {
      label(.for(name)) { question }
      notes(name, hint: hint)
      select([.id(name), .name(name)] + described(name, hint: hint)) {
        for choice in options {
          option([.value(choice.value)] + Attribute.when(choice.value == chosen, .selected)) { choice.title }
        }
      }
    }
  }

  /// A day in three fields, with a time of day where one is asked for.
  func date(
    _ name: String, _ question: String, hint: String? = nil, value: DateParts = DateParts(), withTime: Bool = false,
    isHeading: Bool = false
  ) -> HTML {
    let shown = typed.pairs.isEmpty ? value : DateParts(typed, name)
    return group(name) {
      fieldset([.role("group")] + described(name, hint: hint)) {
        legend { isHeading ? h1 { question } : .text(question) }
        notes(name, hint: hint)
        div(.class("date")) {
          // The first field bears the name, so that the error summary leads to it.
          part(name, "\(name)-month", "Month", shown.month, "two")
          part("\(name)-d", "\(name)-day", "Day", shown.day, "two")
          part("\(name)-y", "\(name)-year", "Year", shown.year, "four")
          if withTime { part("\(name)-t", "\(name)-time", "Time, such as 2:05 am", shown.time, "time") }
        }
      }
    }
  }

  private func part(_ id: String, _ name: String, _ title: String, _ value: String, _ width: String) -> HTML {
    div {
      label(.for(id)) { title }
      input(
        [.id(id), .name(name), .type("text"), .value(value), .class(width), Attribute("maxlength", "12")]
          + [.autocomplete("off")] + (width == "time" ? [] : [Attribute("inputmode", "numeric")]))
    }
  }
}
