public import LawLanguage

extension Law {
  /// The clause's citation with the law's before it: `5 ILCS 805 § 15(a)`. A clause that begins with a letter is cited whole
  /// already, as cases and forms are; an article is cited after its law.
  public func citation(of clause: String) -> String {
    if clause.isEmpty || clause == cite { return cite }
    guard let first = clause.unicodeScalars.first, first.properties.numericType != nil || first == "(" else {
      return clause.lowercased().hasPrefix("art") ? "\(cite), \(clause)" : clause
    }
    // A number with words behind it is a citation of its own: "567 U.S. at 407".
    return clause.utf8.contains(UInt8(ascii: " ")) || clause.hasPrefix(cite) ? clause : "\(cite) § \(clause)"
  }
}
