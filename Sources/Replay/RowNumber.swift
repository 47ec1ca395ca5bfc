/// A row of the table replayed, counted from 1 after the header.
///
/// The only name a row has in what comes out: no identifier of a person is read.
package struct RowNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let count: Int

  package init(_ count: Int) { self.count = count }

  package static func < (left: RowNumber, right: RowNumber) -> Bool { left.count < right.count }
  package var description: String { String(count) }
}
