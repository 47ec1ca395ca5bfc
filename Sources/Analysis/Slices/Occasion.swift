package import LawLanguage

/// Who is asked to do what, on which day, by which papers: all of a request but what is known.
package struct Occasion: Sendable, Hashable {
  /// `IL`.
  package var jurisdiction: String
  /// Who is asked.
  package var agency: Request.Agency
  /// What it is asked to do.
  package var act: String
  /// The day of the act; the request is made and decided on it.
  package var day: Day
  /// The kinds of the papers offered, in order.
  package var papers: [String]

  /// An occasion.
  package init(jurisdiction: String, agency: Request.Agency, act: String, day: Day, papers: [String]) {
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.act = act
    self.day = day
    self.papers = papers
  }

  /// The request with nothing known.
  package var request: Request {
    Request(
      jurisdiction: jurisdiction, agency: agency, acts: [act], papers: papers.map { Request.Paper(kind: $0) }, day: day)
  }
}
