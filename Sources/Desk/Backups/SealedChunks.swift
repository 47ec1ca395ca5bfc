internal import Crypto
internal import Foundation

/// A stream of bytes, sealed in chunks: no more than one is ever in memory, and none opens in another's place.
///
/// The file is a line with a salt, then chunks of 1 MiB under AES-256-GCM, the last one shorter or as long. A chunk's
/// nonce is its number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár), and
/// each file has a key of its own, so no nonce comes twice under a key and a file that was cut does not open.
package enum SealedChunks {
  static let head = "tenth-backup-v1"
  package static let size = 1 << 20
  package static let overhead = 16
  static let saltSize = 32
  /// The first line, its break included: the name, a space, and 32 bytes in base64.
  package static let headSize = head.utf8.count + 1 + 44 + 1

  static func nonce(_ number: UInt64, isLast: Bool) throws -> AES.GCM.Nonce {
    let count = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    return try AES.GCM.Nonce(data: [0, 0, 0] + count + [isLast ? 1 : 0])
  }

  /// The file is not one that this key sealed, whole and unchanged.
  struct Broken: Error, Sendable, CustomStringConvertible {
    let description = "the backup does not open: it is cut, changed, or sealed under another key"
  }
}

/// Seals what is written to it into a file.
struct SealedWriter {
  private let file: FileHandle
  private let key: SymmetricKey
  private let head: [UInt8]
  private var pending: [UInt8] = []
  private var number: UInt64 = 0

  init(_ file: FileHandle, under key: BackupKey) throws {
    let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    head = Array("\(SealedChunks.head) \(Data(salt).base64EncodedString())\n".utf8)
    self.key = key.derived(salt: salt)
    self.file = file
    try file.write(contentsOf: Data(head))
  }

  mutating func write(_ bytes: some Collection<UInt8>) throws {
    pending += bytes
    // The last chunk is kept back until it is known to be the last.
    while pending.count > SealedChunks.size {
      try seal(Array(pending.prefix(SealedChunks.size)), isLast: false)
      pending.removeFirst(SealedChunks.size)
    }
  }

  mutating func finish() throws {
    try seal(pending, isLast: true)
    try file.synchronize()
  }

  private mutating func seal(_ chunk: [UInt8], isLast: Bool) throws {
    let nonce = try SealedChunks.nonce(number, isLast: isLast)
    let box = try AES.GCM.seal(chunk, using: key, nonce: nonce, authenticating: head)
    try file.write(contentsOf: box.ciphertext + box.tag)
    number += 1
  }
}

/// Opens what `SealedWriter` sealed, in order.
struct SealedReader {
  private let file: FileHandle
  private let key: SymmetricKey
  private let head: [UInt8]
  private var ahead: Data
  private var open: ArraySlice<UInt8> = []
  private var number: UInt64 = 0
  private var isAtEnd = false

  init(_ file: FileHandle, under key: BackupKey) throws {
    let line = try file.read(upToCount: SealedChunks.headSize) ?? Data()
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard line.count == SealedChunks.headSize, words.count == 2, words[0] == SealedChunks.head,
      let salt = Data(base64Encoded: String(words[1].dropLast())), salt.count == SealedChunks.saltSize
    else { throw SealedChunks.Broken() }
    head = Array(line)
    self.key = key.derived(salt: Array(salt))
    self.file = file
    ahead = try SealedReader.chunk(of: file)
  }

  /// Up to so many bytes; fewer only at the end, none after it.
  mutating func read(upTo count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if open.isEmpty {
        if isAtEnd { break }
        try openNext()
        continue
      }
      let piece = open.prefix(count - bytes.count)
      bytes += piece
      open = open.dropFirst(piece.count)
    }
    return bytes
  }

  private mutating func openNext() throws {
    let sealed = ahead
    ahead = sealed.count == SealedChunks.size + SealedChunks.overhead ? try SealedReader.chunk(of: file) : Data()
    isAtEnd = ahead.isEmpty
    guard sealed.count >= SealedChunks.overhead else { throw SealedChunks.Broken() }
    let nonce = try SealedChunks.nonce(number, isLast: isAtEnd)
    do {
      let box = try AES.GCM.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(SealedChunks.overhead), tag: sealed.suffix(SealedChunks.overhead))
      open = Array(try AES.GCM.open(box, using: key, authenticating: head))[...]
    } catch { throw SealedChunks.Broken() }
    number += 1
  }

  /// Files may give fewer bytes than are asked for; only an empty answer is the end.
  private static func chunk(of file: FileHandle) throws -> Data {
    var bytes = Data()
    let size = SealedChunks.size + SealedChunks.overhead
    while bytes.count < size, let more = try file.read(upToCount: size - bytes.count), !more.isEmpty { bytes += more }
    return bytes
  }
}
