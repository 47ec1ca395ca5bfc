package import LawLanguage
import Norms
package import Reasoning

extension LawQuery {
  /// The query of a day, for all days around it on which it is word for word the same: most of what begins and ends in a library
  /// concerns other acts.
  ///
  /// - Throws: `Refusal`, or `UnknownZone` if the agency's place has no time zone that the machine knows.
  package init(
    _ offer: RowOffer, on day: Day, in library: Library, digests: LibraryDigests, table: String = "requests"
  ) throws {
    func query(_ day: Day) throws -> LawQuery {
      let batch = try BatchLaw(offer, on: day, in: library, digests: digests)
      guard let classes = batch.classes else { throw Refusal.tooWide }
      return try LawQuery(offer, classes: classes, days: (nil, nil), table: table)
    }
    let own = try query(day)
    let words = own.text(.sqlite)
    func isSame(_ day: Day) -> Bool { (try? query(day))?.text(.sqlite) == words }
    let epochs = Epochs(of: library)
    var (from, until) = epochs.days(around: day)
    while let last = until, isSame(last.adding(days: 1)) {
      until = epochs.days(around: last.adding(days: 1)).until
    }
    while let first = from, isSame(first.adding(days: -1)) {
      from = epochs.days(around: first.adding(days: -1)).from
    }
    self = own
    days = (from, until)
  }
}
