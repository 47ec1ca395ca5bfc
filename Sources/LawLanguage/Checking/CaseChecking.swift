struct CaseChecking {
  let names: Names
  let law: LawNames?
  let document: DocumentSyntax
  let findings: Findings
  func check() -> [Case] { [] }
}
