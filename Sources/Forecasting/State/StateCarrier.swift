/// Carries the state of a replicate into bytes and back by one and the same walk, so that what is written and what is read
/// cannot fall apart.
///
/// Whole numbers, seven bits a byte, the sign in the first bit: most of a state are small ones.
struct StateCarrier {
  private let isReading: Bool
  private(set) var bytes: [UInt8]
  private var place = 0
  /// Whether all that was read was there and in its bounds.
  private(set) var isSound = true

  /// For writing.
  init() { (isReading, bytes) = (false, []) }

  /// For reading.
  init(reading bytes: [UInt8]) { (isReading, self.bytes) = (true, bytes) }

  /// How many bytes have not been read.
  var left: Int { bytes.count - place }

  mutating func carry(_ value: inout Int) {
    if isReading {
      value = read()
    } else {
      var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
    }
  }

  private mutating func read() -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    isSound = false
    return 0
  }

  mutating func carry(_ value: inout Double) {
    var bits = Int(truncatingIfNeeded: Int64(bitPattern: value.bitPattern))
    carry(&bits)
    value = Double(bitPattern: UInt64(bitPattern: Int64(bits)))
  }

  /// As many numbers as there are already.
  mutating func carry(_ values: inout [Int]) { for index in values.indices { carry(&values[index]) } }

  mutating func carry(_ values: inout [Int32]) {
    for index in values.indices {
      var value = Int(values[index])
      carry(&value)
      values[index] = Int32(truncatingIfNeeded: value)
    }
  }

  /// As many numbers as come, each below a bound.
  mutating func carry(list values: inout [UInt32], below bound: Int) {
    var count = values.count
    carry(&count)
    // Each takes a byte or more: what says otherwise is cut off, and nothing is made room for.
    guard !isReading || (0...left).contains(count) else { return isSound = false }
    if isReading { values = [UInt32](repeating: 0, count: count) }
    for index in values.indices {
      var value = Int(values[index])
      carry(&value)
      guard (0..<bound).contains(value) else { return isSound = false }
      values[index] = UInt32(truncatingIfNeeded: value)
    }
  }
}
