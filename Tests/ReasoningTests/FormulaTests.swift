import Norms
import Testing

/// Formulas over yes, no and unknown.
@Suite struct FormulaTests {
  private let yes = Formula.constant(true)
  private let no = Formula.constant(false)
  private let a = Formula.atom(0)
  private let b = Formula.atom(1)

  @Test func constantsLeaveAConjunction() {
    #expect(Formula.conjunction([]) == yes)
    #expect(Formula.conjunction([yes, yes]) == yes)
    #expect(Formula.conjunction([yes, a]) == a)
    #expect(Formula.conjunction([a, no, b]) == no)
    #expect(Formula.conjunction([a, yes, b]) == .all([a, b]))
  }

  @Test func constantsLeaveADisjunction() {
    #expect(Formula.disjunction([]) == no)
    #expect(Formula.disjunction([no, no]) == no)
    #expect(Formula.disjunction([no, a]) == a)
    #expect(Formula.disjunction([a, yes, b]) == yes)
    #expect(Formula.disjunction([a, no, b]) == .any([a, b]))
  }

  private func truth(_ formula: Formula, _ first: Truth, _ second: Truth) -> Truth {
    formula.truth { $0 == 0 ? first : second }
  }

  @Test func unknownIsJoinedAsKleeneJoinsIt() {
    let (both, either) = (Formula.all([a, b]), Formula.any([a, b]))
    let all: [Truth] = [.no, .yes, .unknown]
    #expect(all.map { truth(both, .no, $0) } == [.no, .no, .no])
    #expect(all.map { truth(both, .yes, $0) } == [.no, .yes, .unknown])
    #expect(all.map { truth(both, .unknown, $0) } == [.no, .unknown, .unknown])
    #expect(all.map { truth(either, .no, $0) } == [.no, .yes, .unknown])
    #expect(all.map { truth(either, .yes, $0) } == [.yes, .yes, .yes])
    #expect(all.map { truth(either, .unknown, $0) } == [.unknown, .yes, .unknown])
    #expect(all.map { truth(.not(a), $0, .no) } == [.yes, .no, .unknown])
    #expect(truth(yes, .no, .no) == .yes)
    #expect(truth(no, .yes, .yes) == .no)
  }

  @Test func onlyWhatKeepsItUnknownIsVisited() {
    let formula = Formula.any([.all([.atom(0), .atom(1)]), .not(.all([.atom(2), .atom(3)])), .atom(1)])
    func visited(_ truths: [Truth]) -> [Int] {
      var found: [Int] = []
      formula.forEachUnsettledAtom({ truths[$0] }) { found.append($0) }
      return found
    }
    #expect(visited([.unknown, .unknown, .unknown, .unknown]) == [0, 1, 2, 3, 1])
    #expect(visited([.no, .unknown, .yes, .unknown]) == [3, 1])
    #expect(visited([.yes, .unknown, .yes, .yes]) == [1, 1])
    #expect(visited([.unknown, .unknown, .no, .unknown]) == [])
    #expect(visited([.no, .no, .yes, .yes]) == [])
  }

  @Test func everyAtomIsVisitedInOrder() {
    var found: [Int] = []
    Formula.any([.all([b, a]), .not(b), yes, no]).forEachAtom { found.append($0) }
    #expect(found == [1, 0, 1])
  }
}
