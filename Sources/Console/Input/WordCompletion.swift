package import ArgumentParser
import LawLanguage

/// What a shell offers for an argument: the words of the library, read when the tab key is pressed.
package enum WordCompletion {
  package static let jurisdictions = words { vocabulary in
    vocabulary.places.filter { $0.kind == .jurisdiction }.map(\.name)
  }
  package static let localities = words { vocabulary in
    vocabulary.places.filter { $0.kind == .locality }.map(\.name)
  }
  package static let agencies = words { $0.agencies.map(\.name) }
  package static let papers = words { $0.papers.map(\.name) }
  package static let acts = words { $0.acts.map(\.name) }
  package static let facts = words { vocabulary in
    vocabulary.facts.map { $0.name + "=" } + vocabulary.records.map { $0.name + "=" }
  }
  package static let capacities = CompletionKind.list(Capacity.allCases.map(\.rawValue))
  package static let laws = completion { library in
    library.laws.flatMap { law in [law.name] + law.rules.map(\.name.description) }
  }

  private static func words(_ names: @escaping @Sendable (Vocabulary) -> [String]) -> CompletionKind {
    completion { names($0.vocabulary) }
  }

  /// Names that begin as what was typed does; none where the library cannot be read, for a shell has no place to say why.
  private static func completion(_ names: @escaping @Sendable (Library) -> [String]) -> CompletionKind {
    .custom { _, _, typed in
      guard let folder = try? LibraryFolder.find(nil), let loaded = try? LoadedLibrary.whole(in: folder) else {
        return []
      }
      return names(loaded.library).filter { typed.isEmpty || $0.hasPrefix(typed) }
    }
  }
}
