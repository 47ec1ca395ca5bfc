import Mutants
import Testing

/// Which changes are made to which source.
@Suite struct SiteTests {
  /// Each change as `original -> mutant`, of one kind or of all.
  private func changes(_ source: String, _ change: Change? = nil) -> [String] {
    Site.all(in: source, file: "a.swift").filter { change == nil || $0.change == change }
      .map { "\($0.original) -> \($0.mutant)" }
  }

  @Test(arguments: [
    ("a < b", ["a < b -> a <= b", "a < b -> a >= b"]), ("a <= b", ["a <= b -> a < b", "a <= b -> a > b"]),
    ("a > b", ["a > b -> a >= b", "a > b -> a <= b"]), ("a >= b", ["a >= b -> a > b", "a >= b -> a < b"]),
    ("a == b", ["a == b -> a != b"]), ("a != b", ["a != b -> a == b"]), ("a && b", ["a && b -> a || b"]),
    ("a || b", ["a || b -> a && b"]), ("a + b", ["a + b -> a - b"]), ("a - b", ["a - b -> a + b"]),
    ("a * b", ["a * b -> a / b"]), ("a / b", ["a / b -> a * b"]), ("a % b", ["a % b -> a * b"]),
    ("a..<b", ["a..<b -> a...b"]), ("a...b", ["a...b -> a..<b"]), ("a ?? b", ["a ?? b -> b"]), ("!a", ["!a -> a"]),
    ("41", ["41 -> 42"]), ("1_000", ["1_000 -> 1001"]), ("true", ["true -> false"]),
  ])
  func operatorsAndLiteralsHaveTheirOpposites(expression: String, expected: [String]) {
    #expect(changes("let x = \(expression)") == expected)
  }

