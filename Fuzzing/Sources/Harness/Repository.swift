import Foundation
public import LawLanguage

/// The files of the repository; the fuzzers are started in its folder.
public enum Repository {
  /// The documents below a folder, named as a library names them, in order.
  public static func documents(below folder: String) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }
}
