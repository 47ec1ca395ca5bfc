import Console
import Foundation
import LawLanguage
import Reasoning

/// How many of some past requests two laws answer differently.
struct TouchedRequests {
  let touched: Int
  let count: Int
  /// Lines that are no request under one of the laws.
  let unread: Int

  /// The largest file that is read, in bytes.
  private static let largest = 256 << 20

  init(
    in path: String, _ before: LoadedLibrary, _ after: LoadedLibrary,
    _ move: (inout Request, _ isNew: Bool) -> Void
  ) throws {
    let bytes = try BoundedReading.file(path, limit: Self.largest, what: "a file with a request on each line")
    guard bytes.count <= Self.largest else {
      throw Refusal.sentence("\(path) is larger than 256 MiB; divide it")
    }
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    var (touched, count, unread) = (0, 0, 0)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      guard let text = try? RequestText(Array(line), from: path), let draft = try? RequestDraft(json: text),
        let old = try? before.library.request(from: draft, now: now),
        let new = try? after.library.request(from: draft, now: now)
      else {
        unread += 1
        continue
      }
      var (first, second) = (old, new)
      move(&first, false)
      move(&second, true)
      guard let one = try? decide(first, in: before.library), let other = try? decide(second, in: after.library) else {
        unread += 1
        continue
      }
      count += 1
      if Said(one) != Said(other) { touched += 1 }
    }
    (self.touched, self.count, self.unread) = (touched, count, unread)
  }

  /// What counts of a decision: what may be done, on what that rests, until when, and what is owed.
  private struct Said: Equatable {
    let answers: [[String]]
    let duties: Set<String>

    init(_ decision: Decision) {
      answers = decision.answers.map { answer in
        [answer.act, answer.answer.rawValue, answer.basis?.rawValue ?? "", "\(String(describing: answer.window))"]
      }
      duties = Set(decision.duties.map { "\($0.act) \($0.to ?? "")" })
    }
  }

  /// `touches 212 of 9,126 requests`.
  var words: String {
    "touches \(TouchedRequests.grouped(touched)) of \(TouchedRequests.grouped(count)) requests"
      + (unread == 0
        ? "" : unread == 1 ? "; 1 line is no request" : "; \(TouchedRequests.grouped(unread)) lines are no request")
      + (unread == 0 ? "" : " under both laws")
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
