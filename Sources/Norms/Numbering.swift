extension Dictionary where Value == Int {
  /// The number of a key, in one look: what is new gets the next.
  @inlinable
  package mutating func number(of key: Key) -> Int {
    let next = count
    // A dictionary finds a key and makes room for it in one step only where the value is handed on to be changed.
    func read(_ number: inout Int) -> Int { number }
    return read(&self[key, default: next])
  }
}
