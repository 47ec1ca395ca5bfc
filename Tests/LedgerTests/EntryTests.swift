import Ledger
import Testing

struct EntryTests {
  private func text(_ value: CanonicalJSON) throws -> String { String(decoding: try value.encoded(), as: UTF8.self) }

  /// Appendix B of RFC 8785.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbersAreWrittenAsEcmaScriptWritesThem(bits: UInt64, expected: String) throws {
    #expect(try text(.number(Double(bitPattern: bits))) == expected)
  }

  @Test func membersAreSortedByTheirUTF16() throws {
    let value = CanonicalJSON.object([
      "\u{20AC}": .string("Euro Sign"), "\r": .string("Carriage Return"), "\u{FB33}": .string("Hebrew Letter Dalet"),
      "1": .string("One"), "\u{1F600}": .string("Emoji"), "\u{80}": .string("Control"), "\u{F6}": .string("o"),
    ])
    let expected =
      #"{"\r":"Carriage Return","1":"One","\#u{80}":"Control","\#u{F6}":"o","\#u{20AC}":"Euro Sign","\#u{1F600}":"Emoji","\#u{FB33}":"Hebrew Letter Dalet"}"#
    #expect(try text(value) == expected)
  }

  @Test func textsAreEscapedOnlyWhereTheyMustBe() throws {
    let written = try text(.string("\u{20AC}$\u{F}\nA'B\"\\\\\"/\u{7F}\u{8}\u{C}\t"))
    #expect(written == "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7F}\\b\\f\\t\"")
  }

  @Test func whatHasNoCanonicalFormIsRefused() {
    #expect(throws: CanonicalJSON.Unwritable.number) { try CanonicalJSON.number(.nan).encoded() }
    #expect(throws: CanonicalJSON.Unwritable.number) { try CanonicalJSON.number(.infinity).encoded() }
    #expect(throws: CanonicalJSON.Unwritable.number) { try CanonicalJSON.integer(1 << 53).encoded() }
    let deep = (0..<100).reduce(CanonicalJSON.null) { inner, _ in .array([inner]) }
    #expect(throws: CanonicalJSON.Unwritable.depth) { try deep.encoded() }
  }

  @Test func anEntryIsItsNumberAndACommitmentInCanonicalJSON() throws {
    let commitment = Commitment(salt: [UInt8](repeating: 7, count: 32), payload: [1])
    let entry = LogEntry(number: 17, commitment: commitment)
    let base64 = try #require(MerkleHash(bytes: commitment.bytes)).base64
    let canonical = CanonicalJSON.object(["v": .integer(1), "seq": .integer(17), "commit": .string(base64)])
    #expect(entry.bytes == (try canonical.encoded()))
    #expect(try LogEntry(entry.bytes) == entry)
  }

  @Test func anEntryWrittenInAnyOtherWayIsRefused() throws {
    let commitment = Commitment(salt: [], payload: [])
    let text = String(decoding: LogEntry(number: 7, commitment: commitment).bytes, as: UTF8.self)
    for (old, new) in [
      ("\"seq\":7", "\"seq\":07"), ("\"seq\":7", "\"seq\": 7"), ("\"seq\":7", "\"seq\":-7"), ("\"v\":1", "\"v\":2"),
      ("}", ",\"x\":1}"), ("}", "} "), ("{", " {"), ("=\"", "\""), ("\"seq\":7", "\"seq\":"), ("commit", "Commit"),
      ("\"seq\":7", "\"seq\":1000000000000000000000"),
    ] {
      #expect(throws: Malformed.self) { try LogEntry(Array(text.replacing(old, with: new).utf8)) }
    }
    for count in 0..<text.utf8.count {
      #expect(throws: Malformed.self) { try LogEntry(Array(text.utf8.prefix(count))) }
    }
  }

  @Test func aCommitmentHangsOnSaltAndPayload() {
    let salt = Commitment.randomBytes()
    #expect(Commitment(salt: salt, payload: [1]) == Commitment(salt: salt, payload: [1]))
    #expect(Commitment(salt: salt, payload: [1]) != Commitment(salt: salt, payload: [2]))
    #expect(Commitment(salt: salt, payload: [1]) != Commitment(salt: Commitment.randomBytes(), payload: [1]))
  }

  @Test func aBundleIsReadAsItWasWrittenAndNoFurther() throws {
    let entries: [[UInt8]] = [[], [1], [UInt8](repeating: 2, count: 65_535)]
    let bundle = try EntryBundle.encode(entries)
    #expect(try EntryBundle.decode(bundle, count: 3).map(Array.init) == entries)
    for count in [0, 1, 2, 4] { #expect(throws: Malformed.self) { try EntryBundle.decode(bundle, count: count) } }
    #expect(throws: Malformed.self) { try EntryBundle.decode(bundle + [0], count: 3) }
    #expect(throws: Malformed.self) { try EntryBundle.decode(Array(bundle.dropLast()), count: 3) }
    #expect(throws: Malformed.self) { try EntryBundle.encode([[UInt8](repeating: 2, count: 65_536)]) }
  }

  // MARK: Tiles

  @Test(arguments: [
    ("tile/0/000", 0, 256), ("tile/entries/273.p/112", 273, 112), ("tile/0/x001/x234/067", 1_234_067, 256),
    ("tile/5/x001/000.p/1", 1_000, 1),
  ])
  func pathsOfTilesAreThoseOfTheSpecification(path: String, index: Int, width: Int) throws {
    let tile = try #require(LogTile(path: path))
    #expect(tile.index == index && tile.width == width && tile.path == path)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/0/x000/000", "tile/0/001/002",
    "tile/0/x001/x002", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/7/000",
    "tile/-1/000", "tile/0/../000", "/tile/0/000", "tile/0/000/", "tile//000", "tile/0/x999/x999/x999/x999/x999/999",
    "tile/0/٠٠٠", "tile/0/000.p/1/000", "checkpoint", "tile/data/000", "tile/0/+01",
  ])
  func otherPathsAreNoTiles(path: String) { #expect(LogTile(path: path) == nil) }

  /// The example of C2SP tlog-tiles.
  @Test func aLogOfSeventyThousandHasTheTilesOfTheSpecification() {
    func widths(_ level: Int) -> [Int] { LogTile.all(.hashes(level: level), size: 70_000).map(\.width) }
    #expect(widths(0) == Array(repeating: 256, count: 273) + [112])
    #expect(widths(1) == [256, 17])
    #expect(widths(2) == [1])
    #expect(LogTile.levels(size: 70_000) == 0..<3)
    #expect(Array(LogTile.all(.hashes(level: 1), size: 256)).map(\.path) == ["tile/1/000.p/1"])
    #expect(LogTile.levels(size: 0).isEmpty)
  }
}
