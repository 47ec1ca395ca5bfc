internal import Foundation
public import LawLanguage

/// One thing that happened in a case, with who entered it. Events are only ever added.
public struct CaseEvent: Sendable, Hashable, Codable {
  /// The form in which this program writes events.
  public static let currentForm = 1

  /// The form it was written in.
  public let form: Int
  /// Its number within the case, from 1: the case's version once it has happened.
  public let number: Int
  /// When it was entered.
  public let recorded: Instant
  /// When it happened: earlier, where it was entered later.
  public let happened: Instant
  /// Who entered it; nil for what the desk itself did, such as proposing.
  public let by: Signature?
  /// On whose behalf, where not on their own.
  public let onBehalfOf: String?
  /// Why it was entered late: an outage.
  public let lateBecause: String?
  /// What happened.
  public let what: Happening
  /// Random, so that the event's digest says nothing to somebody who guesses the rest.
  public let salt: String

  package init(
    number: Int, recorded: Instant, happened: Instant, by: Signature?, onBehalfOf: String? = nil,
    lateBecause: String? = nil, what: Happening
  ) {
    form = CaseEvent.currentForm
    self.number = number
    self.recorded = recorded
    self.happened = happened
    self.by = by
    self.onBehalfOf = onBehalfOf
    self.lateBecause = lateBecause
    self.what = what
    salt = CaseID().description
  }

  /// An event cannot be read: it was written by a later program, or is damaged.
  public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
    /// The form it claims; nil if it has none.
    public let form: Int?

    /// A sentence for a person.
    public var description: String {
      if let form, form != CaseEvent.currentForm {
        "an event has the form \(form), which this program does not read; use the program that wrote it, or a later one"
      } else {
        "an event cannot be read: its bytes are not those that were written"
      }
    }
  }

  /// The bytes that are sealed and whose digest is logged.
  package func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// Reads what was written.
  package init(encoded bytes: [UInt8]) throws(Unreadable) {
    struct Head: Decodable { let form: Int }
    do {
      self = try JSONDecoder().decode(CaseEvent.self, from: Data(bytes))
    } catch {
      throw Unreadable(form: (try? JSONDecoder().decode(Head.self, from: Data(bytes)))?.form)
    }
    guard form == CaseEvent.currentForm else { throw Unreadable(form: form) }
  }
}
