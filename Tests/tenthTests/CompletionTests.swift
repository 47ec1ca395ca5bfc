import Testing

/// What the shell offers when the tab key is pressed.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func printsAScriptForEachShell(_ shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("tenth"))
  }

  @Test(arguments: [
    ("decide", "--jurisdiction", "", "AA\nBB\nCC\n"), ("decide", "--instrument", "i2", "i247a\ni200\n"),
    ("decide", "--act", "give-", "give-copy\ngive-notice\n"), ("decide", "--agency", "p", "police\n"),
  ])
  func offersTheWordsOfTheLibrary(_ command: String, _ flag: String, _ typed: String, _ offered: String) throws {
    let outcome = try Program.run([
      "---completion", command, "--", flag, "3", String(typed.count), "tenth", command, flag, typed,
    ])
    #expect(outcome.output == offered)
  }

  @Test func offersNothingWhereTheLibraryCannotBeRead() throws {
    let outcome = try Program.run(
      ["---completion", "decide", "--", "--act", "3", "0", "tenth", "decide", "--act", ""],
      environment: ["TENTH_LAWS": "/nowhere"])
    #expect(outcome.output.filter { !$0.isWhitespace } == "")
    #expect(outcome.errors == "")
  }
}
