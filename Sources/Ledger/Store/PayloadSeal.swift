/// How salt and payload are kept at rest. What is sealed here is never published; the commitment is to the plain bytes.
public protocol PayloadSeal: Sendable {
  /// What to store; bind it to the entry's number, so that two cannot be exchanged.
  func seal(_ plain: [UInt8], number: Int) throws -> [UInt8]
  /// The bytes that were sealed.
  func open(_ sealed: [UInt8], number: Int) throws -> [UInt8]
}

/// Keeps salt and payload as they are, for payloads that the caller has encrypted or that may be read.
public struct PlainPayloads: PayloadSeal {
  /// No key, no work.
  public init() {}

  /// The bytes themselves.
  public func seal(_ plain: [UInt8], number: Int) -> [UInt8] { plain }

  /// The bytes themselves.
  public func open(_ sealed: [UInt8], number: Int) -> [UInt8] { sealed }
}
