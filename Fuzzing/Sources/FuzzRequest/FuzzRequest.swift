import FuzzProperties
import Harness
import LawLanguage

private let library = Library.check(Repository.documents(below: "Laws")).library
private let properties = library.map(RequestProperties.init)

/// Called by libFuzzer before it reads its options.
@c(LLVMFuzzerInitialize)
public func initialize(_: UnsafeRawPointer?, _: UnsafeRawPointer?) -> CInt {
  precondition(library != nil, "the library does not check; start this in the repository's folder")
  if let library {
    Seeds(inputs: RequestSeeds(library: library).inputs, words: FuzzWords.request(library.vocabulary)).writeIfAsked()
  }
  return 0
}

/// Called by libFuzzer for every input.
@c(LLVMFuzzerTestOneInput)
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  require(properties?.broken(by: Array(UnsafeBufferPointer(start: bytes, count: count))) ?? [])
  return 0
}
