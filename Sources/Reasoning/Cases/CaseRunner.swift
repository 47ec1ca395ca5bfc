public import LawLanguage

/// What a worked example claims and the law does not answer.
public struct CaseFailure: Sendable, Hashable {
  /// The claim, in the words of a case.
  public let expected: String
  /// What the decision says instead.
  public let got: String
  /// The place of the claim.
  public let location: SourceLocation
}

/// Decides the request of a case and holds the decision against each of its claims.
///
/// - Parameters:
///   - example: The case.
///   - library: The law it is decided by.
///   - digests: The library's digests, if many cases are run.
/// - Returns: The claims that fail; none if the case passes.
public func run(_ example: Case, in library: Library, digests: LibraryDigests? = nil) -> [CaseFailure] {
  let decision: Decision
  do {
    decision = try decide(example.request, in: library, digests: digests)
  } catch {
    return [
      CaseFailure(
        expected: "a decision", got: "\(error.place) has no time zone that is known", location: example.location)
    ]
  }
  let check = ClaimCheck(reply: Reply(decision), zone: library.vocabulary.zone(of: example.request))
  return example.expectations.compactMap { expectation in
    check.mismatch(expectation.claim).map {
      CaseFailure(expected: check.words(of: expectation.claim), got: $0, location: expectation.location)
    }
  }
}
