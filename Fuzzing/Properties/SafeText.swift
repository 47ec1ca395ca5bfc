extension String {
  /// Whether it holds no character that a terminal obeys, or that turns the direction of what follows.
  var isSafeToShow: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: return true
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return false
      default: break
      }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: return false
      default: return true
      }
    }
  }
}
