/// There is more to a slice than is gone through: nothing is said of it, rather than something of a part.
package struct TooWide: Error, Hashable {
  /// What there was too much of.
  package enum What: Sendable, Hashable {
    /// Values of facts, or sets of records, that hang together.
    case values
    /// Conditions over facts that hang together.
    case conditions
    /// Nodes of the diagram.
    case nodes
    /// What a solver was asked and did not settle.
    case unsettled
  }

  /// What there was too much of.
  package let what: What
}
