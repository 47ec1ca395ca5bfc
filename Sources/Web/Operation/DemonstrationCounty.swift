import Desk

/// The county of the demonstration, which does not exist.
struct Demonstration: Sendable {
  let county: SampleCounty

  /// In Illinois, or where the settings' agency is.
  init(in agency: Settings.Agency?) throws {
    county = try SampleCounty(jurisdiction: agency?.jurisdiction ?? "IL", locality: agency?.locality)
  }

  /// Whose desk it is, as settings say it.
  var agency: Settings.Agency {
    Settings.Agency(
      name: county.profile.title, kind: county.profile.kind, jurisdiction: county.profile.jurisdiction,
      locality: county.profile.locality, address: ["1 Example Street", "Example City (fictional)"],
      contact: ["Records desk, (555) 010-0100"], counsel: county.profile.counselOnCall)
  }

  /// Who can be played: those who use pages.
  var players: [Staff] { county.staff.all.filter { !$0.roles.contains(.apiClient) } }
}
