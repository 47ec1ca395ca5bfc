import Foundation

/// What turns letters into PDF: a Python that has Typst, the page, and the fonts.
public struct TypesettingTools: Sendable, Hashable {
  /// A Python 3 that has the package `typst`.
  public let python: String
  /// The folder of the page and of the program that runs beside this one.
  public let folder: String
  /// Folders of fonts. No other font is used.
  public let fonts: [String]

  /// Tools at these places.
  public init(python: String, letters: LettersFolder, fonts: [String] = TypesettingTools.debianFonts) {
    self.python = python
    self.folder = "\(letters.path)/\(LettersFolder.typesetting)"
    self.fonts = fonts
  }

  /// Where Debian's fonts-noto-core and fonts-noto-cjk put their fonts.
  public static let debianFonts = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"]

  /// The Python that was named, or that of the environment (`TENTH_TYPESETTER`), or the one beside the program as it is built
  /// and as it is installed. `TENTH_FONTS` names other folders of fonts, with colons between them.
  public static func find(
    named: String?, environment: [String: String], program: String, letters: LettersFolder
  ) throws(TypesettingError) -> TypesettingTools {
    let fonts = environment["TENTH_FONTS"].map { $0.split(separator: ":").map(String.init) } ?? debianFonts
    let beside = (program as NSString).deletingLastPathComponent as NSString
    let above = beside.deletingLastPathComponent as NSString
    // One that was named and is not there is said, and no other taken for it.
    let wanted = [named, environment["TENTH_TYPESETTER"]].compactMap { $0 }.first { !$0.isEmpty }
    let places =
      wanted.map { [$0] } ?? [
        (above.deletingLastPathComponent as NSString).appendingPathComponent("typesetter/bin/python3"),
        above.appendingPathComponent("lib/tenth/typesetter/bin/python3"),
      ]
    guard let python = places.first(where: FileManager.default.isExecutableFile) else {
      throw .noTypesetter(lookedIn: places)
    }
    return TypesettingTools(python: python, letters: letters, fonts: fonts)
  }
}
