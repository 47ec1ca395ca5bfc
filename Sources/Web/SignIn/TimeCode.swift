import Crypto
package import LawLanguage

/// Codes of six digits that change every half minute (RFC 6238), as authenticator apps show them.
package struct TimeCode: Sendable, Hashable {
  package let secret: [UInt8]

  package init(secret: [UInt8]) { self.secret = secret }

  /// A new secret, of the length that RFC 4226 advises.
  package static func new() -> TimeCode { TimeCode(secret: Secret.bytes(20)) }

  private static let period: Int64 = 30

  /// The code of a step. HMAC-SHA-1 is what all apps know; it is sound in this use.
  package func code(at step: Int64) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[19] & 15)
    let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code it is, one before or after now allowed; nil if it is none. A step serves once.
  package func step(of code: String, at now: Instant, after last: Int64?) -> Int64? {
    let typed = code.filter { !$0.isWhitespace }
    let current = now.seconds / TimeCode.period
    return (current - 1...current + 1).first { step in
      step > (last ?? -1) && Secret.agree(self.code(at: step).utf8, typed.utf8)
    }
  }

  /// The secret to type into an app, in base 32, in groups of four.
  package var words: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in secret {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        if text.count % 5 == 4 { text.append(" ") }
        text.append(alphabet[Int(bits >> UInt32(count) & 31)])
      }
    }
    return text
  }
}
