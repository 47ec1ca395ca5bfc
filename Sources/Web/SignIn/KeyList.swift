import LawLanguage

/// The keys that an account has, each with a button that removes it.
struct KeyList: Sendable {
  let passkeys: [(id: [UInt8], added: Instant)]
  let hasPassphrase: Bool
  let session: Session

  var html: HTML {
    guard !passkeys.isEmpty || hasPassphrase else { return .empty }
    return section(.id("remove")) {
      h2 { "Keys that open your account" }
      ul(.class("cards")) {
        for key in passkeys {
          li { item("A passkey, made \(day(key.added))", [("passkey", Base64URL.encoded(key.id))]) }
        }
        if hasPassphrase { li { item("A passphrase with codes", []) } }
      }
    }
  }

  private func day(_ instant: Instant) -> String { "\(Day(number: Int32(instant.seconds / 86_400)))" }

  private func item(_ title: String, _ fields: [(name: String, value: String)]) -> HTML {
    form(.post, .action("/keys/remove"), .class("inline")) {
      FormToken.field(session)
      for field in fields { input(.type("hidden"), .name(field.name), .value(field.value)) }
      span { title }
      " "
      button(.class("second"), .label("Remove: \(title)")) { "Remove" }
    }
  }
}
