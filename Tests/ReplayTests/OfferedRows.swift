import Generation
import LawLanguage
import Norms
import Replay

/// The requests of a generated law, as rows: everything that one of them knows, before the papers and the agency of another.
struct OfferedRows {
  let offer: RowOffer
  let day: Day
  let requests: [Request]

  /// Tables of one law; each of one offer and one epoch.
  static func tables(of law: GeneratedLaw, in library: Library, offers: Int) -> [OfferedRows] {
    let epochs = Epochs(of: library)
    var tables: [OfferedRows] = []
    for model in law.requests where tables.count < offers {
      guard let act = model.acts.first else { continue }
      let offer = RowOffer(
        jurisdiction: model.jurisdiction, agency: model.agency, act: act, papers: model.papers.map(\.kind))
      let epoch = epochs.index(of: model.day)
      var rows: [Request] = []
      for (number, other) in law.requests.enumerated() where epochs.index(of: other.day) == epoch {
        var row = other
        row.agency = offer.agency
        row.acts = [act]
        row.papers = model.papers
        // Fields of a paper of the kind, as another request has them.
        for index in row.papers.indices {
          let alike = law.requests.flatMap(\.papers).filter { $0.kind == row.papers[index].kind }
          row.papers[index] = alike[number % alike.count]
        }
        rows.append(row)
      }
      tables.append(OfferedRows(offer: offer, day: model.day, requests: rows))
    }
    return tables
  }
}
