/// What a run is asked: tables, laws, and which rows.
package struct ReplayPlan: Sendable {
  /// The tables, and what their columns say.
  package let tables: MappedTables
  /// The law that rows are decided by.
  package let law: LawChoice
  /// A second law, whose answers are put beside the first's.
  package let other: LawChoice?
  /// Only rows of this jurisdiction; nil: each row's own, which a column says.
  package let jurisdiction: String?
  /// The place in it, if all rows are of one.
  package let locality: String?
  /// One row in so many.
  package let sample: Int
  /// Whether a row that cannot be used ends the run.
  package let isStrict: Bool

  /// A run over tables; `sample` 1 takes every row.
  package init(
    _ tables: MappedTables, law: LawChoice, other: LawChoice? = nil, jurisdiction: String? = nil,
    locality: String? = nil, sample: Int = 1, isStrict: Bool = false
  ) {
    self.tables = tables
    self.law = law
    self.other = other
    self.jurisdiction = jurisdiction
    self.locality = locality
    self.sample = max(1, sample)
    self.isStrict = isStrict
  }
}

/// Why a row is no request that can be decided; it is no mistake of the row.
package enum SetAside: String, Sendable, Hashable, CaseIterable {
  case noPaper = "no paper is recorded"
  case unknownPaper = "the paper recorded is none that the mapping knows"
  case unknownBeside = "a paper lies beside it that the mapping does not know"
  case unknownLocality = "the locality recorded is none that the library knows"
  case elsewhere = "another jurisdiction"
  case noJurisdiction = "no jurisdiction is recorded that the library knows"
  case noAgency = "no kind of agency is recorded that the mapping knows"
  case noDay = "no day is recorded"
  case beforeLaw = "the day lies before any law of its place that the library has"
}

/// What a run writes, file by file.
package enum ReplayFile: String, Sendable, Hashable, CaseIterable {
  case decisions = "decisions.csv"
  case setAside = "set-aside.csv"
  case bad = "bad-rows.csv"
  case held = "held.csv"
}

/// What takes the files of a run, and hears how far it is.
package struct ReplayOutput {
  /// Takes more of a file; nil if only the figures are wanted.
  package let append: ((ReplayFile, [UInt8]) throws -> Void)?
  /// Hears of rows and bytes read so far, now and then.
  package let progress: (_ rows: Int, _ bytes: Int) -> Void
  /// What a run before had answered, so that this one continues it; nil if nothing is kept.
  package let memory: ReplayMemory?

  /// Takes files and hears of progress.
  package init(
    append: ((ReplayFile, [UInt8]) throws -> Void)? = nil,
    progress: @escaping (Int, Int) -> Void = { _, _ in }, memory: ReplayMemory? = nil
  ) {
    self.memory = memory
    self.append = append
    self.progress = progress
  }
}
