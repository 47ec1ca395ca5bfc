/// The counter-based generator Philox4x32-10: every number is a function of its coordinates alone, so that a replicate
/// gives the same bytes whichever thread runs it, and two scenarios share the chance they have in common.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (SC 2011).
package enum Philox {
  /// Four words.
  package typealias Block = (UInt32, UInt32, UInt32, UInt32)

  /// The block at a counter under a key.
  @inline(__always)
  package static func block(_ counter: Block, key: (UInt32, UInt32)) -> Block {
    var (a, b, c, d) = counter
    var (k, l) = key
    for _ in 0..<10 {
      let first = UInt64(0xD251_1F53) &* UInt64(a)
      let second = UInt64(0xCD9E_8D57) &* UInt64(c)
      a = UInt32(truncatingIfNeeded: second >> 32) ^ b ^ k
      b = UInt32(truncatingIfNeeded: second)
      c = UInt32(truncatingIfNeeded: first >> 32) ^ d ^ l
      d = UInt32(truncatingIfNeeded: first)
      k &+= 0x9E37_79B9
      l &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }
}

/// What a stream of chance is for. A stream of its own for each keeps the others as they were when one draws more.
package enum Purpose: UInt32, Sendable, CaseIterable {
  case parameters, county, atLarge, border, intake, detention, court, workforce, levels, start, network, calibration
  case release
}

/// The chance of one replicate: streams are cut from it by purpose, day and cell.
package struct Chance: Sendable {
  private let key: (UInt32, UInt32)
  private let replicate: UInt32

  /// The chance of a replicate of a run with a seed.
  package init(seed: UInt64, replicate: Int) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = UInt32(truncatingIfNeeded: replicate)
  }

  /// The stream for a purpose on a day, of a county, class or whatever else the purpose has many of.
  @inline(__always)
  package func stream(_ purpose: Purpose, day: Int = 0, cell: Int = 0) -> RandomStream {
    RandomStream(
      key: key, replicate: replicate, purpose: purpose.rawValue << 24 | UInt32(truncatingIfNeeded: day) & 0xFF_FFFF,
      cell: UInt32(truncatingIfNeeded: cell))
  }
}
