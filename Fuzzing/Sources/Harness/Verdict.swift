import Foundation

/// Ends the program, which keeps the input, if a property is broken.
public func require(_ broken: [String]) {
  guard !broken.isEmpty else { return }
  for property in Set(broken).sorted() { FileHandle.standardError.write(Data("Broken: \(property)\n".utf8)) }
  abort()
}
