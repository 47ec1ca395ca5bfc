import Crypto
import Foundation

/// The signature of a message (Standard Webhooks, `v1`): HMAC-SHA256 over its name, its moment and its body.
package struct HookSignature: Sendable {
  package let headers: [(name: String, value: String)]

  /// - Parameters:
  ///   - id: The message's name, the same at each try.
  ///   - second: When it is sent, since 1970.
  package init(id: String, second: Int64, body: String, secret: [UInt8]) {
    let signed = Array("\(id).\(second).\(body)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
    headers = [
      ("webhook-id", id), ("webhook-timestamp", String(second)),
      ("webhook-signature", "v1,\(Data(code).base64EncodedString())"), ("content-type", "application/json"),
    ]
  }
}
