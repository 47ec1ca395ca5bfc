import Generation
import LawLanguage
import Norms
import Testing

/// Many situations at once must come to what each comes to alone.
@Suite struct LanesTests {
  @Test func aFormulaOverLanesIsTheFormulaInEachOfThem() {
    var numbers = SplitMix64(seed: 7282)
    for _ in 0..<2_000 {
      let truths = (0..<Lanes.width).map { _ in (0..<6).map { _ in numbers.truth() } }
      let formula = numbers.formula(depth: 4)
      let lanes = formula.lanes { atom in Lanes(of: truths.map { $0[atom] }) }
      for lane in truths.indices {
        #expect(lanes.truth(lane) == formula.truth { truths[lane][$0] }, "\(formula) in \(truths[lane])")
      }
    }
  }

  @Test func whatIsUnknownInOneSituationIsNotSplit() {
    let lanes = Lanes(yes: 0b0101, no: 0b0010)
    #expect(lanes.split(0b1111) == nil)
    #expect(lanes.split(0b0111)?.map(\.result) == [true, false])
    #expect(lanes.split(0b0111)?.map(\.lanes) == [0b0101, 0b0010])
    #expect(lanes.split(0b0100)?.map(\.result) == [true])
    #expect(lanes.unknown == ~0b0111)
  }

  @Test func normsOverLanesStandAsInEachOfThem() {
    var generator = Generator(seed: 11)
    var numbers = SplitMix64(seed: 11)
    var looked = 0
    while looked < 40 {
      let law = generator.next()
      guard let library = law.library, let request = law.requests.first else { continue }
      let edition = Edition(
        library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day)
      for act in library.vocabulary.acts {
        let slice = Slice(of: act.name, in: edition)
        guard !slice.predicates.isEmpty else { continue }
        looked += 1
        let truths = (0..<Lanes.width).map { _ in edition.predicates.map { _ in numbers.truth() } }
        let several = slice.statusLanes(in: edition) { atom in Lanes(of: truths.map { $0[atom] }) }
        let alone = truths.map { truths in slice.statuses(in: edition) { truths[$0] } }
        for norm in slice.involved {
          #expect(truths.indices.map { several[norm][$0] } == alone.map { $0[norm] })
          for lane in truths.indices {
            let alike = truths.indices.filter { several[norm].alike(lane, among: .max) & 1 << UInt64($0) != 0 }
            #expect(alike == truths.indices.filter { alone[$0][norm] == alone[lane][norm] })
          }
          let unknown = truths.indices.filter { several[norm].unknown & 1 << UInt64($0) != 0 }
          #expect(unknown == truths.indices.filter { alone[$0][norm] == .unknown })
        }
      }
    }
  }
}

extension Lanes {
  fileprivate init(of truths: [Truth]) {
    self.init(.unknown)
    for (lane, truth) in truths.enumerated() {
      switch truth {
      case .yes: yes |= 1 << UInt64(lane)
      case .no: no |= 1 << UInt64(lane)
      case .unknown: break
      }
    }
  }

  fileprivate func truth(_ lane: Int) -> Truth {
    let bit = UInt64(1) << UInt64(lane)
    return yes & bit != 0 ? .yes : no & bit != 0 ? .no : .unknown
  }
}

extension SplitMix64 {
  fileprivate mutating func truth() -> Truth { [.yes, .no, .unknown][Int.random(in: 0..<3, using: &self)] }

  fileprivate mutating func formula(depth: Int) -> Formula {
    switch Int.random(in: 0..<(depth == 0 ? 2 : 5), using: &self) {
    case 0: .constant(Bool.random(using: &self))
    case 1: .atom(Int.random(in: 0..<6, using: &self))
    case 2: .not(formula(depth: depth - 1))
    case 3: .all((0..<Int.random(in: 0..<4, using: &self)).map { _ in formula(depth: depth - 1) })
    default: .any((0..<Int.random(in: 0..<4, using: &self)).map { _ in formula(depth: depth - 1) })
    }
  }
}
