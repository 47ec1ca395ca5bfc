import AsyncHTTPClient
import Ledger
import NIOCore
import NIOHTTP1

/// A log that somebody serves.
struct LogAddress: LogSource {
  private let client: HTTPClient
  private let base: String

  /// Nil unless the address is one of HTTP with a host, and without a query, a fragment or a password.
  static func base(of address: String) -> String? {
    guard let rest = ["https://", "http://"].first(where: address.hasPrefix).map({ address.dropFirst($0.count) }),
      let host = rest.split(separator: "/", omittingEmptySubsequences: false).first, !host.isEmpty,
      address.utf8.count <= 1024,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#"?#@"<>\^`{|}"#.utf8.contains($0) })
    else { return nil }
    return address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  /// Opens connections to a log for as long as the body runs.
  static func with<Result>(_ base: String, _ body: (LogAddress) async throws -> Result) async throws -> Result {
    var configuration = HTTPClient.Configuration()
    configuration.timeout = .init(connect: .seconds(10), read: .seconds(30))
    // A log answers at its own address or not at all.
    configuration.redirectConfiguration = .disallow
    let client = HTTPClient(configuration: configuration)
    let result: Result
    do { result = try await body(LogAddress(client: client, base: base)) } catch {
      try? await client.shutdown()
      throw error
    }
    try await client.shutdown()
    return result
  }

  func file(_ path: String, atMost limit: Int) async throws(LogSourceTrouble) -> [UInt8]? {
    let address = "\(base)/\(path)"
    do {
      let response = try await client.execute(HTTPClientRequest(url: address), timeout: .seconds(60))
      switch response.status.code {
      case 200: return Array(buffer: try await response.body.collect(upTo: limit))
      case 404, 410: return nil
      default: throw LogSourceTrouble("\(address) answered with status \(response.status.code)")
      }
    } catch let trouble as LogSourceTrouble {
      throw trouble
    } catch is NIOTooManyBytesError {
      throw LogSourceTrouble("\(address) gave more than \(limit) bytes")
    } catch {
      throw LogSourceTrouble("\(address) did not answer: \(error)")
    }
  }
}
