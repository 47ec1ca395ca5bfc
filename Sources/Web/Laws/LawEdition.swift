package import Desk

/// Which libraries an office has: the one adopted, by which it decides, and the one beside, which may be another.
package struct LawShelf: Sendable {
  let adopted: @Sendable () -> OfficeLaw?
  let beside: @Sendable () -> OfficeLaw

  package init(adopted: @escaping @Sendable () -> OfficeLaw?, beside: @escaping @Sendable () -> OfficeLaw) {
    self.adopted = adopted
    self.beside = beside
  }

  package init(_ office: Office) {
    self.init(adopted: { office.adopted }, beside: { office.beside })
  }

  /// What a page shows: the law in use, unless the one that waits is asked for.
  func edition(waiting: Bool) throws(Refused) -> LawEdition {
    let (adopted, beside) = (adopted(), beside())
    guard let adopted else {
      guard !waiting else { throw LawShelf.nothingWaits }
      return LawEdition(book: LawBook(beside.library), digest: beside.digest, standing: .unadopted, waits: false)
    }
    let waits = adopted.digest != beside.digest
    guard waiting else {
      return LawEdition(book: LawBook(adopted.library), digest: adopted.digest, standing: .inUse, waits: waits)
    }
    guard waits else { throw LawShelf.nothingWaits }
    return LawEdition(
      book: LawBook(beside.library), digest: beside.digest, standing: .waiting(beside.changes(from: adopted)),
      waits: true)
  }

  private static let nothingWaits = Refused(
    .notFound, "No law waits to be adopted. The law in use is under Law.")
}

/// A library as it is shown, and what it is to the office.
struct LawEdition: Sendable {
  let book: LawBook
  let digest: String
  let standing: Standing
  /// Whether another one waits to be adopted.
  let waits: Bool

  enum Standing: Sendable {
    case inUse
    /// With what would be otherwise.
    case waiting([ProvisionChange])
    /// Nothing is adopted.
    case unadopted
  }

  /// What is otherwise in it than in the law in use.
  var changes: [ProvisionChange] { if case .waiting(let changes) = standing { changes } else { [] } }

  /// What stands after the address of a page of this edition.
  var query: String { if case .waiting = standing { "?edition=waiting" } else { "" } }

  /// What it is, and the way to the other one.
  ///
  /// - Parameter path: The page as it is in the law in use.
  func note(_ path: String) -> HTML {
    let short = code { String(digest.prefix(16)) }
    switch standing {
    case .inUse:
      return div(.class("note")) {
        p { strong { "The law in use. " } + .text("Digest ") + short }
        waits
          ? p {
            "A change waits to be adopted. "
            a(.href("\(path)?edition=waiting")) { "Show the law that waits" }
          } : .empty
      }
    case .waiting:
      return div(.class("note warn")) {
        p {
          strong { "Not in use: this law waits to be adopted, and nothing is decided by it. " } + .text("Digest ")
            + short
        }
        p { a(.href(path)) { "Show the law in use" } }
      }
    case .unadopted:
      return div(.class("note warn")) {
        p { strong { "No law is adopted, and nothing is decided. This is the library beside the program. " } }
        p { .text("Digest ") + short }
      }
    }
  }

  /// The provisions of a law that are otherwise, by name.
  func differences(in law: String) -> HTML {
    let own = changes.filter { $0.law == law }
    guard case .waiting = standing else { return .empty }
    guard !own.isEmpty else { return p { "No provision of this law is otherwise than in the law in use." } }
    return section(.label("What is otherwise")) {
      h2(.id("otherwise")) { "Otherwise than in the law in use" }
      ul {
        for change in own {
          li {
            "\(change.kind.word): \(change.cite) \(change.name)"
          }
        }
      }
      p { a(.href("/adoption#waiting")) { "Each of them, before and after" } }
    }
  }
}

extension ProvisionChange.Kind {
  var word: String {
    switch self {
    case .added: "Added"
    case .removed: "Gone"
    case .changed: "Changed"
    }
  }
}
