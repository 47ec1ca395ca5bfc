import LawLanguage

/// Properties of a jurisdiction that do not hold, or cannot be asked.
struct PropertyFindings {
  let library: Library
  let jurisdiction: String
  let solver: (any SolverProgram)?

  var findings: [Finding] {
    let properties = Properties(of: library, jurisdiction: jurisdiction)
    let unread = properties.mistakes.map { broken("\($0.why)", nil, $0.location, nil) }
    guard !properties.all.isEmpty else { return unread }
    do throws(QueryError) {
      return unread + (try properties.results(in: library, asking: solver)).compactMap(finding)
    } catch {
      return unread + [broken("\(error)", nil, properties.all[0].location, nil)]
    }
  }

  private func finding(_ result: PropertyResult) -> Finding? {
    let title = result.property.title
    switch result.holds {
    case true?: return nil
    case nil:
      return Finding(
        .notDecided, .warning, "whether \"\(title)\" holds was not gone through: there is too much of it",
        help: "ask of fewer days, agencies or papers", at: result.property.location)
    case false?:
      guard let example = result.reply.example else {
        return broken("\"\(title)\" does not hold: there is no such request", nil, result.property.location, nil)
      }
      return broken(
        "\"\(title)\" does not hold: there is such a request", "look at the rules that it meets",
        result.property.location, witness(example))
    }
  }

  private func broken(
    _ message: String, _ help: String?, _ location: SourceLocation, _ witness: Witness?
  ) -> Finding {
    Finding(.brokenProperty, .error, message, help: help, at: location, witness: witness)
  }

  private func witness(_ example: Asking.Example) -> Witness? {
    example.verdicts.first.map { act, verdict in
      var occasion = example.occasion
      occasion.act = act
      return Witness(
        occasion: occasion, recorded: example.recorded, verdict: verdict, classes: example.classes, total: example.total
      )
    }
  }
}
