import Foundation
import LawLanguage
import Ledger
package import Reasoning

/// How a desk is set up: from a file, with the environment before it.
package struct Settings: Sendable, Hashable {
  /// Where it listens. Anything but this machine needs a proxy that speaks TLS.
  package var address = "127.0.0.1"
  /// 0 lets the system choose.
  package var port = 8410
  /// The folder of its databases and keys.
  package var data = "tenth-data"
  /// The address under which browsers reach it through a proxy with TLS: `https://desk.example.gov`.
  package var origin: String?
  /// What the sign-in page says before anybody enters.
  package var banner: String?
  /// Whose desk it is.
  package var agency: Agency?
  /// The digest of the library that counsel adopted.
  package var library: String?
  /// The origin of the log: `desk.example.gov/log`.
  package var logOrigin: String?
  /// Who collects the reports of other agencies, and which.
  package var collector: Collecting?
  /// The header field in which the proxy tells from which address a request came; nil where none does.
  package var addressHeader: String?
  /// How many entries each publication of the log adds.
  package var logBlock = PublicationSchedule.daily.block

  /// The office and its place in the law.
  package struct Agency: Sendable, Hashable {
    package var name: String
    package var kind: String
    package var jurisdiction: String
    package var locality: String?
    /// Its postal address, line by line, as letters bear it.
    package var address: [String] = []
    /// Whom to ask about a letter, and how.
    package var contact: [String] = []
    /// Whom to call when counsel is needed, first to last: name and number.
    package var counsel: [String] = []
  }

  package init() {}

  /// What is wrong with the settings, one sentence each, naming the place and what to do.
  package struct Mistakes: Error, Sendable, Hashable, CustomStringConvertible {
    package let sentences: [String]
    package var description: String { sentences.joined(separator: "\n") }
  }

  private enum Name: String, CaseIterable {
    case address, port, data, origin, banner, agency, library, collector
    case logOrigin = "log-origin"
    case logBlock = "log-block"
    case addressHeader = "address-header"

    /// `TENTH_LOG_ORIGIN`.
    var variable: String { "TENTH_" + rawValue.uppercased().replacing("-", with: "_") }
  }

  /// Reads a file of settings (JSON), then what the environment sets.
  package static func read(file: RequestText?, environment: [String: String]) throws -> Settings {
    var settings = Settings()
    var mistakes: [String] = []
    if let file {
      do {
        try settings.apply(JSONReader.read(file), &mistakes)
      } catch {
        mistakes += error.issues.map { "\($0)" }
      }
    }
    for name in Name.allCases where name != .agency && name != .collector {
      if let value = environment[name.variable], !value.isEmpty {
        settings.set(name, value, at: name.variable, &mistakes)
      }
    }
    settings.checkTogether(&mistakes)
    guard mistakes.isEmpty else { throw Mistakes(sentences: mistakes) }
    return settings
  }

  private mutating func apply(_ document: WrittenValue, _ mistakes: inout [String]) {
    guard case .object(let members) = document.content else {
      mistakes.append("\(document.location): settings are an object in braces")
      return
    }
    for member in members {
      guard let name = Name(rawValue: member.name) else {
        let names = Name.allCases.map(\.rawValue)
        let help = suggestion(for: member.name, among: names).map { "did you mean \($0)?" }
        mistakes.append(
          "\(member.location): there is no setting \"\(member.name)\"; "
            + (help ?? "the settings are \(names.joined(separator: ", "))"))
        continue
      }
      switch (name, member.value.content) {
      case (.agency, .object(let fields)): readAgency(fields, at: member.location, &mistakes)
      case (.collector, _):
        collector = Collecting(member.value)
        if collector == nil {
          mistakes.append(
            "\(member.location): collector is an object with the texts name and jurisdiction, and a list of forms")
        }
      case (.agency, _): mistakes.append("\(member.location): agency is an object with name, kind and jurisdiction")
      case (_, .text(let text)), (_, .number(let text)): set(name, text, at: "\(member.location)", &mistakes)
      default: mistakes.append("\(member.location): \(name.rawValue) is a text")
      }
    }
  }

  private mutating func readAgency(
    _ fields: [WrittenValue.Member], at location: RequestLocation, _ mistakes: inout [String]
  ) {
    var texts: [String: String] = [:]
    var lines: [String: [String]] = [:]
    for field in fields {
      if ["address", "contact", "counsel"].contains(field.name), case .list(let items) = field.value.content {
        lines[field.name] = items.compactMap { if case .text(let line) = $0.content { line } else { nil } }
        if lines[field.name]?.count == items.count { continue }
      }
      guard ["name", "kind", "jurisdiction", "locality"].contains(field.name),
        case .text(let text) = field.value.content
      else {
        mistakes.append(
          "\(field.location): an agency has the texts name, kind, jurisdiction and locality, and the lists of texts "
            + "address, contact and counsel")
        continue
      }
      texts[field.name] = text
    }
    guard let name = texts["name"], let kind = texts["kind"], let jurisdiction = texts["jurisdiction"] else {
      mistakes.append("\(location): the agency needs name, kind (\"county-jail\") and jurisdiction (\"IL\")")
      return
    }
    agency = Agency(
      name: name, kind: kind, jurisdiction: jurisdiction, locality: texts["locality"], address: lines["address"] ?? [],
      contact: lines["contact"] ?? [], counsel: lines["counsel"] ?? [])
  }

  private mutating func set(_ name: Name, _ text: String, at place: String, _ mistakes: inout [String]) {
    switch name {
    case .address: address = text
    case .port:
      guard let number = Int(text), (0...65_535).contains(number) else {
        mistakes.append("\(place): port is a number from 0 to 65535, not \"\(text)\"")
        return
      }
      port = number
    case .data: data = text
    case .origin:
      let host = text.dropFirst("https://".count)
      guard text.hasPrefix("https://"), !host.isEmpty,
        host.allSatisfy({ $0.isLetter || $0.isNumber || ".:-".contains($0) })
      else {
        mistakes.append("\(place): origin is https:// and a host without a path, such as https://desk.example.gov")
        return
      }
      origin = text.lowercased()
    case .banner: banner = text
    case .library:
      guard text.count == 64, text.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
        mistakes.append("\(place): library is a digest of 64 digits, as `tenth law digest` prints it")
        return
      }
      library = text
    case .logOrigin: logOrigin = text
    case .addressHeader:
      guard text.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]{0,63}/) != nil else {
        mistakes.append("\(place): address-header is the name of a header field, such as X-Forwarded-For")
        return
      }
      addressHeader = text.lowercased()
    case .logBlock:
      guard let block = Int(text), PublicationSchedule(block: block) != nil else {
        mistakes.append("\(place): log-block is 256 or a multiple of it, up to 65536, not \"\(text)\"")
        return
      }
      logBlock = block
    case .agency, .collector: break
    }
  }

  private func checkTogether(_ mistakes: inout [String]) {
    if addressHeader != nil, origin == nil {
      mistakes.append(
        "address-header is what a proxy says, and without origin there is none: anybody could write it; leave it out")
    }
    if !isLoopback, origin == nil {
      mistakes.append(
        "address \(address) is not this machine alone: passwords would cross the network in the open; set origin to the "
          + "https:// address of a proxy with TLS, or leave address at 127.0.0.1")
    }
  }

  /// When the log is published, and how much more of it.
  var schedule: PublicationSchedule { PublicationSchedule(block: logBlock) ?? .daily }

  /// Whether only this machine can reach it.
  package var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(address) }
}
