import LawLanguage

/// The states as tiles of one size, each near its neighbours, as a drawing: the answer in words on each tile, a pattern and a colour
/// that say no more than the words.
package struct TileMap {
  /// Scalable Vector Graphics 1.1.
  package let svg: String

  private static let (side, gap, top) = (120, 6, 60)

  package init(_ map: LawMap, title: String) {
    let tiles = Dictionary(map.tiles.map { ($0.jurisdiction, $0) }, uniquingKeysWith: { first, _ in first })
    var body = ""
    for (name, place) in TileGrid.places {
      let (x, y) = (place.column * (Self.side + Self.gap), Self.top + place.row * (Self.side + Self.gap))
      body += Self.tile(name, tiles[name], x, y)
    }
    let (width, height) = (TileGrid.columns * (Self.side + Self.gap), Self.top + TileGrid.rows * (Self.side + Self.gap))
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title" \
      font-family="sans-serif">
      <title id="title">\(Self.escaped(title))</title>
      <defs>
      <pattern id="prohibited" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
      fill="#fde8e0"/><path d="M0 8L8 0" stroke="#dd9c88" stroke-width="1"/></pattern>
      <pattern id="required" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
      fill="#dce8f7"/><path d="M0 4H8" stroke="#a9c0e6" stroke-width="1"/></pattern>
      <pattern id="depends" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
      fill="#fff7d6"/><circle cx="4" cy="4" r="1" fill="#8a6d00"/></pattern>
      </defs>
      <text x="0" y="32" font-size="24" font-weight="bold">\(Self.escaped(title))</text>
      \(body)</svg>

      """
  }

  private static func tile(_ name: String, _ tile: LawMap.Tile?, _ x: Int, _ y: Int) -> String {
    guard let tile else {
      return """
        <g><rect x="\(x)" y="\(y)" width="\(side)" height="\(side)" fill="none" stroke="#bbbbbb"/>\
        <text x="\(x + 8)" y="\(y + 22)" font-size="16" fill="#767676">\(name)</text></g>

        """
    }
    let fill =
      switch tile.answer {
      case .required?: "url(#required)"
      case .prohibited?: "url(#prohibited)"
      case .permitted?: "#ffffff"
      case .conflict?, .undetermined?, nil: "url(#depends)"
      }
    var text = ""
    for (index, line) in ([tile.words] + tile.lines).enumerated() {
      text +=
        #"<text x="\#(x + 8)" y="\#(y + 46 + 16 * index)" font-size="\#(index == 0 ? 15 : 11)">\#(escaped(line))</text>"#
    }
    return """
      <g><title>\(escaped(tile.sentence))</title><rect x="\(x)" y="\(y)" width="\(side)" height="\(side)" \
      fill="\(fill)" stroke="#222222"/><text x="\(x + 8)" y="\(y + 22)" font-size="16" font-weight="bold">\(name)</text>\
      \(text)</g>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension LawMap.Tile {
  /// `must not`, or that it depends.
  package var words: String {
    switch answer {
    case .required?: "must"
    case .prohibited?: "must not"
    case .permitted?: "may"
    case .conflict?: "conflict"
    case .undetermined?, nil: rulings.isEmpty ? "not decided" : "depends"
    }
  }

  /// `forbidden`, or what it depends on.
  package var basis: String { bases.joined(separator: ", ") }

  private var bases: [String] {
    var bases: [String] = []
    for (ruling, _) in rulings where !bases.contains(ruling.basis.rawValue) { bases.append(ruling.basis.rawValue) }
    return bases
  }

  /// What it rests on and the first citation, each short enough for a line of a tile; all of it is in the title.
  fileprivate var lines: [String] {
    let shown = bases.count > 3 ? Array(bases.prefix(2)) + ["and other grounds"] : bases
    guard let first = rulings.first(where: { !$0.cites.isEmpty })?.cites.first else { return shown }
    return shown + [first.count > 18 ? first.prefix(17) + "…" : first]
  }

  /// All of it.
  package var sentence: String {
    guard !rulings.isEmpty else { return "\(title): not decided" }
    let parts = rulings.map { ruling, cites in
      let by = cites.isEmpty ? "" : ": \(cites.joined(separator: "; "))"
      return "\(ruling.answer.rawValue) (\(ruling.basis.rawValue)\(by))"
    }
    return "\(title): \(parts.joined(separator: ", or "))"
  }
}
