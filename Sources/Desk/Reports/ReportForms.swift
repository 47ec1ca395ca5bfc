/// The forms that there are. A law that the library does not hold, or whose columns nobody here has read, has none.
extension ReportForm {
  /// All of them, by state.
  public static let all: [ReportForm] = [
    illinoisTrust, illinoisVoices, illinoisCounts, californiaTransfers, californiaTaskForces, californiaAccess,
    californiaForum, newJersey, newJerseyCounts, florida, floridaCounts, oregon,
  ]

  /// The form of that name.
  public static func named(_ id: String) -> ReportForm? { all.first { $0.id == id } }

  private static let received = ReportColumn("date-received", "Date received", .day)

  private static let illinoisTrust = ReportForm(
    id: "il-trust", title: "TRUST Act: requests, detainers and warrants", jurisdiction: "IL", cite: "5 ILCS 805/25",
    rules: ["il.trust/yearly-report"], destination: .filed(route: ["the Attorney General of Illinois"]), length: .year,
    due: .nextYear(month: 3, day: 1), nilReport: .required,
    parts: [
      ReportPart(
        id: "requests", title: "Requests for participation, support or assistance",
        nothing: "No request for participation, support or assistance in civil immigration enforcement was received.",
        source: .requestsForHelp,
        columns: [
          received, ReportColumn("request", "What was asked for", .text),
          ReportColumn("response", "How it was answered", .choice(["helped", "declined", "helped in part"])),
        ]),
      ReportPart(
        id: "papers", title: "Immigration detainers and civil immigration warrants",
        nothing: "No immigration detainer and no civil immigration warrant was received.", source: .immigrationPapers,
        columns: [
          received, ReportColumn("paper", "Detainer or civil warrant", .choice(["detainer", "civil warrant"])),
          ReportColumn("bail-posted", "Date and time criminal bail was posted", .moment, mayNotApply: true),
          ReportColumn("outcome", "Released or transferred", .choice(["released", "transferred", "neither"])),
          ReportColumn("outcome-time", "Date and time of release or transfer", .moment, mayNotApply: true),
          ReportColumn("to-whom", "To whose custody, if transferred", .text, mayNotApply: true),
        ]),
    ],
    basis: "Columns as the section lists them; 1 March as the Attorney General's page says, read 2026-11-21.")

  private static let illinoisVoices = ReportForm(
    id: "il-voices", title: "VOICES Act: victim certifications", jurisdiction: "IL", cite: "5 ILCS 825/20",
    rules: ["il.voices/yearly-certification-report"],
    destination: .filed(route: ["the Attorney General of Illinois"]), length: .year,
    due: .nextYear(month: 3, day: 1), nilReport: .required,
    parts: [
      ReportPart(
        id: "certifications", title: "Certification requests", nothing: "No certification request was received.",
        source: .certifications,
        columns: [
          received, ReportColumn("answer", "Form or explanation", .choice(["form", "explanation", "not yet"])),
          ReportColumn("answered", "Date it was given", .day, mayNotApply: true),
        ])
    ], basis: "Columns as the section lists them; 1 March as the Attorney General's page says, read 2026-11-21.")

  private static let californiaTransfers = ReportForm(
    id: "ca-transfers", title: "Values Act: people handed over", jurisdiction: "CA", cite: "Gov. Code 7284.6(c)(2)",
    rules: ["ca.values-operations/transfers-report"],
    destination: .filed(route: ["the California Department of Justice"]), length: .year,
    due: .noDayKnown("The Attorney General sets the day (bulletin DLE-2018-02), which was not read: ask for it."),
    nilReport: .required,
    parts: [
      ReportPart(
        id: "transfers", title: "People handed over under 7284.6(a)(4)", nothing: "Nobody was handed over.",
        source: .transfers, columns: [ReportColumn("offence", "Offence that allowed it, by code section", .text)])
    ],
    basis: "The section asks for the number and the offence that allowed each; the department's own sheet was not read."
  )

  private static let californiaTaskForces = ReportForm(
    id: "ca-task-forces", title: "Values Act: joint task forces", jurisdiction: "CA", cite: "Gov. Code 7284.6(c)(1)",
    rules: ["ca.values-operations/task-force-report"],
    destination: .filed(route: ["the California Department of Justice"]), length: .year,
    due: .noDayKnown("The Attorney General sets the day (bulletin DLE-2018-02), which was not read: ask for it."),
    nilReport: .notRequired,
    parts: [
      ReportPart(
        id: "task-forces", title: "Task forces",
        nothing: "The agency gave no joint task force resources on an ongoing basis.",
        source: .enteredByHand,
        columns: [
          ReportColumn("purpose", "Purpose", .text), ReportColumn("agencies", "Agencies that belong to it", .text),
          ReportColumn("arrests", "Arrests in the period", .number),
          ReportColumn("immigration-arrests", "Arrests for immigration enforcement", .number, mayNotApply: true),
        ])
    ], basis: "Columns as the section lists them.")

