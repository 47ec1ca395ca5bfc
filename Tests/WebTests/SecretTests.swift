import LawLanguage
import Testing
import Web

@Suite struct SecretTests {
  // RFC 6238, appendix B: the last six digits of its values for SHA-1.
  @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")])
  func codesAreThoseOfTheStandard(_ seconds: Int64, _ code: String) {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8))
    #expect(codes.code(at: seconds / 30) == code)
  }

  @Test func aCodeServesOnce() {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8))
    let now = Instant(seconds: 59)
    let step = codes.step(of: "287 082", at: now, after: nil)
    #expect(step == 1)
    #expect(codes.step(of: "287082", at: now, after: step) == nil)
    #expect(codes.step(of: "287082", at: Instant(seconds: 59 + 120), after: nil) == nil)
  }

  @Test func theSecretIsShownAsAppsReadIt() {
    #expect(TimeCode(secret: Array("12345678901234567890".utf8)).words == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
  }

  @Test func aPassphraseIsRecognised() throws {
    let digest = try PassphraseDigest(of: "four quiet herons waded")
    #expect(digest.rounds >= 600_000 && digest.salt.count == 32)
    #expect(digest.matches("four quiet herons waded"))
    #expect(!digest.matches("four quiet herons wade"))
  }

  @Test(arguments: ["short one", "passwordpassword!", "aaaaaaaaaaaaaaaaaaaaa", "pat example likes tea"])
  func weakPassphrasesAreRefused(_ passphrase: String) {
    #expect(PassphraseDigest.mistake(in: passphrase, of: "Pat Example") != nil)
  }

  @Test func tokensOfAddressesAreReadBack() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(($0 * 37 + count) % 256) }
      #expect(Base64URL.decoded(Base64URL.encoded(bytes)) == bytes)
    }
    for bad in ["A", "AB==", "A+", "A/", "AAB", "A A"] { #expect(Base64URL.decoded(bad) == nil, "\(bad)") }
  }

  @Test func triesAreLimited() throws {
    let limit = RateLimit(2, within: 60)
    try limit.count("one", at: Instant(seconds: 0))
    try limit.count("one", at: Instant(seconds: 1))
    #expect(throws: Refused.self) { try limit.count("one", at: Instant(seconds: 2)) }
    try limit.count("two", at: Instant(seconds: 2))
    try limit.count("one", at: Instant(seconds: 61))
  }

  @Test func sessionsEndByIdlenessAndByAge() {
    let sessions = Sessions()
    let account = AccountID("pat")
    let start = Instant(seconds: 1_000_000)
    func later(_ seconds: Int64) -> Instant { Instant(seconds: start.seconds + seconds) }
    let idle = sessions.begin(account, at: start).secret
    #expect(sessions.find(idle, at: later(29 * 60)) != nil)
    #expect(sessions.find(idle, at: later(29 * 60 + 30 * 60)) == nil)
    #expect(sessions.find(idle, at: later(29 * 60)) == nil, "what has ended stays so")
    let old = sessions.begin(account, at: start).secret
    for minute in stride(from: 20, to: 12 * 60, by: 20) {
      #expect(sessions.find(old, at: later(Int64(minute) * 60)) != nil)
    }
    #expect(sessions.find(old, at: later(12 * 60 * 60)) == nil)
  }

  @Test func signingOutEndsTheSessionAndClosingAnAccountAllOfIts() {
    let sessions = Sessions()
    let now = Instant(seconds: 0)
    let (first, session) = sessions.begin(AccountID("pat"), at: now)
    let (second, _) = sessions.begin(AccountID("pat"), at: now)
    let (other, _) = sessions.begin(AccountID("sam"), at: now)
    sessions.end(session.id)
    #expect(sessions.find(first, at: now) == nil)
    #expect(sessions.find(second, at: now) != nil)
    sessions.end(all: AccountID("pat"))
    #expect(sessions.find(second, at: now) == nil)
    #expect(sessions.find(other, at: now) != nil)
    #expect(sessions.find("no such secret", at: now) == nil)
  }
}