  @Test func eachOperatorOfAnExpressionIsASiteOfItsOwn() {
    #expect(
      changes("let x = a && b || c < 1") == [
        "a && b || c < 1 -> a && b && c < 1", "a && b -> a || b", "c < 1 -> c <= 1", "c < 1 -> c >= 1", "1 -> 2",
      ])
  }

  @Test func anOrderHasNoBoundary() {
    #expect(changes("let x = a.sorted { $0.b < $1.b }") == ["$0.b < $1.b -> $0.b >= $1.b"])
    #expect(changes("let x = a.min(by: { $0.b < $1.b })", .boundary) == [])
    #expect(changes("let x = a.filter { $0.b < 1 }", .boundary) == ["$0.b < 1 -> $0.b <= 1"])
  }

  @Test(arguments: [#""a" + b"#, #"b + "a""#, "[a] + b", #"a + "b" + c"#])
  func whatIsJoinedIsNotSubtracted(expression: String) {
    #expect(changes("let x = \(expression)") == [])
  }

  @Test(arguments: [
    ("if a { b = 1 }", "a -> !a"), ("if a, let b { c = b }", "a -> !a"),
    ("while a && b { c = d }", "a && b -> !(a && b)"),
    ("let x = a ? b : c", "a -> !a"), ("for x in y where x.z { c = x }", "x.z -> !x.z"),
    ("repeat { c = d } while a", "a -> !a"), ("let x = y.filter { $0.z }", "$0.z -> !$0.z"),
    (#"let x = y.filter(\.z)"#, #"\.z -> { !$0.z }"#), ("guard a(b) else { c = d }", "a(b) -> !a(b)"),
  ])
  func conditionsAreNegated(source: String, expected: String) {
    #expect(changes(source, .condition) == [expected])
  }

  @Test(arguments: ["if a < b { c = d }", "if !a { c = d }", "while true { c = d }", "if let a { c = a }"])
  func aConditionWithAChangeOfItsOwnIsNotNegatedToo(source: String) {
    #expect(changes(source, .condition) == [])
  }

  @Test func theSameChangeIsMadeOnce() {
    #expect(changes("if a.contains(b) { c = d }") == ["a.contains(b) -> !a.contains(b)"])
  }

  @Test(arguments: [
    ("a.min()", "a.min() -> a.max()"), ("a.first", "a.first -> a.last"),
    ("a.last { $0.b }", "a.last { $0.b } -> a.first { $0.b }"), ("max(a, b)", "max(a, b) -> min(a, b)"),
    ("a.firstIndex(of: b)", "a.firstIndex(of: b) -> a.lastIndex(of: b)"),
    ("a.first?.b", "a.first -> a.last"), ("a?.b.first.c", "a?.b.first.c -> a?.b.last.c"),
  ])
  func firstAndLastAreExchanged(expression: String, expected: String) {
    #expect(changes("let x = \(expression)", .opposite) == [expected])
  }

  @Test func aCaseOfAnEnumerationIsNotTheFirstOfAnything() {
    #expect(changes("let x = f(.first(a))") == [])
  }

  @Test(arguments: [
    ("a.allSatisfy { $0.b }", "a.allSatisfy { $0.b } -> a.contains { $0.b }"),
    ("a.allSatisfy(b)", "a.allSatisfy(b) -> a.contains(where: b)"),
    ("a.contains { $0.b }", "a.contains { $0.b } -> a.allSatisfy { $0.b }"),
    ("a.contains(where: b)", "a.contains(where: b) -> a.allSatisfy(b)"),
  ])
  func allAndAnyAreExchanged(expression: String, expected: String) {
    #expect(changes("let x = \(expression)", .quantifier) == [expected])
  }

  @Test(arguments: [
    ("func f() { a.append(b) }", ["a.append(b) -> "]), ("func f() throws { try g() }", ["try g() -> "]),
    ("func f() -> Int { g() }", []), ("var a: Int { g() }", []), ("func f() { precondition(g()) }", []),
    ("func f() -> Int { switch a { case .b: g() } }", []), ("init() { self.init(a) }", []),
    ("func f() -> Int { if a { g() }; return b }", ["g() -> "]), ("let x = a.map { g($0) }", []),
    ("func f() { a.forEach { g($0) } }", ["a.forEach { g($0) } -> ", "g($0) -> "]),
  ])
  func callsForTheirEffectAreLeftOut(source: String, expected: [String]) {
    #expect(changes(source, .call) == expected)
  }

  @Test(arguments: [
    ("func f() -> Bool { return g }", ["g -> false"]), ("func f() -> Int? { return g }", ["g -> nil"]),
    ("func f() -> [Int] { g }", ["g -> []"]), ("var a: [Int: Int] { g }", ["g -> [:]"]),
    ("var a: Set<Int> { get { return g } }", ["g -> []"]), ("func f() -> Int { return g }", []),
    ("func f() -> Int? { return nil }", []), ("func f() -> Bool { return true }", []),
    ("func f() -> Bool { a.map { return g } }", ["a.map { return g } -> false"]),
    ("func f() -> Bool { switch a { case .b: return g; case .c: return h } }", ["g -> false", "h -> false"]),
  ])
  func anEmptyValueIsReturned(source: String, expected: [String]) {
    #expect(changes(source, .value) == expected)
  }

  @Test(arguments: [
    ("for x in y { break }", ["break -> continue"]), ("for x in y { if x { continue } }", ["continue -> break"]),
    ("for x in y { switch x { case .a: break } }", []),
    ("a: for x in y { switch x { case .a: break a } }", ["break a -> continue a"]),
  ])
  func loopsAreLeftInsteadOfContinued(source: String, expected: [String]) {
    #expect(changes(source, .jump) == expected)
  }

  @Test(arguments: [
    ("switch a { case .b: c = d }", ["c = d -> "]), ("switch a { case .b: c += d }", ["c += d -> "]),
    ("switch a { case .b: return }", []), ("switch a { case .b: self = .c }", []),
    ("func f() -> Int { switch a { case .b: c } }", []),
    ("let x = switch a { case .b: c() }", []),
    ("switch a { case .b: for x in y { c = x } }", ["for x in y { c = x } -> "]),
  ])
  func casesAreEmptied(source: String, expected: [String]) {
    #expect(changes(source, .body) == expected)
  }

  @Test func whatTheCompilerReadsIsLeftAlone() {
    #expect(changes("enum A: Int { case a = 1 }") == [])
    #expect(changes("enum CodingKeys: String { static let a = 1 }") == [])
    #expect(changes("@available(macOS 15, *) func f() {}") == [])
    #expect(changes("switch a { case (true, let b): c = b; default: return }", .truth) == [])
  }

  @Test func textsAreLeftAloneButNotWhatIsComputedInThem() {
    #expect(changes(#"let x = "1 < 2 \(a + 1)""#) == ["a + 1 -> a - 1", "1 -> 2"])
  }

  @Test func aSiteKnowsItsLineAndItsBytes() throws {
    let site = try #require(Site.all(in: "// é\nlet x =\n  a < b\n", file: "a.swift").first)
    #expect(site.line == 3)
    #expect(site.range == 16..<21)
    #expect(site.file == "a.swift")
  }
}
