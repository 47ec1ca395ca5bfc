import LawLanguage

/// A made-up law that has what queries get wrong: conditions that are true whatever is not known, counts of records that hang
/// together, code sections with brackets, months that end early.
enum ExampleLaw {
  static let library: Library? = Library.check([
    SourceFile(path: "vocabulary.md", text: document(vocabulary)), SourceFile(path: "xx/law.md", text: document(law)),
  ]).library

  private static func document(_ declarations: String) -> String {
    "# The law of nowhere\n\n## § 1 Letters\n\nThese words are made up.\n\n```law\n\(declarations)\n```\n"
  }

  private static let vocabulary = """
    jurisdiction XX "Nowhere"  zone America/Chicago  searched to 2026-11-21
    agency county-jail "a county jail"
    act tell "tell the one who asks"
    paper letter "a letter"  asks for tell
    paper-field signer one of judge, officer  asks "Who signed it?"
    fact red yes-no  asks "Is it red?"
    fact blue yes-no  asks "Is it blue?"
    fact green yes-no  asks "Is it green?"
    fact age number of years  asks "How old is the person?"
    fact custody one of pretrial, sentenced, free  asks "Why in custody?"
    fact booked date  asks "When booked?"
    records convictions each conviction  asks "Which convictions?"
      field offence code  asks "Which section?"
      field class one of felony, misdemeanor, petty  asks "Of which class?"
      field convicted-on date  asks "When?"
    constraint nobody-is-both  when not red or not green  says "Never both."
    """

  private static let law = """
    law xx.letters  cite "Example Code"  by statute of XX  in force from 2010-01-01
    list grave of offence  cite "1"
      "5/9-1", "5/24-1(a)", "5/30"
    define grown  cite "1"  when age is at least 18 or age is under 21
    define recent  cite "1"
      when any conviction where (offence is in grave and convicted-on is within 18 months before asked)
    rule answer-blue  cite "2"  unverified
      county-jail must tell
        when red or not red
        when blue and recent
    rule old-or-young  cite "3"  unverified
      county-jail must not tell
        when grown
        when custody is sentenced and not green
        unless any conviction where (class is felony or class is not felony)  cite "3(b)"
    rule twice  cite "4"  unverified
      county-jail must not tell
        when at least 2 conviction where class is felony
    rule judges  cite "5"  unverified
      county-jail may tell
        on a paper in letter where signer is judge
        unless booked is within 1 month before acted  cite "5(b)"
        unless red  cite "5(c)"
    rule booked-early  cite "6"  unverified
      county-jail must not tell
        when booked is before 2020-03-01 and age is over 64
        unless custody is free  cite "6(b)"
    """
}
