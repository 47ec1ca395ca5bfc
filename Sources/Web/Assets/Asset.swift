import Crypto
import Synchronization

/// A file of the desk itself. Its address holds a digest of its bytes, so that a cache may keep it for good.
package struct Asset: Sendable {
  /// `/assets/desk.3f2a….css`.
  package let path: String
  package let mediaType: String
  package let bytes: [UInt8]

  private init(_ name: String, _ ending: String, _ mediaType: String, _ bytes: [UInt8]) {
    let digest = SHA256.hash(data: bytes).prefix(8).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    path = "/assets/\(name).\(digest).\(ending)"
    self.mediaType = mediaType
    self.bytes = bytes
  }

  package static let stylesheet = Asset("desk", "css", "text/css; charset=utf-8", PackageResources.desk_css)
  package static let passkeys = Asset(
    "passkeys", "js", "text/javascript; charset=utf-8", PackageResources.passkeys_js)
  package static let icon = Asset("icon", "svg", "image/svg+xml", PackageResources.icon_svg)

  static let all = [stylesheet, passkeys, icon]

  /// The route that serves them.
  static let route = Route(.get, "/assets/{name}", .anybody) { exchange in
    let path = "/assets/\(exchange.parameter("name"))"
    guard let asset = all.first(where: { $0.path == path }) else {
      throw Refused(.notFound, "This file belongs to another version of the desk. Load the page again.")
    }
    return Reply(body: asset.bytes).with("content-type", asset.mediaType)
      .with("cache-control", "public, max-age=31536000, immutable")
  }
}
