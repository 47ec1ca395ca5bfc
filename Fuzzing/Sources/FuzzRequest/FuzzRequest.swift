import FuzzProperties
import Harness
import LawLanguage
import Reasoning

private let library = Library.check(Repository.documents(below: "Laws")).library
private let properties = library.map(RequestProperties.init)

/// Called by libFuzzer before it reads its options.
@c(LLVMFuzzerInitialize)
public func initialize(_: UnsafeRawPointer?, _: UnsafeRawPointer?) -> CInt {
  precondition(library != nil, "the library does not check; start this in the repository's folder")
  if let library { Seeds(inputs: seeds(library), words: FuzzWords.request(library.vocabulary)).writeIfAsked() }
  return 0
}

/// Called by libFuzzer for every input.
@c(LLVMFuzzerTestOneInput)
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  require(properties?.broken(by: Array(UnsafeBufferPointer(start: bytes, count: count))) ?? [])
  return 0
}

/// The request of every case, and an answer to every question.
private func seeds(_ library: Library) -> [String] {
  let requests = library.cases.map { $0.request.document(in: library.vocabulary).written() }
  let answers = library.vocabulary.facts.map { "\($0.name)=\(example(of: $0.type))" }
  let fields = library.vocabulary.papers.prefix(2).flatMap { paper in
    library.vocabulary.paperFields.map { "\(paper.name).\($0.name)=\(example(of: $0.type))" }
  }
  return requests + answers + fields
}

private func example(of type: ValueType) -> String {
  switch type {
  case .yesNo: "yes"
  case .choice(let choices): choices.last ?? ""
  case .number: "34"
  case .date: "2025-01-22"
  case .instant: "2025-01-22T16:00:30-06:00"
  case .code: "720 ILCS 5/9-1"
  }
}
