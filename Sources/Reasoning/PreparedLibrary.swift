public import LawLanguage
import Norms
import Synchronization

/// A library ready for many requests of many agencies on any day: each edition is compiled when it is first wanted, and serves
/// all days on which the law is the same.
public final class PreparedLibrary: Sendable {
  /// The law.
  public let library: Library
  private let digests: LibraryDigests
  private let epochs: Epochs
  private let editions = Mutex<[Key: PreparedEdition]>([:])

  private struct Key: Hashable {
    let jurisdiction: String
    let agency: Request.Agency
    let epoch: Int
    let acts: [String]
  }

  /// More than the kinds of agency of a state with a year's amendments.
  private static let remembered = 256

  /// Prepares a library. `digests` are those of its files.
  public init(_ library: Library, digests: LibraryDigests) {
    self.library = library
    self.digests = digests
    epochs = Epochs(of: library)
  }

  /// Decides a request.
  ///
  /// - Throws: `UnknownZone` if the agency's place has no time zone that the machine knows.
  public func decide(
    _ request: Request, options: DecisionOptions = DecisionOptions()
  ) throws(UnknownZone) -> Decision {
    let key = Key(
      jurisdiction: request.jurisdiction, agency: request.agency, epoch: epochs.index(of: request.day),
      acts: request.acts)
    if let known = editions.withLock({ $0[key] }) { return known.decide(request, options: options) }
    let edition = try PreparedEdition(
      library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day,
      acts: request.acts, digests: digests)
    editions.withLock { known in
      if known.count >= Self.remembered { known.removeAll() }
      known[key] = edition
    }
    return edition.decide(request, options: options)
  }
}
