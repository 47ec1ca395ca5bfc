import Desk
import LawLanguage
import Reasoning
import Testing

/// Every letter, in each state in which it says something else.
struct LetterState: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable () throws -> Letter

  init(_ name: String, _ make: @escaping @Sendable () throws -> Letter) {
    testDescription = name
    self.make = make
  }

  private typealias F = LettersFixture

  static let all: [LetterState] = [
    LetterState("copy-cover-california") {
      try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
    },
    LetterState("copy-cover-illinois-policy") {
      try F.compose("copy-cover", to: "person-in-custody", on: F.illinois(), F.asks)
    },
    LetterState("copy-cover-spanish-with-draft") {
      try F.compose(
        "copy-cover", to: "person-in-custody", on: F.california(), F.asks, reads: .tag("es"), withDraft: true)
    },
    LetterState("notice-of-request-new-jersey") {
      try F.compose("notice-of-request", to: "person-in-custody", on: F.newJersey(), F.asks, reads: .tag("ko"))
    },
    LetterState("notice-of-request-interview") {
      try F.compose(
        "notice-of-request", to: "person-in-custody", on: F.newJersey(papers: #""interview-request""#),
        F.asks.without(.papers).with([.asksHold: .flag(false), .asksNotice: .flag(false), .asksInterview: .flag(true)]),
        reads: .unknown)
    },
    LetterState("statement-of-intent-nothing") {
      try F.compose("statement-of-intent", to: "person-in-custody", on: F.california(), intent(tells: false))
    },
    LetterState("statement-of-intent-tells") {
      try F.compose("statement-of-intent", to: "person-in-custody", on: F.california(), intent(tells: true))
    },
    LetterState("consent-form") {
      let decision = try F.decision(
        F.request(
          "CA", acts: ["allow-interview"], papers: #""interview-request""#,
          #""facts": {"purpose": "civil-immigration", "local-rule-forbids-interview": false}"#))
      return try F.compose(
        "consent-form", to: "person-in-custody", on: decision,
        [
          .personName: F.person, .interviewWith: .text("Immigration and Customs Enforcement"),
          .interviewPurpose: .text("where you were born and how you came to the United States"),
          .interviewTime: F.release,
        ], reads: .unknown)
    },
    LetterState("release-notice-to-person") {
      try F.compose("release-notice-to-person", to: "person-in-custody", on: F.california(), told)
    },
    LetterState("release-notice-to-attorney") {
      try F.compose(
        "release-notice-to-designee", to: "attorney-or-designee", on: F.california(),
        told.with([.isAttorney: .flag(true)]))
    },
    LetterState("release-notice-to-designee") {
      try F.compose(
        "release-notice-to-designee", to: "attorney-or-designee", on: F.california(),
        told.with([.isAttorney: .flag(false)]))
    },
    LetterState("refusal-illinois") {
      try F.compose("refusal", to: "immigration-agents", on: F.illinois(), asked)
    },
    LetterState("refusal-california") {
      try F.compose("refusal", to: "immigration-agents", on: F.california(), asked.without(.reference))
    },
    LetterState("response-florida") {
      try F.compose(
        "response", to: "immigration-agents", on: F.florida(),
        asked.with([
          .personName: F.person, .bookingNumber: .text("B-0042"), .inCustody: .flag(true), .willKeep: .flag(true),
          .holdEnds: .moment(Instant(seconds: 1_749_067_200)), .willTell: .flag(true), .release: F.release,
          .willHandOver: .flag(false),
        ]))
    },
    LetterState("i247a-reply-florida") {
      try F.compose(
        "i247a-reply", to: "immigration-agents", on: F.florida(),
        asked.without(.papers).with([
          .bookingNumber: .text("B-0042"), .release: F.release, .latestCharge: .text("Example offense"),
          .latestChargeDay: .day(Day(number: 20239)), .served: F.received, .servedHow: .choice("in-person"),
        ]))
    },
    LetterState("judge-notice-florida") { try F.compose("judge-notice", to: "judge", on: F.florida(), court) },
    LetterState("sentencing-judge-notice-florida") {
      try F.compose(
        "sentencing-judge-notice", to: "sentencing-judge",
        on: F.florida(#""custody": "sentenced", "detainer-known-at-sentencing": false"#), court)
    },
    LetterState("state-attorney-notice-florida") {
      try F.compose("state-attorney-notice", to: "state-attorney", on: F.florida(), court.without(.courtCase))
    },
  ]

  static let asked: [MergeField: FieldValue] = [
    .papers: F.papers, .received: F.received, .reference: .text("Event EX-000-1"),
  ]

  private static let told: [MergeField: FieldValue] = [
    .personName: F.person, .toldAgents: F.received, .release: F.release,
  ]

  private static let court: [MergeField: FieldValue] = [
    .personName: F.person, .papers: F.papers, .received: F.received, .bookingNumber: .text("B-0042"),
    .courtCase: .text("2025-CF-000000"),
  ]

  private static func intent(tells: Bool) -> [MergeField: FieldValue] {
    F.asks.without(.asksInterview).with([
      .asksTransfer: .flag(false), .willKeep: .flag(false), .willTell: .flag(tells), .willHandOver: .flag(false),
    ])
  }
}
