import Ledger
import LawLanguage
import Reasoning

extension ServedReader {
  /// What a fuzzer starts from: inputs that are taken, for the most part.
  public var seeds: [[UInt8]] {
    switch self {
    case .form:
      [
        "", "a=b", "a=&b&=c", "form-token=x&once=y&paper=i247a&paper=i200&received-month=11&received-time=2%3A05+pm",
        "requester=Oficina+de+ejemplo%2C+%C3%A9%E4%B8%AD&note=a%0D%0Ab%09c", "after=1~2~step%2Fx&stage=closed",
      ].map { Array($0.utf8) }
    case .multipart:
      [
        "--xyz--", "--xyz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nFax \u{E9}\r\n--xyz--\r\n",
        "--xyz\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n\r\n--xyz\r\nContent-Disposition: form-data; "
          + "name=\"file\"; filename=\"fax.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--xyz--\r\n",
        "multipart/form-data; boundary=\"a-b\"",
      ].map { Array($0.utf8) }
    case .csv:
      [
        "part,entry,date-received\r\nrequests,none,\r\n", "\u{FEFF}a,\"b \"\"c\"\"\",\n\n'=1,\"=2\",-3\n",
        "a,\"b\r\nc\"\r\n,,",
        "\"open",
      ].map { Array($0.utf8) }
    case .note: [Array(ServedReader.vector.utf8), Array(ServedReader.vectorKey.utf8)] + ServedReader.checkpoints
    case .checkpoint: ServedReader.checkpoints
    case .proof: ServedReader.proofs
    case .settings:
      [
        "{}", #"{"port": 0, "address": "::1"}"#,
        """
        {"agency": {"name": "Example County Jail", "kind": "county-jail", "jurisdiction": "IL", "locality": "cook-il"},
         "address": "0.0.0.0", "port": "8410", "data": "tenth-data", "origin": "https://desk.example.gov",
         "library": "\(String(repeating: "0a", count: 32))", "banner": "Restricted.", "log-origin": "desk.example.gov/log",
         "log-block": "512"}
        """,
      ].map { Array($0.utf8) }
    case .passkey: ServedReader.passkeys
    }
  }

  /// Words that an input may be made of.
  public var words: [String] {
    switch self {
    case .form: ["%", "%C3%A9", "%00", "%0D%0A", "+", "&", "=", "paper", "received-day", "form-token"]
    case .multipart:
      [
        "--xyz", "\r\n", "Content-Disposition: form-data", "; name=\"", "; filename=\"",
        "multipart/form-data; boundary=",
      ]
    case .csv: ["\"", "\"\"", ",", "\r\n", "'=", "\u{FEFF}"]
    case .note, .checkpoint, .proof:
      [
        "\u{2014} ", "\n\n", "\n", "example.com/foo", "PeterNeumann", "c2sp.org/tlog-proof@v1", "index ", "extra ", "0",
        "281474976710656", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      ]
    case .settings:
      [
        "{", "}", ":", ",", "\"", "\\u00", "agency", "address", "port", "data", "origin", "library", "banner",
        "log-origin",
        "log-block", "name", "kind", "jurisdiction", "locality", "https://", "127.0.0.1", "0.0.0.0", "65536", "null",
      ]
    case .passkey: ["fmt", "none", "packed", "attStmt", "authData", "alg", "sig", "x5c", "webauthn.create"]
    }
  }

  // MARK: Logs

  private static let vectorKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  private static let vector = """
    This is an example message.

    \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """

  /// The example key of Go's package note, which is no secret.
  private static let signer = try? Ed25519Signer(
    text: "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")

  private static func signed(_ size: Int) -> SignedCheckpoint? {
    signer.flatMap { try? SignedCheckpoint(size: size, root: .leaf([]), signer: $0) }
  }

  private static var checkpoints: [[UInt8]] { [0, 1, 70_000, Checkpoint.largestSize].compactMap { signed($0)?.bytes } }

  private static var proofs: [[UInt8]] {
    [(0, 1, 0), (3, 7, 3), (69_999, 70_000, 8)].compactMap { index, size, count in
      signed(size).map { signed in
        LogProof(
          index: index,
          inclusion: InclusionProof(hashes: (0..<count).map { .leaf([UInt8($0)]) }),
          extra: index == 3 ? [UInt8](repeating: 5, count: 32) : nil, signed: signed
        ).bytes
      }
    }
  }

  // MARK: Passkeys

  /// SHA-256 of `localhost`, by which an authenticator names its desk.
  private static let party: [UInt8] = [
    0x49, 0x96, 0x0D, 0xE5, 0x88, 0x0E, 0x8C, 0x68, 0x74, 0x34, 0x17, 0x0F, 0x64, 0x76, 0x60, 0x5B, 0x8F, 0xE4, 0xAE,
    0xB9, 0xA2, 0x86, 0x32, 0xC7, 0x99, 0x5C, 0xF3, 0xBA, 0x83, 0x1D, 0x97, 0x63,
  ]

  private static var passkeys: [[UInt8]] {
    func text(_ text: String) -> [UInt8] { [0x60 | UInt8(text.utf8.count)] + Array(text.utf8) }
    // The generator of P-256, which is a point on it.
    let x: [UInt8] = [
      0x6B, 0x17, 0xD1, 0xF2, 0xE1, 0x2C, 0x42, 0x47, 0xF8, 0xBC, 0xE6, 0xE5, 0x63, 0xA4, 0x40, 0xF2, 0x77, 0x03, 0x7D,
      0x81, 0x2D, 0xEB, 0x33, 0xA0, 0xF4, 0xA1, 0x39, 0x45, 0xD8, 0x98, 0xC2, 0x96,
    ]
    let y: [UInt8] = [
      0x4F, 0xE3, 0x42, 0xE2, 0xFE, 0x1A, 0x7F, 0x9B, 0x8E, 0xE7, 0xEB, 0x4A, 0x7C, 0x0F, 0x9E, 0x16, 0x2B, 0xCE, 0x33,
      0x57, 0x6B, 0x31, 0x5E, 0xCE, 0xCB, 0xB6, 0x40, 0x68, 0x37, 0xBF, 0x51, 0xF5,
    ]
    let key: [UInt8] = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32] + x + [0x22, 0x58, 32] + y
    func data(_ flags: UInt8, _ rest: [UInt8]) -> [UInt8] { party + [flags, 0, 0, 0, 1] + rest }
    let made = data(0x45, [UInt8](repeating: 0, count: 16) + [0, 4, 9, 9, 9, 9] + key)
    func attestation(_ format: String, _ statement: [UInt8]) -> [UInt8] {
      [0xA3] + text("fmt") + text(format) + text("attStmt") + statement + text("authData") + [0x58, UInt8(made.count)]
        + made
    }
    let packed: [UInt8] = [0xA2] + text("alg") + [0x26] + text("sig") + [0x44, 0x30, 0x02, 0x01, 0x01]
    return [
      attestation("none", [0xA0]), attestation("packed", packed), made, data(0x05, []), key,
      [0x83, 0xF4, 0xF5, 0xF6], [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x9A, 0, 1, 0, 0],
    ]
  }
}
