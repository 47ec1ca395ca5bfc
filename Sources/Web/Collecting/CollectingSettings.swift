import Reasoning

extension Settings {
  /// A collector of reports, as the settings name it.
  package struct Collecting: Sendable, Hashable {
    /// What people call it.
    package var name: String
    /// The state whose law it is.
    package var jurisdiction: String
    /// The forms that it collects, by name.
    package var forms: [String]

    package init(name: String, jurisdiction: String, forms: [String]) {
      self.name = name
      self.jurisdiction = jurisdiction
      self.forms = forms
    }

    /// Reads an object with name, jurisdiction and forms; nil for anything else, or more.
    init?(_ value: WrittenValue) {
      guard case .object(let members) = value.content, members.count == 3 else { return nil }
      var texts: [String: String] = [:]
      var forms: [String] = []
      for member in members {
        switch (member.name, member.value.content) {
        case ("name", .text(let text)), ("jurisdiction", .text(let text)): texts[member.name] = text
        case ("forms", .list(let items)):
          forms = items.compactMap { item in
            if case .text(let text) = item.content { text } else { nil }
          }
          guard forms.count == items.count else { return nil }
        default: return nil
        }
      }
      guard let name = texts["name"], !name.isEmpty, let jurisdiction = texts["jurisdiction"] else { return nil }
      self.init(name: name, jurisdiction: jurisdiction, forms: forms)
    }
  }
}
