import Foundation
import LawLanguage
package import Logging
import Reasoning

/// Log lines as one JSON object each, in UTC to the hundredth of a second (CJIS AU-8), for whatever collects them.
package struct LineLog: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel: Logger.Level = .info
  private let write: @Sendable (String) -> Void

  package init(write: @escaping @Sendable (String) -> Void = LineLog.standardError) { self.write = write }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var members = [
      JSON.Member(key: "time", value: .text(LineLog.time(Date()))),
      JSON.Member(key: "level", value: .text(event.level.rawValue)),
      JSON.Member(key: "what", value: .text("\(event.message)")),
    ]
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      members.append(JSON.Member(key: key, value: .text("\(value)")))
    }
    // Whatever stands in a text, it stays on its line: JSON escapes line breaks.
    write(JSON.object(members).written(width: .max))
  }

  static func time(_ date: Date) -> String {
    let hundredths = Int64((date.timeIntervalSince1970 * 100).rounded(.down))
    let (days, rest) = (hundredths / 8_640_000, hundredths % 8_640_000)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = Day(number: Int32(days))
    return "\(day)T\(two(rest / 360_000)):\(two(rest / 6000 % 60)):\(two(rest / 100 % 60)).\(two(rest % 100))Z"
  }

  package static let standardError: @Sendable (String) -> Void = { line in
    // A full disk or a reader that is gone must not end the desk.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}
