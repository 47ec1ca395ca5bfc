/// How a run was made, in the twenty items of STRESS-DES (Monks et al., Journal of Simulation 13 (2019) 55), and every
/// number with what it rests on.
struct MethodCard: Sendable {
  let scenario: Scenario
  let plan: RunPlan
  let identity: String
  let replicates: Int

  var html: String {
    let items = self.items.map { "<dt>\(Figure.escaped($0.0))</dt><dd>\(Figure.escaped($0.1))</dd>" }
    let numbers = ParameterName.allCases.map { name in
      let parameter = name.definition
      let used =
        scenario.fixed[name].map { "held at \($0)" }
        ?? "\(parameter.value), from \(parameter.low) to \(parameter.high)"
      return [name.name, used, parameter.unit, parameter.meaning, parameter.ground.text]
    }
    return
      "<dl>\n\(items.joined(separator: "\n"))\n</dl>\n<details><summary>Every number and what it rests on</summary>\n"
      + ReportPiece.table(["Name", "Value", "Unit", "Meaning", "Rests on"], numbers, called: "Every number")
      + "\n</details>"
  }

  private var items: [(String, String)] {
    let seed = "seed \(plan.seed)"
    return [
      ("Run", identity),
      ("1.1 Purpose", "What follows for jails, custody, courts, removals and public cost under a law, staff and beds"),
      (
        "1.2 Outputs",
        "The series and tables above, month by month; figures.csv, figures.json and outcomes.tenth beside"
      ),
      ("1.3 Aim of the experiment", scenario.question),
      ("2.1 Diagram", "Who goes where in a year, above"),
      (
        "2.2 Logic", "A request; the county's law when local custody ends; arrest; custody by days held; court; removal"
      ),
      ("2.3 Scenario logic", "The levers and laws under \u{201C}What was asked\u{201D}; all else as without them"),
      (
        "2.4 Algorithms",
        "Exact binomial, Poisson and multinomial draws a day at a step; the law by the engine of live requests"
      ),
      (
        "2.5 Components",
        "People by class, county, days held and stage; officers, beds, judges, seats and travel papers as "
          + "capacities; those without a bed wait or are released, cases wait for a judge; people enter from the border and "
          + "the docket and leave by removal, status or of their own accord"
      ),
      (
        "3.1 Data",
        "DHS OHSS monthly tables, edition of August 2024; ICE detention statistics, FY2019 to FY2024; fiscal "
          + "years 2017 and 2018 and all from October 2024 are kept back for tests"
      ),
      ("3.2 Preparation", "Levels that policy moves are what they must have been for each published month to come out"),
      ("3.3 Inputs", "Every number below, drawn from its range for each replicate unless the scenario holds it"),
      (
        "3.4 Assumptions",
        "Practice follows the law as far as the numbers say; where no law gives authority and none forbids, "
          + "counties do as where it is left to them; crime, wages and families are left out"
      ),
      (
        "4.1 Beginning",
        "Not from empty: custody by days held, docket and staff as public figures leave them on \(plan.start)"
      ),
      ("4.2 Length", "\(plan.months) months, no warm-up"),
      (
        "4.3 Estimation",
        "\(replicates) replicates, each with its own draw of every number; medians and bands over them"
      ),
      ("5.1 Software", "Tenth, in Swift; no other simulation software"),
      (
        "5.2 Chance",
        "Philox4x32-10, \(seed), cut by replicate, purpose, day and county, so that two laws share all other chance"
      ),
      ("5.3 Order within a day", "Hiring, jails, arrests at large, custody, courts, residents"),
      ("5.4 Machine", "The same bytes on any number of threads of one kind of processor"),
      ("6.1 The model itself", "Open source, with its tests; tenth forecast explain prints what each number rests on"),
    ]
  }
}
