import Desk

/// The county of the demonstration, which does not exist.
struct Demonstration: Sendable {
  let county: SampleCounty

  init() throws { county = try SampleCounty() }

  /// Whose desk it is, as settings say it.
  var agency: Settings.Agency {
    Settings.Agency(
      name: county.profile.title, kind: county.profile.kind, jurisdiction: county.profile.jurisdiction,
      locality: county.profile.locality)
  }

  /// Who can be played: those who use pages.
  var players: [Staff] { county.staff.all.filter { !$0.roles.contains(.apiClient) } }
}
