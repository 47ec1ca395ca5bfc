import Foundation

/// Where a program wants to be told of changes: over TLS only, since what is sent names cases.
struct HookAddress: Sendable, Hashable {
  let text: String

  /// Nil for anything but an https address; plain HTTP is taken on this machine, for trying it out.
  init?(_ text: String) {
    guard text.utf8.count <= 500, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = URLComponents(string: text),
      let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil
    else { return nil }
    switch parts.scheme?.lowercased() {
    case "https": break
    case "http" where ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased()): break
    default: return nil
    }
    self.text = text
  }
}
