import Console
import Forecasting
import LawLanguage

/// A state by its postal code or a county by its code of five digits, as a command is given it.
struct FiscalPlace {
  let state: Int
  let county: County?

  /// - Parameter what: What is asked for by the text, as a refusal names it.
  init(_ text: String, _ what: String) throws(Refusal) {
    let table = CountyTable.unitedStates
    if let state = table.state(text.uppercased()) {
      (self.state, county) = (state, nil)
    } else {
      let found = try FiscalPlace.county(text, what)
      (state, county) = (found.state, found)
    }
  }

  /// As a heading names it.
  var title: String {
    let code = CountyTable.unitedStates.states[state].code
    return county.map { "\($0.name), \(code)" } ?? code
  }

  /// A county by its code.
  static func county(_ code: String, _ what: String) throws(Refusal) -> County {
    let table = CountyTable.unitedStates
    guard let index = table.index(of: code) else {
      let near = suggestion(for: code, among: table.all.map(\.code)).map { "; did you mean \($0)?" } ?? ""
      throw .sentence(
        "\(what): \"\(Page.printable(code))\" is neither a state nor the code of a county; write IL or 17031\(near)")
    }
    return table.all[index]
  }
}
