/// A number of the calibration itself: not drawn, not moved by a scenario, and no less in need of a ground.
package struct FittingNumber: Sendable {
  /// What it is, in a sentence without its full stop.
  package let meaning: String
  /// The number, or the numbers that belong together.
  package let values: [Double]
  /// What it rests on.
  package let ground: Ground

  /// The first of the numbers.
  var value: Double { values.first ?? .nan }

  private init(_ meaning: String, _ values: [Double], _ ground: Ground) {
    self.meaning = meaning
    self.values = values
    self.ground = ground
  }

  static let exitsICE = FittingNumber(
    "Rates a day of leaving custody after 1-3, 4-14, 15-60, 61-180 and more days, arrested by ICE",
    [0.0470, 0.0266, 0.0157, 0.0084, 0.0083],
    .source("chosen on ICE's monthly lengths of stay, FY2019-23: the shape whose levels move least"))
  static let exitsCBP = FittingNumber(
    "The same, arrested by the border agencies", [0.0453, 0.0174, 0.0280, 0.0126, 0.0062],
    .source("chosen on ICE's monthly lengths of stay, FY2019-23: the shape whose levels move least"))
  static let removalShareCBP = FittingNumber(
    "Removals among book-outs of people whom the border agencies arrested, where none are published", [0.42],
    .judgement("by outcome nothing is published before FY2019; since then from .1 to .8"))
  static let countedShare = FittingNumber(
    "Removals and returns counted under ICE over book-outs by removal of those ICE arrested", [0.88],
    .source("OHSS, FY2019: 85,370 over 95,850"))
  static let stayOfICE = FittingNumber(
    "How much longer those ICE arrested stayed, where custody is published for a year and not by agency", [1.5],
    .judgement("FY2019: 53 days against 25 at book-out, but alike in days of custody a book-in"))
  static let persistence = FittingNumber(
    "Persistence of a level from month to month, and how many months of data that prior is worth", [0.93, 24],
    .judgement("half a dozen years of months say little of it"))
  static let untoldOrder = FittingNumber(
    "What an order does to a level, log, where no month under it is known", [-1],
    .judgement("that expulsions take the place of removals was foreseeable, its size was not"))
  static let scatter = FittingNumber(
    "Scatter of counted months about their level, log", [0.03], .judgement("counts are cut and filed late"))
  static let convictedBookIns = FittingNumber(
    "Convicted among those ICE books in over convicted among its arrests, and the most that can be", [1.2, 0.85],
    .judgement("those who are not booked in are seldom convicted"))
  static let classesOfICE = FittingNumber(
    "Convictions that are violent, and people with charges pending among those without one, of those ICE books in",
    [0.25, 0.6], .judgement("as among requests: 15 of 60, and 28 of 40"))
  static let classesOfCBP = FittingNumber(
    "Classes of people whom the border agencies arrested", [0.01, 0.0575, 0.0305, 0.902],
    .source("ICE, FY2024: 1,721 convicted and 778 pending of 25,489 in custody; the violent share by judgement"))
  static let reasonsICE = FittingNumber(
    "Bond, recognizance, supervision, parole, relief and other, of those not removed, arrested by ICE",
    [0.50, 0.09, 0.09, 0.01, 0.03, 0.28], .source("OHSS, FY2019, where nothing nearer is known"))
  static let reasonsCBP = FittingNumber(
    "The same, arrested by the border agencies", [0.13, 0.71, 0.04, 0.07, 0.01, 0.04],
    .source("OHSS, FY2019, where nothing nearer is known"))

  /// All of them.
  package static let all = [
    exitsICE, exitsCBP, removalShareCBP, countedShare, stayOfICE, persistence, untoldOrder,
    scatter,
    convictedBookIns, classesOfICE, classesOfCBP, reasonsICE, reasonsCBP,
  ]
}
