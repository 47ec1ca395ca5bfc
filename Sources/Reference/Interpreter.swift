public import LawLanguage

/// What the law of the library says of a request.
///
/// This is the meaning of the language, written to be read beside `docs/language.md`, section by section. It is slow:
/// it goes through every completion of what is unknown. Nothing below the checker is shared with the paths that are
/// tested against it.
///
/// - Parameters:
///   - request: What is asked and known.
///   - library: The law.
///   - limit: How many candidate completions of one question it may go through.
/// - Throws: `InterpretationError`.
public func interpret(_ request: Request, in library: Library, limit: Int = 10_000) throws -> Finding {
  var situation = try Situation(request, in: library, limit: limit)
  let presumed = try situation.presume()
  let norms = situation.consideredNorms()
  let answers = try request.acts.map { act in
    try ActAggregation(situation: situation, act: act, all: norms, presumed: presumed).finding()
  }
  return Finding(
    answers: answers, duties: try DutyReasoning(situation: situation, all: norms, answers: answers).findings())
}
