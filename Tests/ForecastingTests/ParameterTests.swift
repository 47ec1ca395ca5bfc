import Forecasting
import Testing

@Suite struct ParameterTests {
  @Test("every number has a source, or a judgement with its reason", arguments: ParameterName.allCases)
  func grounded(name: ParameterName) {
    let parameter = name.definition
    switch parameter.ground {
    case .source(let text): #expect(text.count > 15 && text.contains { $0.isNumber })
    case .judgement(let why): #expect(why.count > 8)
    }
    #expect(!parameter.meaning.isEmpty && !parameter.unit.isEmpty)
  }

  @Test("every number of the calibration, and of the beds funded, has a ground too")
  func calibration() {
    for (meaning, ground) in FittingNumber.all.map({ ($0.meaning, $0.ground) }) + [("beds", Lever.bedsOf2024.ground)] {
      switch ground {
      case .source(let text): #expect(text.count > 15 && text.contains { $0.isNumber }, "\(meaning)")
      case .judgement(let why): #expect(why.count > 8, "\(meaning)")
      }
    }
  }

  @Test("people without a case are those of the source less the stocks that are taken from it")
  func residents() {
    let stocks: [ParameterName] = [
      .pendingCases, .closedCases, .pendingAppeals, .unexecutedOrders, .protectedResidents,
    ]
    let rest = 14_000_000 - stocks.reduce(0) { $0 + $1.definition.value }
    #expect(abs(ParameterName.residents.definition.value - rest) < 10_000)
  }

  @Test("the best value lies in its range and a range is never a point", arguments: ParameterName.allCases)
  func ranged(name: ParameterName) {
    let parameter = name.definition
    #expect(parameter.low <= parameter.value && parameter.value <= parameter.high)
    #expect(parameter.low < parameter.high)
    if parameter.unit.hasPrefix("share") { #expect(parameter.low >= 0 && parameter.high <= 1) }
  }

  @Test("names are distinct and plain")
  func names() {
    let names = ParameterName.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("rearrested-within-90-days"))
    #expect(ParameterName.officers.name == "officers")
  }

  @Test("quantiles in the middle give values inside the ranges")
  func quantiles() {
    let values = ParameterValues(quantiles: ParameterName.allCases.map { _ in 0.5 })
    for name in ParameterName.allCases {
      #expect(values[name] > name.definition.low && values[name] < name.definition.high)
    }
  }

  @Test("all counties and states are there")
  func counties() {
    let table = CountyTable.unitedStates
    #expect(table.all.count == 3143)
    #expect(table.states.count == 51)
    // Resident population of the 2020 census: 331,449,281; the estimates base differs by corrections.
    #expect(table.all.reduce(0) { $0 + $1.residents } == 331_449_281)
    #expect(table.index(of: "17031").map { table.all[$0].name } == "Cook")
    #expect(abs(table.shareOfRemovable.reduce(0, +) - 1) < 1e-12)
  }
}
