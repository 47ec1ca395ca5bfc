import Testing
import Web

@Suite struct MultipartTests {
  private func body(_ parts: [(head: String, content: [UInt8])], boundary: String = "xyz") -> [UInt8] {
    parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8) }
      + Array("--\(boundary)--\r\n".utf8)
  }
  private func field(_ name: String, _ value: String) -> (String, [UInt8]) {
    ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
  }
  private let type = "multipart/form-data; boundary=xyz"
  private let head = "Content-Disposition: form-data; name=\"file\"; filename=\"../a.exe\"\r\nContent-Type: text/html"

  @Test func fieldsAndTheFileAreRead() throws {
    let bytes: [UInt8] = [0x25, 0x50, 0x0D, 0x0A, 0x2D, 0x2D, 0x78, 0x79, 0x00, 0xFF]
    let form = try MultipartForm(body([field("title", "Fax é"), (head, bytes)]), contentType: type)
    #expect(form.fields["title"] == "Fax é")
    #expect(form.file?.bytes == bytes)
  }

  @Test func aFileThatWasNotChosenIsNone() throws {
    let form = try MultipartForm(body([(head, []), field("a", "b")]), contentType: type)
    #expect(form.file == nil && form.fields["a"] == "b")
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=xyz",
    "multipart/form-data; boundary=x<z", "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    "multipart/form-data; boundary=abc",
  ])
  func whatIsNoSuchFormIsRefused(_ contentType: String) {
    #expect(throws: Refused.self) { try MultipartForm(body([field("a", "b")]), contentType: contentType) }
  }

  @Test func boundsAreKept() {
    let many = (0...MultipartForm.Limits.parts).map { field("a\($0)", "b") }
    #expect(throws: Refused.self) { try MultipartForm(body(many), contentType: type) }
    let long = field("a", String(repeating: "b", count: Fields.Limits.value + 1))
    #expect(throws: Refused.self) { try MultipartForm(body([long]), contentType: type) }
    let headless = (String(repeating: "x", count: MultipartForm.Limits.head + 1), [UInt8]())
    #expect(throws: Refused.self) { try MultipartForm(body([headless]), contentType: type) }
    #expect(throws: Refused.self) { try MultipartForm(body([(head, [1]), (head, [2])]), contentType: type) }
    #expect(throws: Refused.self) { try MultipartForm(body([field("a", "b\u{0}")]), contentType: type) }
  }

  @Test func whatIsCutOffIsRefusedAtEveryLength() {
    let whole = body([field("title", "Fax"), (head, [1, 2, 3])])
    // Only the line break after the last boundary may be missing.
    for length in 0..<(whole.count - 3) {
      #expect(throws: Refused.self, "\(length)") { try MultipartForm(Array(whole[..<length]), contentType: type) }
    }
  }

  @Test func changedBytesNeverTrap() {
    var generator = SystemRandomNumberGenerator()
    let whole = body([field("title", "Fax"), (head, [1, 2, 3])])
    for _ in 0..<5_000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? MultipartForm(bytes, contentType: type)
    }
  }
}
