/// A county or its equivalent: the place whose jail is asked.
package struct County: Sendable, Hashable {
  /// Five digits: state and county (FIPS 6-4 / INCITS 31).
  package let code: String
  /// The name without the word "County".
  package let name: String
  /// The place of its state in `State.all`.
  package let state: Int
  /// Residents on 1 April 2020.
  package let residents: Int
}

/// A state, or the District of Columbia.
package struct State: Sendable, Hashable {
  /// The postal code, which is also how jurisdictions are named in the library.
  package let code: String
  /// The counties, as a range of `CountyTable.all`.
  package let counties: Range<Int>
  /// Residents on 1 April 2020.
  package let residents: Int
}

/// All counties of the states and the District of Columbia, in the order of their codes.
package struct CountyTable: Sendable {
  /// The counties.
  package let all: [County]
  /// The states, in the order of their FIPS codes.
  package let states: [State]
  private let places: [String: Int]

  /// The counties of the United States on 1 April 2020: 3,143 in 50 states and the District of Columbia.
  package static let unitedStates = CountyTable(
    reading: [countiesFromAlabamaToMississippi, countiesFromMissouriToWyoming])

  /// Reads tables in the form of the two that come with the program.
  package init(reading tables: [String]) {
    var counties: [County] = []
    var states: [State] = []
    for line in tables.flatMap({ $0.split(separator: "\n") }) {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard let head = halves.first, let rows = halves.last, halves.count == 2 else { continue }
      let first = counties.count
      for row in rows.split(separator: ";") {
        let fields = row.split(separator: " ", maxSplits: 2)
        guard fields.count == 3, let residents = Int(fields[1]) else { continue }
        counties.append(
          County(
            code: String(head.suffix(2)) + fields[0], name: String(fields[2]), state: states.count, residents: residents
          ))
      }
      states.append(
        State(
          code: String(head.prefix(2)), counties: first..<counties.count,
          residents: counties[first...].reduce(0) { $0 + $1.residents }))
    }
    all = counties
    self.states = states
    places = Dictionary(counties.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a county in the table.
  package func index(of code: String) -> Int? { places[code] }

  /// The place of a state in the table.
  package func state(_ code: String) -> Int? { states.firstIndex { $0.code == code } }
}
