package import ArgumentParser

/// Where the library is.
package struct LibraryOption: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the law.", valueName: "dir"), completion: .directory)
  package var laws: String?

  package init() {}
}
