import Desk
import LawLanguage

/// What happened before it could be entered, after an outage or by phone: then both times are kept.
enum LateEntry {
  /// Folded away, for what is entered as it happens is the rule.
  static func fields(_ parts: FormParts) -> HTML {
    let isOpen = !DateParts(parts.typed, "happened").isEmpty || parts.typed.text("late-why") != nil
    return details([.class("late-entry")] + Attribute.when(isOpen, Attribute("open", nil))) {
      summary { "It happened earlier, and is entered only now" }
      parts.date(
        "happened", "When did it happen?", hint: "As the downtime card or your note has it. Both times are kept.",
        withTime: true)
      parts.text("late-why", "Why is it entered only now?", hint: "For example: server stopped at 2:10 am, card used.")
    }
  }

  /// Nil where it happens now.
  static func read(_ form: Fields, in zone: Zone, now: Instant) throws(Mistakes) -> Hand.Late? {
    let parts = DateParts(form, "happened")
    let why = form.text("late-why")
    if parts.isEmpty, why == nil { return nil }
    let happened: Instant
    do { happened = try parts.readInstant(in: zone) } catch { throw Mistakes("happened", error.sentence) }
    guard happened <= now else {
      throw Mistakes("happened", "The time at which it happened lies in the future. Check it.")
    }
    guard let why else { throw Mistakes("late-why", "Write why it is entered only now.") }
    return Hand.Late(happened: happened, because: why)
  }
}
