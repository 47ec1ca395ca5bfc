import Foundation
import Harness
import ServingProperties

/// The environment names the reader: one program holds them all, for what is behind them is large.
private let reader = ServedReader(rawValue: ProcessInfo.processInfo.environment["TENTH_FUZZED"] ?? "")

/// Called by libFuzzer before it reads its options.
@c(LLVMFuzzerInitialize)
public func initialize(_: UnsafeRawPointer?, _: UnsafeRawPointer?) -> CInt {
  precondition(reader != nil, "TENTH_FUZZED names no reader")
  if let reader { Seeds(inputs: reader.seeds, words: reader.words).writeIfAsked() }
  return 0
}

/// Called by libFuzzer for every input.
@c(LLVMFuzzerTestOneInput)
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  require(reader?.broken(by: Array(UnsafeBufferPointer(start: bytes, count: count))) ?? [])
  return 0
}
