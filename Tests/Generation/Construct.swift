/// Every construct of the language that laws are generated with. Each must occur in a fair part of the laws.
package enum Construct: String, CaseIterable, Sendable {
  // Heads
  case lawUntil, createsNoAuthority, binding, cases, order, versions, rulePeriod
  case verified, secondary, unverified
  // Whom
  case anyAgency, agencyKind, agencyClass, classOfAnotherLaw, inPlace, actingAs
  // Modality and act
  case must, mustEvery, mustNot, may, givesAuthority, deniesAuthority, limit, actWithKinds, kindOfAct
  // Paper
  case paperList, paperKind, paperInline, paperWhere, accompanied, notAccompanied
  // Conditions
  case yesNo, judgement, choiceIs, choiceIsNot, inList, inInlineList, notInList, codeInList
  case numberIs, atLeast, atMost, over, under, otherUnit
  case onOrAfter, onOrBefore, before, after, againstAnotherDate, instantAsDay
  case withinBefore, withinAfter, notCounting, leapDay
  case any, no, atLeastRecords, allRecords, definition, definitionOfAnotherLaw, and, or, not
  // Clauses
  case when, unless, unlessWithinUnless, notwithstanding, notwithstandingAnotherLaw
  case exceptionToRules, exceptionToSection, void, suspended, hours, contested, presume, untranslated
  // Windows and steps
  case notBefore, until, endOfDay, atMostHours, daysLeftOut, offset, step, stepWhen
  // Duties
  case onReceipt, beforeAct, onDoing, onRefusing, atEvent, each
  case withoutDelay, dueWithin, dueWithinOf, dueBusinessDays, dueAtLeastBefore, dueBefore, dueBy
  // Vocabulary
  case constraint, recordConstraint, fixes
}
