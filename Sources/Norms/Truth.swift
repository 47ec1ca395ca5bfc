/// Yes, no or unknown, joined as Kleene joins them: sound, and exact where no unknown is used twice.
public enum Truth: UInt8, Sendable, Hashable {
  case no, yes, unknown

  /// The truth of a known value.
  @inline(__always)
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// Swaps yes and no.
  public var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}

/// A condition over numbered predicates.
public indirect enum Formula: Sendable, Hashable {
  case constant(Bool)
  case atom(Int)
  case not(Formula)
  case all([Formula])
  case any([Formula])

  /// All of them, without needless layers.
  public static func conjunction(_ parts: [Formula]) -> Formula {
    guard let open = parts.joined(where: true) else { return .constant(false) }
    return open.isEmpty ? .constant(true) : open.count == 1 ? open[0] : .all(open)
  }

  /// Any of them, without needless layers.
  public static func disjunction(_ parts: [Formula]) -> Formula {
    guard let open = parts.joined(where: false) else { return .constant(true) }
    return open.isEmpty ? .constant(false) : open.count == 1 ? open[0] : .any(open)
  }

  /// The truth of the formula, given that of its predicates.
  public func truth(_ atom: (Int) -> Truth) -> Truth {
    switch self {
    case .constant(let value): return Truth(value)
    case .atom(let index): return atom(index)
    case .not(let formula): return formula.truth(atom).negated
    case .all(let parts):
      var result = Truth.yes
      for part in parts {
        let truth = part.truth(atom)
        if truth == .no { return .no }
        if truth == .unknown { result = .unknown }
      }
      return result
    case .any(let parts):
      var result = Truth.no
      for part in parts {
        let truth = part.truth(atom)
        if truth == .yes { return .yes }
        if truth == .unknown { result = .unknown }
      }
      return result
    }
  }

  /// Calls the visitor with the unknown predicates that keep the formula unknown: none within a part that is settled.
  public func forEachUnsettledAtom(_ atom: (Int) -> Truth, _ visit: (Int) -> Void) {
    guard truth(atom) == .unknown else { return }
    switch self {
    case .constant: break
    case .atom(let index): visit(index)
    case .not(let formula): formula.forEachUnsettledAtom(atom, visit)
    case .all(let parts), .any(let parts): for part in parts { part.forEachUnsettledAtom(atom, visit) }
    }
  }

  /// The formula with something in place of each predicate, without needless layers.
  package func substituting(_ atom: (Int) -> Formula) -> Formula {
    switch self {
    case .constant: self
    case .atom(let index): atom(index)
    case .not(let formula):
      switch formula.substituting(atom) {
      case .constant(let value): .constant(!value)
      case .not(let inner): inner
      case let inner: .not(inner)
      }
    case .all(let parts): .conjunction(parts.map { $0.substituting(atom) })
    case .any(let parts): .disjunction(parts.map { $0.substituting(atom) })
    }
  }

  /// Calls the visitor with every predicate, in order, repeats included.
  public func forEachAtom(_ visit: (Int) -> Void) {
    switch self {
    case .constant: break
    case .atom(let index): visit(index)
    case .not(let formula): formula.forEachAtom(visit)
    case .all(let parts), .any(let parts): for part in parts { part.forEachAtom(visit) }
    }
  }
}

/// Atoms, a bit for each: they are small numbers, and a set of them is made for every slice.
package struct AtomSet {
  private var words: [UInt64] = []

  package init() {}

  package mutating func insert(_ atom: Int) {
    let word = atom / 64
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(atom % 64)
  }

  /// In order.
  package var sorted: [Int] {
    var found: [Int] = []
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        found.append(index * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return found
  }
}

extension Formula {
  /// What it is, whatever is true; nil where that hangs on predicates.
  fileprivate var constant: Bool? { if case .constant(let value) = self { value } else { nil } }
}

extension [Formula] {
  /// Those that something hangs on, as long as no other constant than this is among them; nil if one is.
  ///
  /// Most have no constant at all, and stay what they are.
  fileprivate func joined(where neutral: Bool) -> [Formula]? {
    var hasConstant = false
    for formula in self {
      guard let constant = formula.constant else { continue }
      if constant != neutral { return nil }
      hasConstant = true
    }
    return hasConstant ? filter { $0.constant == nil } : self
  }
}
