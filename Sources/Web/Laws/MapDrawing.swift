import Analysis
import LawLanguage

/// The states as tiles of one size, each near its neighbours: the answer in words on each, a pattern that says no more than the words.
struct MapDrawing {
  let map: LawMap
  let title: String

  private static let (svg, defs, pattern, group) = (Tag("svg"), Tag("defs"), Tag("pattern"), Tag("g"))
  private static let (rect, path, circle, text) = (Tag("rect"), Tag("path"), Tag("circle"), Tag("text"))
  private static let heading = Tag("title")
  private static let (side, gap) = (120, 6)

  var html: HTML {
    let tiles = Dictionary(map.tiles.map { ($0.jurisdiction, $0) }) { first, _ in first }
    let step = Self.side + Self.gap
    return Self.svg(
      Attribute("viewBox", "0 0 \(TileGrid.columns * step) \(TileGrid.rows * step)"), .role("img"),
      .label("\(title). The table below says the same.")
    ) {
      Self.patterns
      for (name, place) in TileGrid.places {
        tile(name, tiles[name], x: place.column * step, y: place.row * step)
      }
    }
  }

  private func tile(_ name: String, _ tile: LawMap.Tile?, x: Int, y: Int) -> HTML {
    let lines = tile.map { [$0.words] + $0.lines } ?? []
    let fill = tile.map { self.fill(of: $0) } ?? "none"
    return Self.group(.class(tile == nil ? "absent" : "tile")) {
      Self.heading { tile?.sentence ?? "\(name): not in the library" }
      Self.rect(
        Attribute("x", "\(x)"), Attribute("y", "\(y)"), Attribute("width", "\(Self.side)"),
        Attribute("height", "\(Self.side)"), Attribute("fill", fill))
      Self.text(.class("code"), Attribute("x", "\(x + 8)"), Attribute("y", "\(y + 24)")) { name }
      for (index, line) in lines.enumerated() {
        Self.text(
          .class(index == 0 ? "says" : "rests"), Attribute("x", "\(x + 8)"), Attribute("y", "\(y + 48 + 16 * index)")
        ) { line }
      }
    }
  }

  private func fill(of tile: LawMap.Tile) -> String {
    switch tile.answer {
    case .required?: "url(#map-required)"
    case .prohibited?: "url(#map-prohibited)"
    case .permitted?: "#ffffff"
    case .conflict?, .undetermined?, nil: "url(#map-depends)"
    }
  }

  private static var patterns: HTML {
    func pattern(_ id: String, _ ground: String, @HTMLBuilder mark: () -> HTML) -> HTML {
      Self.pattern(
        .id(id), Attribute("width", "8"), Attribute("height", "8"), Attribute("patternUnits", "userSpaceOnUse")
      ) {
        rect(Attribute("width", "8"), Attribute("height", "8"), Attribute("fill", ground))
        mark()
      }
    }
    return defs {
      pattern("map-prohibited", "#fde8e0") {
        path(Attribute("d", "M0 8L8 0"), Attribute("stroke", "#dd9c88"), Attribute("stroke-width", "1"))
      }
      pattern("map-required", "#dce8f7") {
        path(Attribute("d", "M0 4H8"), Attribute("stroke", "#a9c0e6"), Attribute("stroke-width", "1"))
      }
      pattern("map-depends", "#fff7d6") {
        circle(Attribute("cx", "4"), Attribute("cy", "4"), Attribute("r", "1"), Attribute("fill", "#8a6d00"))
      }
    }
  }
}
