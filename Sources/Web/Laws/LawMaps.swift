import Analysis
import LawLanguage

/// Maps of the whole library, each made once: what a desk shows most is asked for again and again.
actor LawMaps {
  /// What decides a map.
  struct Key: Hashable {
    /// Of the library's files; nil for one that never changes.
    let digest: String?
    let act: String
    let agency: String
    let paper: String?
    let day: Day
  }

  private var maps: [Key: LawMap] = [:]
  /// The longest kept first.
  private var order: [Key] = []
  /// The library of one digest, of which an office reads only what it needs.
  private var whole: (digest: String, library: Library)?

  /// More maps than this are not kept.
  private static let most = 64

  /// A map, as kept or made now.
  ///
  /// - Parameter files: All files of the library, if the office reads only some.
  func map(_ key: Key, of library: Library, files: [SourceFile]?) -> LawMap {
    if let known = maps[key] { return known }
    let library = files.map { whole(key.digest ?? "", library, $0) } ?? library
    let map = LawMap(
      of: key.act, asking: key.agency, by: key.paper.map { [$0] } ?? [], on: key.day, in: library)
    if order.count >= Self.most { maps[order.removeFirst()] = nil }
    order.append(key)
    maps[key] = map
    return map
  }

  /// All that the files hold; the office's part of it, if they do not check as a whole.
  private func whole(_ digest: String, _ part: Library, _ files: [SourceFile]) -> Library {
    if let whole, whole.digest == digest { return whole.library }
    let library = Library.check(files.filter { $0.path.hasSuffix(".md") }).library ?? part
    whole = (digest, library)
    return library
  }
}
