import LawLanguage
import Norms

/// What the editions of all agencies of a library have in common on a day.
struct SharedDay {
  let law: DayLaw
  let ties: ConstraintTies

  init(_ library: Library, on day: Day) {
    law = DayLaw(of: library, on: day)
    ties = ConstraintTies(of: law.constraints)
  }
}

/// That of each day of a library.
///
/// A class, for all that is asked of the library shares it.
final class SharedDays {
  let library: Library
  private var known: [Day: SharedDay] = [:]

  init(of library: Library) { self.library = library }

  func law(on day: Day) -> SharedDay {
    if let known = known[day] { return known }
    let law = SharedDay(library, on: day)
    known[day] = law
    return law
  }
}
