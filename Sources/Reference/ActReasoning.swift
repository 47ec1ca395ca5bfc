import LawLanguage

/// Page: "How an act is answered", steps 1 and 5: one act in one completion.
struct ActReasoning {
  let situation: Situation
  let act: String
  let norms: Norms

  /// What the completion answers.
  func verdict(in world: World) -> Verdict {
    let verdicts = grounds.map { ground in
      let standing = Standing(
        situation: situation, norms: norms, act: act, truth: Truth(situation: situation, world: world), ground: ground)
      var verdict = GroundReasoning(standing: standing).verdict()
      verdict.ground = ground
      return verdict
    }
    // The first of the strongest; between equals, the order of the papers.
    return verdicts.dropFirst().reduce(verdicts[0]) { best, next in
      strength(of: next) < strength(of: best) ? next : best
    }
  }

  /// 1. The papers that ask for or empower the act; if none does, all; if there are none, one ground without a paper.
  var grounds: [Int?] {
    let papers = situation.request.papers.indices
    let fitting = papers.filter { index in
      guard let kind = situation.vocabulary.paper(situation.request.papers[index].kind) else { return false }
      return (kind.asksFor + kind.empowers).contains { situation.isRelated($0, to: act) }
    }
    if !fitting.isEmpty { return fitting.map(Optional.some) }
    return papers.isEmpty ? [nil] : papers.map(Optional.some)
  }

  /// 5. Less is stronger.
  private func strength(of verdict: Verdict) -> Int {
    let order: [Basis] = [
      .commanded, .opposed, .granted, .exempted, .silent,
      .outsideWindow, .forbidden, .authorityDenied, .noAuthorityFound,
    ]
    return order.firstIndex(of: verdict.basis) ?? order.count
  }
}

extension Situation {
  /// Whether one act is the other, a kind of it, or what it is a kind of.
  func isRelated(_ act: String, to other: String) -> Bool {
    vocabulary.isKind(act, of: other) || vocabulary.isKind(other, of: act)
  }
}
