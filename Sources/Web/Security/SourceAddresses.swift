import Foundation

/// From which address a request comes (CJIS AU-3), as far as it can be known: the connection's, or what the proxy says that
/// stands before the desk.
package struct SourceAddresses: Sendable {
  /// In lower case; nil where no proxy is trusted to say it.
  private let header: String?

  package init(header: String?) { self.header = header }

  package func source(of incoming: Incoming) -> String? {
    guard let header else { return SourceAddresses.checked(incoming.peer) }
    // What stands before the last comma came with the request, and anybody can have written it.
    let last = (incoming.headers[header] ?? "").split(separator: ",").last.map(String.init) ?? ""
    return SourceAddresses.checked(last.trimmingCharacters(in: .whitespaces))
  }

  /// An address and nothing else: what stands in a record is no text of a stranger's.
  private static func checked(_ text: String) -> String? {
    var room = in6_addr()
    return text.utf8.count <= 45 && (inet_pton(AF_INET, text, &room) == 1 || inet_pton(AF_INET6, text, &room) == 1)
      ? text : nil
  }
}
