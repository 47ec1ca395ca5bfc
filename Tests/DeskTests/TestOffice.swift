import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Reasoning
import Synchronization
import Testing

/// The library of this repository.
enum RealLaw {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Laws")

  static let files: [SourceFile] = {
    let root = folder.resolvingSymlinksInPath().path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }()

  static let law: OfficeLaw = {
    do { return try OfficeLaw(files: files, for: ["IL", "NJ", "FL", "CA"]) } catch { fatalError("\(error)") }
  }()
}

/// A clock on the wall that the test sets.
final class WallClock: Sendable {
  private let now: Mutex<Instant>

  init(_ instant: Instant) { now = Mutex(instant) }

  func read() -> Instant { now.withLock { $0 } }
  func set(_ instant: Instant) { now.withLock { $0 = instant } }
  func advance(hours: Int) { now.withLock { $0 = Instant(seconds: $0.seconds + Int64(hours) * 3600) } }
}

func moment(_ text: String, _ zone: String = "America/Chicago") throws -> Instant {
  let (date, time) = (text.prefix(10), text.dropFirst(11))
  let parts = time.split(separator: ":").compactMap { Int($0) }
  let day = try #require(Day(date))
  return try #require(Zone(identifier: zone)).instant(of: day, minutes: parts[0] * 60 + parts[1])
}

/// Fictional people of a fictional agency.
struct Crew {
  let clerk: Staff
  let officer: Staff
  let second: Staff
  let counsel: Staff
  let deputy: Staff
  let publisher: Staff
  let auditor: Staff
  let administrator: Staff
  let program: Staff

  init(_ agency: String) throws {
    func staff(_ id: String, _ role: StaffRole, breaksGlass: Bool = false) throws -> Staff {
      try Staff(
        id: "\(agency)-\(id)", name: "Sample \(id.capitalized)", title: "", agency: agency, roles: [role],
        mayBreakGlass: breaksGlass)
    }
    clerk = try staff("clerk", .intakeClerk, breaksGlass: true)
    officer = try staff("officer", .decider)
    second = try staff("second", .decider)
    counsel = try staff("counsel", .counsel)
    deputy = try staff("deputy", .counsel)
    publisher = try staff("publisher", .publisher)
    auditor = try staff("auditor", .auditor)
    administrator = try staff("administrator", .administrator)
    program = try staff("program", .apiClient)
  }
}

let jails: [String: AgencyProfile] = [
  "il-jail": AgencyProfile(
    id: "il-jail", title: "Example County Jail", jurisdiction: "IL", kind: "county-jail",
    counselOnCall: ["Sample Counsel, 555-0100"]),
  "nj-jail": AgencyProfile(id: "nj-jail", title: "Example County Jail", jurisdiction: "NJ", kind: "county-jail"),
  "fl-jail": AgencyProfile(
    id: "fl-jail", title: "Example County Jail", jurisdiction: "FL", kind: "county-jail",
    locality: "orange-county-fl"),
  "ca-jail": AgencyProfile(id: "ca-jail", title: "Example County Jail", jurisdiction: "CA", kind: "county-jail"),
]

/// An office in a folder of its own, which goes when the value goes.
final class TestOffice: Sendable {
  let folder: URL
  let office: Office
  let clock: WallClock

  private let isOwner: Bool

  private init(folder: URL, office: Office, clock: WallClock, isOwner: Bool) {
    self.isOwner = isOwner
    self.folder = folder
    self.office = office
    self.clock = clock
  }

  deinit { if isOwner { try? FileManager.default.removeItem(at: folder) } }

  /// - Parameter place: A folder of the test's own, which it opens again; nil for one that goes with the office.
  static func make(
    at text: String = "2026-02-10 02:00", adopting: Bool = true, in place: URL? = nil
  ) async throws -> TestOffice {
    let folder = place ?? FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    let clock = WallClock(try moment(text))
    try OfficeFolder(folder.path()).prepare(logName: "desk.example.gov/log")
    let office = try await open(folder, clock)
    let made = TestOffice(folder: folder, office: office, clock: clock, isOwner: place == nil)
    if adopting { try await made.adopt() }
    return made
  }

  /// The office of a folder that was left before.
  static func reopen(_ folder: URL, _ clock: WallClock) async throws -> TestOffice {
    TestOffice(folder: folder, office: try await open(folder, clock), clock: clock, isOwner: false)
  }

  static func open(_ folder: URL, _ clock: WallClock, law: [SourceFile] = RealLaw.files) async throws -> Office {
    try await Office.open(
      OfficeFolder(folder.path()),
      settings: OfficeSettings(agencies: jails.values.sorted { $0.id < $1.id }), law: law, clock: { clock.read() })
  }

  func adopt() async throws {
    let crew = try Crew("il-jail")
    let digest = office.beside.digest
    try await office.proposeAdoption(
      of: digest, on: office.beside.everyInitial, reason: "read in full", by: crew.counsel)
    try await office.confirmAdoption(of: digest, reason: "read in full", by: crew.deputy)
  }

  /// A detainer with its warrant, received now.
  func detainer(
    _ agency: String, facts: [String: String] = [:], extra: [PaperCheck] = [], person: Person? = nil,
    key: String? = nil
  ) async throws -> CaseReceipt {
    let crew = try Crew(agency)
    let intake = Intake(
      opening: Opening(agency: agency, received: clock.read(), channel: .fax, requester: "ICE, example office"),
      papers: [
        PaperCheck(
          kind: "i247a", fields: ["form-complete": "yes", "shows-cause": "yes"], names: .thePerson, boxes: ["1"]),
        PaperCheck(kind: "i200", names: .thePerson, attachedTo: 1),
      ] + extra,
      facts: facts.sorted { $0.key < $1.key }.map { FactEntry(fact: $0.key, value: $0.value, source: "booking sheet") })
    return try await office.receive(
      intake, person: person, by: Hand(crew.clerk, idempotencyKey: key))
  }

  /// Lets a record go: the one proposes, the other confirms.
  @discardableResult
  func dispose(
    _ what: RetentionSchedule.Disposition, of id: CaseID, because ground: DisposalGround, by first: Staff,
    confirmedBy second: Staff
  ) async throws -> Disposal {
    let waiting = try await office.proposeDisposal(what, of: id, because: ground, by: first)
    return try await office.confirmDisposal(waiting.number, of: id, by: second)
  }

  /// Does something on the latest version.
  @discardableResult
  func run(_ command: CaseCommand, on id: CaseID, by staff: Staff, late: Hand.Late? = nil) async throws -> CaseReceipt {
    let version = try await office.caseFile(id, for: staff).version
    return try await office.perform(command, on: id, version: version, by: Hand(staff, late: late))
  }
}
