/// What studies have found about communities when cooperation widens or narrows: evidence beside the forecast, of which
/// the model reckons nothing.
///
/// Each is told as its authors told it, in their direction; an interval is printed only if it was read.
package struct CommunityEvidence: Sendable {
  /// How far a finding can be leant on.
  package enum Grade: String, Sendable, CaseIterable {
    /// Several designs that can tell cause from coincidence agree.
    case replicated = "A"
    /// One such design.
    case single = "B"
    /// The direction alone.
    case signOnly = "C"

    /// In words.
    package var words: String {
      switch self {
      case .replicated: "A: several comparisons that can show cause agree"
      case .single: "B: one comparison that can show cause"
      case .signOnly: "C: the direction only"
      }
    }
  }

  /// What was looked at.
  package let topic: String
  /// Who, when and where.
  package let study: String
  /// How.
  package let design: String
  /// What was found.
  package let finding: String
  /// The grade of the finding.
  package let grade: Grade

  private init(_ topic: String, _ study: String, _ design: String, _ finding: String, _ grade: Grade) {
    self.topic = topic
    self.study = study
    self.design = design
    self.finding = finding
    self.grade = grade
  }

  private static let crime = "Crime"
  private static let reporting = "Reports of crime"
  private static let children = "Children and schools"

  /// All of it, by topic. Abstracts were read; where only a talk or a description was, the design says so.
  package static let all: [CommunityEvidence] = [
    CommunityEvidence(
      crime, "Miles and Cox, Journal of Law and Economics 57 (2014)",
      "Staggered start of Secure Communities, over 3,000 counties",
      "No observable effect of wider cooperation on index or violent crime", .replicated),
    CommunityEvidence(
      crime, "Treyger, Chalfin and Loeffler, Criminology and Public Policy 13 (2014)", "The same staggered start",
      "Little evidence of the effects that were promised, or of those that were feared", .replicated),
    CommunityEvidence(
      crime, "Hines and Peri, IZA 12413 (2019)", "The start, and where undocumented people lived in 2005",
      "No fall of violent or property crime, and no change in crimes solved, with more deportations", .replicated),
    CommunityEvidence(
      crime, "Hausman, PNAS 117 (2020) 27262", "140 counties before and after limits on holds, 2010-15",
      "No detectable effect of limits on crime", .replicated),
    CommunityEvidence(
      reporting, "Jácome, Journal of Urban Economics 128 (2022)", "Dallas, when priorities narrowed in 2015",
      "4% more reports by Hispanic residents when enforcement narrowed", .single),
    CommunityEvidence(
      reporting, "Muchow and Amuedo-Dorantes, Journal of Urban Economics 117 (2020)",
      "Police districts of Los Angeles, 2014-17",
      "Fewer calls about domestic violence a head in districts of Latino noncitizens as enforcement was talked of",
      .signOnly),
    CommunityEvidence(
      reporting, "Martínez-Schuldt and Martínez (2021)", "National crime survey by kind of place; a talk was read",
      "Latino victims of violence likelier to report where policies limit cooperation", .signOnly),
    CommunityEvidence(
      reporting, "Gutierrez and Kirk (2015)", "National crime survey and census",
      "Reports fall with the share of noncitizens, more so of violence", .signOnly),
    CommunityEvidence(
      reporting, "Center for Immigration Studies (2021)", "National crime survey 2017-19, described",
      "Immigrants report as often or more: 65% of serious violent crime among Hispanic immigrants, 49% among the US-born; "
        + "the survey cannot see places or domestic violence", .signOnly),
    CommunityEvidence(
      children, "Amuedo-Dorantes, Arenas-Arroyo and Sevilla (2018)", "An index of enforcement and the census, 2005-11",
      "The average yearly rise of enforcement raised the odds of poverty among households with US-citizen children by 4%",
      .single),
    CommunityEvidence(
      children, "Bucheli, Rubalcaba and Vargas, AERA Open (2021)", "Arrests and enrolment by metropolitan area",
      "A substantial fall of Hispanic enrolment with arrests", .signOnly),
  ]

  /// The table, with what it must not be taken for.
  static var html: String {
    let rows = all.map { [$0.topic, $0.finding, $0.study, $0.design, $0.grade.rawValue] }
    let grades = Grade.allCases.map(\.words).joined(separator: "; ")
    return
      "<p>What studies found about communities. None of it is in the forecast, and none of it is reckoned from it: the model "
      + "counts custody, courts and cost, and takes the effect on crime as none. Findings stand in their authors' direction, "
      + "contrary ones beside each other. No interval could be read in the texts at hand, so none is printed. "
      + "\(Figure.escaped(grades)).</p>\n"
      + ReportPiece.table(["About", "Found", "By", "How", "Grade"], rows, called: "Evidence about communities")
  }
}
