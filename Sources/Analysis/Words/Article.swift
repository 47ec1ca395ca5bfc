extension String {
  /// A name with its article: `a county-jail`, `an i247a`.
  package var withArticle: String {
    // The names of a vocabulary are sounded as they begin.
    (first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + self
  }
}
