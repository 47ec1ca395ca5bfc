/// A file that came with a form.
package struct UploadedFile: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// Reads a form that carries one file (RFC 7578), within bounds. What a browser says of the file, its name and its type, is
/// not looked at: a name says nothing, and what it is is found out from its content.
package struct MultipartForm: Sendable {
  package let fields: Fields
  package let file: UploadedFile?

  package enum Limits {
    /// Fields and file.
    package static let parts = 40
    /// Bytes of a part's head.
    package static let head = 2048
    /// RFC 2046: at most 70 characters.
    package static let boundary = 70
  }

  /// - Throws: `Refused` if it is not such a form, or more than a form of this desk can hold.
  package init(_ body: [UInt8], contentType: String) throws(Refused) {
    guard let boundary = MultipartForm.boundary(contentType) else { throw MultipartForm.unreadable }
    let mark = Array("--\(boundary)".utf8)
    guard body.starts(with: mark) else { throw MultipartForm.unreadable }
    let lineMark = [0x0D, 0x0A] + mark
    var pairs: [Fields.Pair] = []
    var file: UploadedFile?
    var count = 0
    var position = mark.count
    while true {
      let rest = body[position...]
      if rest.starts(with: Array("--".utf8)) { break }
      guard rest.starts(with: [0x0D, 0x0A]) else { throw MultipartForm.unreadable }
      count += 1
      guard count <= Limits.parts else {
        throw Refused(.contentTooLarge, "A form holds at most \(Limits.parts) fields.")
      }
      let start = position + 2
      let headBytes = body[start..<min(body.count, start + Limits.head)]
      guard let headEnd = ByteSearch(Array("\r\n\r\n".utf8)).first(in: headBytes) else {
        throw MultipartForm.unreadable
      }
      guard let end = ByteSearch(lineMark).first(in: body[(headEnd + 4)...]) else { throw MultipartForm.unreadable }
      let content = body[(headEnd + 4)..<end]
      let (name, isFile) = try MultipartForm.disposition(body[start..<headEnd])
      if isFile {
        // A field for a file that was left empty is none.
        if !content.isEmpty {
          guard file == nil else { throw Refused(.badRequest, "Send one file at a time.") }
          file = UploadedFile(bytes: Array(content))
        }
      } else {
        pairs.append(try MultipartForm.pair(name, content))
      }
      position = end + lineMark.count
    }
    fields = Fields(pairs)
    self.file = file
  }

  private static let unreadable = Refused(
    .badRequest, "The form is not sent as browsers send it. Nothing was recorded. Go back and send it again.")

  private static func pair(_ name: String, _ content: ArraySlice<UInt8>) throws(Refused) -> Fields.Pair {
    guard content.count <= Fields.Limits.value else {
      throw Refused(.contentTooLarge, "A field of a form holds at most \(Fields.Limits.value) bytes.")
    }
    let isText = content.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    guard isText, let text = String(validating: content, as: UTF8.self) else { throw unreadable }
    return Fields.Pair(name: name, value: text)
  }

  private static func boundary(_ contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
    guard parts.first?.lowercased() == "multipart/form-data",
      let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    var value = parameter.dropFirst("boundary=".count)
    if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 { value = value.dropFirst().dropLast() }
    let isPlain = value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "'()+_,-./:=?".contains($0)) }
    return !value.isEmpty && value.utf8.count <= Limits.boundary && isPlain ? String(value) : nil
  }

  /// The field's name, and whether it is a file's.
  private static func disposition(_ head: ArraySlice<UInt8>) throws(Refused) -> (name: String, isFile: Bool) {
    guard let text = String(validating: head, as: UTF8.self) else { throw unreadable }
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }) else { throw unreadable }
    let value = line.dropFirst("content-disposition:".count).drop { $0 == " " }
    guard value.lowercased().hasPrefix("form-data"), let name = quoted("name", in: value),
      name.utf8.count <= Fields.Limits.name, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { throw unreadable }
    return (name, value.contains("; filename=") || value.contains("; filename*="))
  }

  private static func quoted(_ name: String, in text: Substring) -> String? {
    let parts = text.split(separator: "; \(name)=\"", maxSplits: 1)
    guard parts.count == 2, let end = parts[1].firstIndex(of: "\"") else { return nil }
    return String(parts[1][..<end])
  }
}

/// Looks for bytes within bytes, in a time that grows with their length alone (Horspool).
private struct ByteSearch {
  private let needle: [UInt8]
  private var shifts: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    shifts = [Int](repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - index }
  }

  func first(in bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = needle.last, bytes.count >= needle.count else { return nil }
    var start = bytes.startIndex
    while start + needle.count <= bytes.endIndex {
      let end = bytes[start + needle.count - 1]
      if end == last, bytes[start..<(start + needle.count)].elementsEqual(needle) { return start }
      start += shifts[Int(end)]
    }
    return nil
  }
}
