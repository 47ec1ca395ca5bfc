/// A file in which drawn sites choose between the original and the mutant while the program runs.
///
/// So one build serves every mutant: `(mutated(17) ? (a <= b) : (a < b))`.
public struct Schemata: Sendable {
  /// The file as rewritten.
  public private(set) var text: [UInt8] = []
  /// Where each mutant is in the rewritten file, in UTF-8 bytes.
  public private(set) var spans: [Int: Range<Int>] = [:]

  private let source: [UInt8]

  /// Rewrites a file; the sites are its own, by the number of their mutants.
  public init(_ source: String, sites: [Int: Site]) {
    self.source = Array(source.utf8)
    let ordered = sites.sorted { left, right in
      let (a, b) = (left.value, right.value)
      // Of equal ranges the statement is outside, so that it is no part of an expression.
      let (c, d) = (a.form == .statement ? 0 : 1, b.form == .statement ? 0 : 1)
      return (a.range.lowerBound, b.range.upperBound, c, left.key)
        < (b.range.lowerBound, a.range.upperBound, d, right.key)
    }
    write(0..<self.source.count, ordered[...])
  }

  /// Sites are those of syntax nodes: one contains another, or they are apart.
  private mutating func write(_ range: Range<Int>, _ sites: ArraySlice<(key: Int, value: Site)>) {
    var position = range.lowerBound
    var rest = sites
    while let (number, site) = rest.popFirst() {
      let inner = rest.prefix { $0.value.range.upperBound <= site.range.upperBound }
      rest = rest.dropFirst(inner.count)
      text += source[position..<site.range.lowerBound]
      let start = text.count
      let (before, after) = Self.frame(site, number)
      text += before.utf8
      write(site.range, inner)
      text += after.utf8
      spans[number] = start..<text.count
      position = site.range.upperBound
    }
    text += source[position..<range.upperBound]
  }

  private static func frame(_ site: Site, _ number: Int) -> (String, String) {
    switch site.form {
    case .expression: ("(mutated(\(number)) ? (\(site.mutant)) : (", "))")
    case .statement where site.mutant.isEmpty: ("if !mutated(\(number)) { ", " }")
    case .statement: ("if mutated(\(number)) { \(site.mutant) } else { ", " }")
    }
  }

  /// The mutants to blame for what a compiler says about a place of the rewritten file, from 1: the innermost around it; if none
  /// is, those on its line; if none is, the nearest before it, or else after it.
  public func blamed(line: Int, column: Int) -> Set<Int> {
    let starts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 } + [text.count]
    guard starts.indices.contains(line) else { return Set(spans.keys) }
    let row = starts[line - 1]..<starts[line]
    let place = row.lowerBound + column - 1
    func first(_ found: [Int: Range<Int>], _ isBefore: (Range<Int>, Range<Int>) -> Bool) -> Set<Int> {
      let ordered = found.sorted { $0.key < $1.key }
      return Set(ordered.min { isBefore($0.value, $1.value) }.map { [$0.key] } ?? [])
    }
    let around = spans.filter { $0.value.contains(place) }
    if !around.isEmpty { return first(around) { $0.count < $1.count } }
    let beside = spans.filter { $0.value.overlaps(row) }
    if !beside.isEmpty { return Set(beside.keys) }
    // A variable that is left without a value is told where it is used.
    let before = spans.filter { $0.value.upperBound <= place }
    if !before.isEmpty { return first(before) { $0.upperBound > $1.upperBound } }
    return first(spans) { $0.lowerBound < $1.lowerBound }
  }

  /// The file that a mutated module gets: which mutant is awake, none if none is named.
  public static let switchboard = """
    import Glibc

    let activeMutant = getenv("TENTH_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

    @inline(__always)
    func mutated(_ number: Int) -> Bool { activeMutant == number }

    """
}
