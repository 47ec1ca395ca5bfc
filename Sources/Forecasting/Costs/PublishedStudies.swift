/// Published studies of what removal costs, reckoned from their own inputs: to show that they can be, and why they differ.
package enum PublishedStudies {
  /// A study's line: its own figure, and what its inputs give.
  package struct Line: Sendable {
    /// What is reckoned.
    package let item: String
    /// How.
    package let formula: String
    /// What the inputs give, in dollars or people.
    package let reckoned: Double
    /// What was published, if it was.
    package let published: Double?
  }

  /// Center for American Progress, "The Costs of Mass Deportation" (March 2010), in dollars of 2008.
  package static let centerForAmericanProgress: [Line] = {
    let people = 10_800_000.0 * (1 - 0.20)
    let apprehension = people * 18_310
    let detention = people * 3_355
    let processing = people * 817
    // 28% leave of their own accord once found.
    let transport = people * (1 - 0.28) * 1_000
    let sum = apprehension + detention + processing + transport
    return [
      Line(item: "people", formula: "10.8 million, less 20% who leave", reckoned: people, published: 8_640_000),
      Line(item: "apprehension", formula: "people × $18,310", reckoned: apprehension, published: 158_000_000_000),
      Line(item: "detention", formula: "people × $3,355 for 30 days", reckoned: detention, published: 29_000_000_000),
      Line(item: "processing", formula: "people × $817", reckoned: processing, published: 7_000_000_000),
      Line(item: "transport", formula: "72% of people × $1,000", reckoned: transport, published: 6_000_000_000),
      Line(item: "sum", formula: "of the four", reckoned: sum, published: 200_000_000_000),
      Line(
        item: "per person", formula: "18,310 + 3,355 + 817 + 1,000: transport for all, which the sum charges to 72%",
        reckoned: 18_310 + 3_355 + 817 + 1_000, published: 23_482),
      Line(
        item: "five years", formula: "the published 200 billion and 85 billion of continuing enforcement",
        reckoned: 200_000_000_000 + 85_000_000_000, published: 285_000_000_000),
    ]
  }()

  /// American Immigration Council, "Mass Deportation" (October 2024), as far as its text was available.
  package static let americanImmigrationCouncil: [Line] = {
    let parts = [7_000_000_000.0, 66_000_000_000, 12_600_000_000, 2_100_000_000]
    let sum = parts.reduce(0, +)
    return [
      Line(
        item: "arrests, a year", formula: "1 million × $7,000", reckoned: 1_000_000 * 7_000, published: parts[0]),
      Line(
        item: "an officer's year", formula: "$6.2 billion ÷ 31,000 hires", reckoned: 6_200_000_000 / 31_000,
        published: nil),
      Line(item: "arrests a hire", formula: "1 million ÷ 31,000", reckoned: 1_000_000 / 31_000, published: nil),
      Line(
        item: "bed-days a removal", formula: "$66,000 ÷ $187.48: a stay of 46.9 days (FY2024) explains $8,793 of it",
        reckoned: 66_000 / 187.48, published: nil),
      Line(item: "sum, a year", formula: "7.0 + 66.0 + 12.6 + 2.1 billion", reckoned: sum, published: 88_000_000_000),
      Line(
        item: "years", formula: "$967.9 billion ÷ $88 billion", reckoned: 967_900_000_000 / 88_000_000_000,
        published: nil),
      Line(
        item: "people after a fifth have left", formula: "13.3 million × 0.8: 10.6 years at a million a year",
        reckoned: 13_300_000 * 0.8, published: nil),
      Line(
        item: "in one operation, per person", formula: "$315 billion ÷ 13.3 million",
        reckoned: 315_000_000_000 / 13_300_000, published: nil),
    ]
  }()

  /// What a removal costs, and why the figures differ eightfold.
  package static let perRemoval: [(source: String, dollars: Double, why: String)] = [
    ("ICE, FY2016", 10_854, "an average; most were border cases, and no capacity was new"),
    ("DHS, 2025", 17_121, "an average"),
    ("CAP, 2010", 23_482, "dollars of 2008; the marginal cost at scale, nothing built"),
    ("AAF, 2016", 44_000, "middle of 35,000 to 53,000; twenty years, with the blocking of new entries"),
    ("Penn Wharton, 2025", 70_236, "the mean of AIC and AAF"),
    ("AIC, 2024", 88_000, "arrests in the interior only, and all capacity newly built"),
  ]
}
