/// The vocabulary of generated laws.
extension LibraryWriter {
  mutating func vocabularyDeclarations() -> [String] {
    for constraint in words.constraints { note(constraint.construct) }
    note(.fixes)
    return [
      "jurisdiction IL \"Illinois\"  zone America/Chicago  calendar il-holidays  searched to 2026-11-21",
      "circuit ca7 \"Seventh Circuit\"",
      "circuit ca9 \"Ninth Circuit\"",
      "district ilnd \"Northern District\"  in ca7",
      "district ilsd \"Southern District\"  in ca7",
      "locality cook \"Cook County\"  in IL  district ilnd",
      "locality chicago \"Chicago\"  in IL  district ilnd  within cook",
      "locality springfield \"Springfield\"  in IL  district ilsd",
      "court ca7 \"Seventh Circuit\"  binding ca7",
      "court ca9 \"Ninth Circuit\"  binding ca9",
      "court ilnd \"Northern District\"  binding ilnd",
      "agency jail \"a jail\"",
      "agency police \"the police\"",
      "agency school \"a school\"",
      "act hold \"keep the person\"  needs authority",
      "act short-hold \"keep the person for an hour\"  is a hold",
      "act notify \"tell the requester\"",
      "act share \"share information\"",
      "act share-address \"share an address\"  is a share",
      "act give-copy \"give a copy\"",
      "act report \"send a report\"",
      "act file-note \"note it in the file\"",
      "paper detainer \"a detainer\"  asks for hold, notify",
      "paper warrant \"a warrant\"  empowers hold  fixes signer is judge",
      "paper inquiry \"an inquiry\"  asks for share-address",
      "paper-field signer one of \(GeneratedWords.signers.joined(separator: ", "))  asks \"Who signed?\"",
      "paper-field served yes-no  asks \"Was it served?\"",
      "paper-field received instant  asks \"When was it received?\"",
      "recipient judge \"the judge\"",
      "step leave \"a judge's leave\"  asks \"Is there leave?\"",
      "step consent \"the person's consent\"  asks \"Is there consent?\"",
      "fact flag-a yes-no  asks \"A?\"",
      "fact flag-b yes-no  asks \"B?\"  changeable",
      "fact flag-c yes-no  asks \"C?\"",
      "fact custody one of \(GeneratedWords.custody.joined(separator: ", "))  asks \"Why in custody?\"",
      "fact age number of years  asks \"How old?\"",
      "fact booked date  asks \"When booked?\"",
      "fact released date  asks \"When released?\"",
      "fact release-due instant  asks \"When is release due?\"",
      "judgement exigent  asks \"Is there an emergency?\"",
      "records convictions each conviction  asks \"Which?\"\n  field offence code  asks \"Code?\"\n"
        + "  field class one of \(GeneratedWords.classes.joined(separator: ", "))  asks \"Class?\"\n"
        + "  field convicted-on date  asks \"When?\"",
      "records stays each stay  asks \"Which?\"\n  field start date  asks \"From?\"\n  field end date  asks \"To?\"",
      "calendar il-holidays  cite \"H\"\n  january 1 \"New Year\",\n  third monday of january \"King\",\n  march 4 \"Pulaski\"",
    ] + words.constraints.map(\.text)
  }
}
