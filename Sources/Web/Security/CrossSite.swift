/// Whether a request that changes something comes from a page of this desk.
package enum CrossSite {
  /// Refuses what another site sent. Browsers say so themselves; the form's token is checked beside it, for those that do not.
  package static func check(_ headers: [String: String], own origin: String) throws(Refused) {
    if let site = headers["sec-fetch-site"], site != "same-origin", site != "none" { throw refusal }
    // "null" is what a browser sends for a page without an origin, and under no-referrer for a form of our own.
    if let sent = headers["origin"], sent != origin, !(sent == "null" && headers["sec-fetch-site"] == "same-origin") {
      throw refusal
    }
  }

  /// Refuses a form that was not made for this session.
  package static func check(token sent: String?, of session: Session?) throws(Refused) {
    guard let sent, let session, Secret.agree(sent.utf8, session.formToken.utf8) else {
      throw Refused(
        .forbidden,
        "This form was made for another session, or has grown too old. Nothing was changed. Go back, load the page "
          + "again and send it once more.")
    }
  }

  private static let refusal = Refused(
    .forbidden, "Another site sent this. Nothing was changed. Open the desk's own page and do it there.")
}
