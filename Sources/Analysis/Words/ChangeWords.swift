import LawLanguage

extension LawChange.Kind {
  /// `permitted (silent) → prohibited (forbidden)`.
  package var words: String {
    switch self {
    case .answer(let from, let to):
      "\(from.answer.rawValue) (\(from.basis.rawValue)) → \(to.answer.rawValue) (\(to.basis.rawValue))"
    case .bound(let words, let isNew): (isNew ? "new bound: " : "no longer bound: ") + words
    case .duty(let words, let isNew): (isNew ? "new duty: " : "no longer owed: ") + words
    }
  }
}

extension LawChange {
  /// The agencies, each once.
  package var who: String {
    var names: [String] = []
    for occasion in occasions {
      var name = occasion.agency.kind
      if let locality = occasion.agency.locality { name += " in \(locality)" }
      if occasion.agency.capacity != .own { name += " acting as \(occasion.agency.capacity.rawValue)" }
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  /// What is offered, each once.
  package var papers: String {
    var offers: [String] = []
    for occasion in occasions {
      let offer = occasion.papers.isEmpty ? "no paper" : occasion.papers.joined(separator: " with ")
      if !offers.contains(offer) { offers.append(offer) }
    }
    return offers.joined(separator: ", or ")
  }
}
