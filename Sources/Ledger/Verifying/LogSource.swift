/// Where the files of somebody's log come from.
public protocol LogSource: Sendable {
  /// The file at a path below the log's address; nil if there is none.
  func file(_ path: String, atMost limit: Int) async throws(LogSourceTrouble) -> [UInt8]?
}

/// Why a file of a log could not be had, other than that it is not there.
public struct LogSourceTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, in a sentence without a full stop.
  public let description: String

  /// A trouble in these words.
  public init(_ description: String) { self.description = description }
}

/// A log in a folder.
public struct LogFolder: LogSource {
  private let path: String

  /// The log in this folder.
  public init(_ path: String) { self.path = path }

  /// The file at a path below the folder.
  public func file(_ path: String, atMost limit: Int) async throws(LogSourceTrouble) -> [UInt8]? {
    do { return try DurableFile.read("\(self.path)/\(path)", atMost: limit) } catch {
      throw LogSourceTrouble("\(error)")
    }
  }
}
