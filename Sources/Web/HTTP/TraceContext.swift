/// The W3C trace context of a request: what ties its log lines to those of other programs.
package struct TraceContext: Sendable, Hashable {
  /// 32 hexadecimal digits.
  package let trace: String
  /// 16 hexadecimal digits: this request.
  package let span: String

  /// Goes on with the trace that a `traceparent` names, or begins one.
  package init(traceparent: String?) {
    span = TraceContext.hexadecimal(Secret.bytes(8))
    let parts = (traceparent ?? "").split(separator: "-", omittingEmptySubsequences: false)
    if parts.count >= 4, parts[0].count == 2, parts[0] != "ff", parts[0] != "00" || parts.count == 4,
      parts[1].count == 32, parts[1].contains(where: { $0 != "0" }), parts[2].count == 16,
      parts[2].contains(where: { $0 != "0" }), parts[3].count == 2,
      parts[0...3].allSatisfy({ $0.utf8.allSatisfy(TraceContext.isDigit) })
    {
      trace = String(parts[1])
    } else {
      trace = TraceContext.hexadecimal(Secret.bytes(16))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
