import Reasoning

/// A request file: JSON or YAML, by its name or by how it begins.
enum RequestInput {
  /// The draft in a file, or on standard input for `-`.
  static func draft(from path: String) throws -> RequestDraft {
    let isStandardInput = path == "-"
    let bytes =
      isStandardInput
      ? try BoundedReading.standardInput(limit: RequestLimits.bytes)
      : try BoundedReading.file(path, limit: RequestLimits.bytes, what: "a request file, or - for standard input")
    let text = try RequestText(bytes, from: isStandardInput ? "standard input" : path)
    if isJSON(path, text) { return try RequestDraft(json: text) }
    return try RequestDraft(YAMLReader.read(text))
  }

  private static func isJSON(_ path: String, _ text: RequestText) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".json") { return true }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return false }
    return text.looksLikeJSON
  }
}
