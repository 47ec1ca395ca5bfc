internal import LawLanguage

/// A short name of every number that comes with the program, so that two runs of one name ran on the same ones.
package enum NumbersVersion {
  /// `numbers 5f0c1d2e3a4b5c6d`: FNV-1a, 64 bits, of all numbers, series and facts as text. It tells versions apart; it
  /// proves nothing to anybody who would forge one.
  package static let current: String = {
    var texts = ParameterName.allCases.map { name in
      let parameter = name.definition
      return "\(name.name) \(parameter.low) \(parameter.value) \(parameter.high)"
    }
    texts += FittingNumber.all.map { "\($0.values)" }
    texts.append("\(Lever.bedsOf2024.value)")
    texts.append(MonthlySeries.visibleTable)
    texts += UsualFacts.all.map { "\($0.state) \($0.kind.map { "\($0)" } ?? "") \($0.name) \($0.value)" }
    texts += CountyTable.unitedStates.all.map { "\($0.code) \($0.residents)" }
    texts += Agreements.since.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in texts.joined(separator: "\n").utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "numbers " + String(repeating: "0", count: 16 - digits.count) + digits
  }()
}
