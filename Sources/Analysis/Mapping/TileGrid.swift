/// The states and territories as tiles of one size, each near its neighbours: where each tile stands.
package enum TileGrid {
  /// A tile's column and row, from the upper left.
  package typealias Place = (column: Int, row: Int)

  /// Every place's tile, row by row.
  package static let places: [(name: String, place: Place)] = {
    let rows = [
      "AK . . . . . . . . . . ME", ". . . . . . . . . VT NH .", "WA ID MT ND MN IL WI MI NY RI MA .",
      "OR NV WY SD IA IN OH PA NJ CT . .", "CA UT CO NE MO KY WV VA MD DE . .", ". AZ NM KS AR TN NC SC DC . . .",
      ". . . OK LA MS AL GA . . . .", "HI . . TX . . . . FL . . PR",
    ]
    return rows.enumerated().flatMap { row, names in
      names.split(separator: " ").enumerated().filter { $0.element != "." }
        .map { (String($0.element), ($0.offset, row)) }
    }
  }()

  /// How many columns there are.
  package static let columns = 12

  /// How many rows there are.
  package static let rows = 8
}
