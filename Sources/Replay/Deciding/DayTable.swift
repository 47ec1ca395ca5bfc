internal import LawLanguage

/// What is known of days that lie near each other: a place in memory for each, which is nearer than a table of codes.
struct DayTable<Value> {
  private var first: Int32 = 0
  private var values: [Value?] = []

  /// What is known of a day.
  subscript(day: Day) -> Value? {
    get {
      let place = Int(day.number) - Int(first)
      return values.indices.contains(place) ? values[place] : nil
    }
    set {
      if values.isEmpty { first = day.number }
      if day.number < first {
        values.insert(contentsOf: [Value?](repeating: nil, count: Int(first - day.number)), at: 0)
        first = day.number
      }
      let place = Int(day.number - first)
      if place >= values.count {
        values.append(contentsOf: [Value?](repeating: nil, count: place - values.count + 1))
      }
      values[place] = newValue
    }
  }
}
