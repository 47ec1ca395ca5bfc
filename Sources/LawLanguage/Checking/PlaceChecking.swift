/// Jurisdictions, districts and localities: that each says what the engine needs of it.
extension Scope {
  func jurisdiction(_ name: Name, _ attributes: PlaceAttributes) {
    // The US has many zones; the agencies of each state go by their own.
    if attributes.zone == nil && name.value != Vocabulary.federation {
      missing("zone", "zone America/Chicago", name, "days and hours are reckoned in it")
    }
    if attributes.searchedTo == nil {
      missing("day to which its law was searched", "searched to 2026-11-21", name, "silence is told with it")
    }
    if let circuit = attributes.circuit { place(circuit, of: [.circuit]) }
    if let district = attributes.district { place(district, of: [.district]) }
    if let calendar = attributes.calendar, vocabulary.calendar(calendar.value) == nil {
      unknown(calendar, .calendar, among: vocabulary.calendars.map(\.name))
    }
  }

  func district(_ name: Name, _ attributes: PlaceAttributes) {
    if let circuit = attributes.inside { place(circuit, of: [.circuit, .jurisdiction]) }
  }

  func locality(_ name: Name, _ attributes: PlaceAttributes) {
    if let jurisdiction = attributes.inside {
      place(jurisdiction, of: [.jurisdiction])
    } else {
      missing("jurisdiction", "in IL", name, "its law binds there")
    }
    if let larger = attributes.within { place(larger, of: [.locality]) }
    if let district = attributes.district { place(district, of: [.district]) }
    if let circuit = attributes.circuit { place(circuit, of: [.circuit]) }
    if let department = attributes.department { place(department, of: [.district, .circuit]) }
  }

  private func missing(_ what: String, _ example: String, _ name: Name, _ why: String) {
    report(
      .missingClause, "`\(name.value)` has no \(what)", help: "add `\(example)` or its like: \(why)", at: name.range)
  }

  private func place(_ name: Name, of kinds: [Place.Kind]) {
    guard let found = place(name), let place = vocabulary.place(found), !kinds.contains(place.kind) else { return }
    let wanted = kinds.map { "a \($0.rawValue)" }.joined(separator: " or ")
    report(
      .wrongType, "`\(found)` is a \(place.kind.rawValue), not \(wanted)",
      help: suggest(
        found, vocabulary.places.filter { kinds.contains($0.kind) }.map(\.name), else: "name \(wanted) here"),
      at: name.range,
      related: names.declared[found].filter { $0.kind == .place }.map {
        .init(caption: "declared here", location: $0.location)
      })
  }
}