  private static let californiaAccess = ReportForm(
    id: "ca-access", title: "TRUTH Act: records of access", jurisdiction: "CA", cite: "Gov. Code 7283.1(c)",
    rules: [],
    destination: .held(readers: "whoever asks under the Public Records Act; counsel looks first at exemptions"),
    length: .year, due: .noDayKnown("It is kept, not sent."), nilReport: .required,
    parts: [
      ReportPart(
        id: "access", title: "Access given to immigration agents", nothing: "No access was given.", source: .helpGiven,
        columns: [
          ReportColumn("date", "Date", .day), ReportColumn("help", "What was done", .text),
          ReportColumn("ground", "On which ground", .text),
        ])
    ], basis: "The section makes records of access public records; it prescribes no form.")

  private static let californiaForum = ReportForm(
    id: "ca-forum", title: "Figures for the community forum", jurisdiction: "CA", cite: "Gov. Code 7283.1(d)",
    rules: [], destination: .published(.accessGiven), length: .year,
    due: .noDayKnown("They are shown at the forum, which the county holds in the following year."),
    nilReport: .notRequired, parts: [],
    basis:
      "The section lets the agency give numbers, dates and how access was given, and nothing that identifies a person.")

  private static let newJersey = ReportForm(
    id: "nj-assistance", title: "Help given for civil immigration enforcement", jurisdiction: "NJ",
    cite: "AG Directive 2018-6, VII; A4071 (2026)",
    rules: ["nj.trust-act-assistance/yearly-report", "nj.trust-duties/yearly-report"],
    destination: .filed(route: ["the county prosecutor", "the Attorney General of New Jersey"]), length: .year,
    due: .noDayKnown("No day was found by which it is due: ask the county prosecutor."), nilReport: .required,
    parts: [
      ReportPart(
        id: "assistance", title: "Instances of help", nothing: "No help was given for civil immigration enforcement.",
        source: .helpGiven,
        columns: [
          ReportColumn("date", "Date", .day), ReportColumn("help", "What was done", .text),
          ReportColumn("ground", "On which ground", .text),
        ])
    ],
    basis:
      "What, when and on which ground, as the Attorney General's release on the 2019 reports says; the form itself was not read."
  )

  private static let florida = ReportForm(
    id: "fl-agreement", title: "Status of the 287(g) agreement", jurisdiction: "FL", cite: "Fla. Stat. 908.11(2)",
    rules: ["fl.agreements/quarterly-status"],
    destination: .filed(route: ["the State Board of Immigration Enforcement"]), length: .quarter,
    due: .noDayKnown("Each quarter, until there is an agreement; no day within the quarter was found."),
    nilReport: .notRequired,
    parts: [
      ReportPart(
        id: "status", title: "Status", nothing: "", source: .statement,
        columns: [
          ReportColumn("status", "How far the agreement has come", .text),
          ReportColumn("reason", "Why there is none yet", .text),
        ])
    ], basis: "The section asks for the status and any reason for noncompliance.")

  private static let oregon = ReportForm(
    id: "or-requests", title: "Requests for immigration enforcement", jurisdiction: "OR", cite: "ORS 181A.826",
    rules: [], destination: .filed(route: ["the Oregon Criminal Justice Commission"]), length: .month,
    due: .noDayKnown("At least monthly when anything came; no day is set in what was read."), nilReport: .notRequired,
    parts: [
      ReportPart(
        id: "requests", title: "Communications and requests", nothing: "", source: .requestsWithoutJudge,
        columns: [
          received,
          ReportColumn("federal-agency", "Federal agency", .choice(["ICE", "CBP", "USCIS", "HSI", "other"])),
          ReportColumn("request", "What was asked for", .text),
          ReportColumn("people", "Number of people it was about", .number),
          ReportColumn("response", "How it was answered", .choice(["helped", "declined", "helped in part"])),
        ])
    ],
    basis:
      "Columns as the commission publishes them; its own form was not read, and the paragraph was not checked again.")

  private static func counts(_ jurisdiction: String) -> ReportForm {
    ReportForm(
      id: "\(jurisdiction.lowercased())-counts", title: "Immigration papers and what came of them",
      jurisdiction: jurisdiction, cite: "the agency's own choice", rules: [], destination: .published(.papersByOutcome),
      length: .year, due: .noDayKnown("No law asks for it."), nilReport: .notRequired, parts: [],
      basis: "Counts alone. Small counts, and what would reveal them, are left out.")
  }
  private static let illinoisCounts = counts("IL")
  private static let newJerseyCounts = counts("NJ")
  private static let floridaCounts = counts("FL")
}
