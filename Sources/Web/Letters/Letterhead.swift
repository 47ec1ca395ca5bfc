/// Where an office can be reached, as its letters say it.
package struct Letterhead: Sendable, Hashable {
  /// The office.
  let office: String
  /// Its postal address, line by line.
  let address: [String]
  /// Whom to ask, and how.
  let contact: [String]
  /// The log's name: its address without a scheme.
  let log: String

  package init(office: String, address: [String], contact: [String], log: String) {
    self.office = office
    self.address = address
    self.contact = contact
    self.log = log
  }

  /// What has to be set before a letter can go out; nil where nothing is missing.
  var trouble: String? {
    let missing = [address.isEmpty ? "address" : nil, contact.isEmpty ? "contact" : nil].compactMap(\.self)
    return missing.isEmpty
      ? nil
      : "The settings do not say the agency's \(missing.joined(separator: " and ")), so no letter can go out. An "
        + "administrator writes it into the agency's settings."
  }
}
