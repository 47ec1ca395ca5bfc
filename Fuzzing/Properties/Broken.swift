import Reasoning

/// The properties that an input breaks.
struct Broken {
  private(set) var properties: [String] = []

  mutating func note(_ isBroken: Bool, _ property: @autoclosure () -> String) {
    if isBroken { properties.append(property()) }
  }

  /// Does what may never be refused here.
  @discardableResult
  mutating func attempt<Result>(
    _ property: String, _ reading: () throws(RequestError) -> Result
  ) -> Result? {
    do {
      return try reading()
    } catch {
      properties.append("\(property), but was refused: \(error)")
      return nil
    }
  }
}
