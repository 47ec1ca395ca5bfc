/// The names under which browsers and programs may ask for this desk.
///
/// A page of another site can have its own name point to this machine (DNS rebinding), and would then read a desk that
/// listens here alone as if it were its own. What it cannot do is leave its name out of the request.
package struct OwnNames: Sendable {
  private let origin: String?
  private let port: @Sendable () -> Int

  /// - Parameters:
  ///   - origin: The address that a proxy serves the desk under; nil for a desk on this machine alone.
  ///   - port: Told once the desk has one.
  package init(origin: String?, port: @escaping @Sendable () -> Int) {
    self.origin = origin
    self.port = port
  }

  /// Who asks whether the program lives does so by an address, and learns nothing else.
  private static let open: Set<String> = ["/healthz", "/readyz"]

  /// Refuses a request that was meant for another name.
  package func check(_ host: String?, on template: String) throws(Refused) {
    guard !OwnNames.open.contains(template), !names.contains((host ?? "").lowercased()) else { return }
    throw Refused(
      .misdirected, "This desk does not answer under the name that was asked for. Use the address that it printed.")
  }

  private var names: [String] {
    guard let origin else {
      let port = port()
      let all = ["localhost", "127.0.0.1", "[::1]"]
      return all.map { "\($0):\(port)" } + (port == 80 ? all : [])
    }
    let name = String(origin.dropFirst("https://".count)).lowercased()
    return name.hasSuffix(":443") ? [name, String(name.dropLast(4))] : [name, name + ":443"]
  }
}
