package import LawLanguage

/// The answer for an act in one sentence, for somebody under stress.
///
/// Never an instruction to release: that this paper gives no ground to keep a person does not say that no other does.
package struct ActSentence: Sendable {
  private let answer: ActAnswer
  private let act: Act
  private let request: Request
  private let vocabulary: Vocabulary

  package init(answer: ActAnswer, act: Act, request: Request, vocabulary: Vocabulary) {
    self.answer = answer
    self.act = act
    self.request = request
    self.vocabulary = vocabulary
  }

  /// The act whose prohibition is told in terms of custody.
  private static let custody = "hold"

  package var sentence: String {
    switch answer.answer {
    case .required: "You must \(act.title)\(onGround)."
    case .prohibited: prohibited
    case .permitted: permitted
    case .conflict: conflict
    case .undetermined where answer.withheld != nil: keptBack
    case .undetermined where answer.cautions.contains { $0.code == .tooOpen }:
      "It depends: whether you may \(act.title) cannot be said yet; too little is known to say what is possible."
    case .undetermined:
      "It depends: whether you may \(act.title) cannot be said yet. "
        + "Possible: \(answer.possible.map(\.phrase).joined(separator: ", "))."
    }
  }

  /// On what it rests, as a second, shorter line; nil where the sentence says it.
  package var basis: String? {
    switch answer.basis {
    case .commanded: "Commanded by \(cites(.decides))."
    case .forbidden: "Forbidden by \(cites(.decides))."
    case .authorityDenied: "The law denies your agency the authority: \(cites(.deniesAuthority))."
    case .noAuthorityFound:
      "No law was found that gives your agency the authority, and without authority it is prohibited."
    case .outsideWindow: "Outside the time that the law allows: \(cites(.bounds))."
    case .granted: "Granted by \(cites(.permits))."
    case .exempted: "The ban of \(cites(.exempts)) has an exception that applies."
    case .silent, .opposed: nil
    case nil: answer.answer == .undetermined ? nil : "The answer is certain; on what it rests is not."
    }
  }

  private var prohibited: String {
    guard vocabulary.isKind(act.name, of: ActSentence.custody) else { return "Do not \(act.title)." }
    let papers =
      switch request.papers.count {
      case 0: "no paper gives a ground"
      case 1: "this paper gives no ground"
      default: "none of these papers gives a ground"
      }
    let ground = answer.basis == .outsideWindow ? "the law allows it only within a time, and this lies outside it" : nil
    return "Do not \(act.title): \(ground ?? "\(papers) to keep the person"); "
      + "release is decided by your release procedure."
  }

  private var permitted: String {
    switch answer.basis {
    case .silent:
      "Whether you may \(act.title): no law against it was found\(searched); that is not a permission in writing."
    case .exempted: "You may \(act.title)\(onGround): a ban does not reach this case, and nothing commands it."
    case .granted, .commanded, .forbidden, .authorityDenied, .noAuthorityFound, .outsideWindow, .opposed, nil:
      "You may \(act.title)\(onGround): the law leaves it to your agency."
    }
  }

  private var conflict: String {
    let deciding = answer.reasons.filter { $0.role == .decides }
    guard deciding.count > 1 else {
      return
        "The law asks what cannot be done on whether to \(act.title): \(cites(.decides)) commands it, and no time is "
        + "left in which it is allowed. Ask your counsel before you act."
    }
    return
      "The law contradicts itself on whether to \(act.title): \(deciding.map(\.cite).joined(separator: " and ")) say "
      + "the opposite of each other. Ask your counsel before you act."
  }

  private var keptBack: String {
    guard let withheld = answer.withheld else { return "" }
    return
      "Call counsel on whether you may \(act.title): \(withheld.cites) was not read whole for this library, and your "
      + "counsel has put no initials to it. As it stands here it would say: "
      + "\(ActSentence.clause(withheld.answer, act, vocabulary))."
  }

  /// An answer for an act, as part of a sentence about what would be.
  package static func clause(_ answer: Answer, _ act: Act, _ vocabulary: Vocabulary) -> String {
    switch answer {
    case .prohibited where vocabulary.isKind(act.name, of: custody): "the papers give no ground to keep the person"
    case .required, .prohibited, .permitted: "\(answer.phrase) \(act.title)"
    case .conflict: "the law contradicts itself on whether to \(act.title)"
    case .undetermined: "whether you may \(act.title) depends on more"
    }
  }

  /// The paper it rests on, where there are several.
  private var onGround: String {
    guard request.papers.count > 1, let paper = request.paper(at: answer.ground) else { return "" }
    return ", on the ground of \(vocabulary.paper(paper.kind)?.title ?? paper.kind)"
  }

  private var searched: String {
    vocabulary.place(request.jurisdiction)?.searchedTo.map { " (searched to \($0))" } ?? ""
  }

  private func cites(_ role: Role) -> String {
    var cites: [String] = []
    for reason in answer.reasons where reason.role == role && !cites.contains(reason.cite) { cites.append(reason.cite) }
    return cites.isEmpty ? "the law" : cites.joined(separator: ", ")
  }
}

extension Answer {
  /// For a list of what is possible.
  package var phrase: String {
    switch self {
    case .required: "you must"
    case .prohibited: "you must not"
    case .permitted: "you may"
    case .conflict: "the law contradicts itself"
    case .undetermined: "it depends"
    }
  }
}

extension String {
  /// With a capital first letter.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
