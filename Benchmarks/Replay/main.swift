import Foundation

// replay-benchmarks [--rows N] [--python PATH] [--laws DIR] [--folder DIR] [--only list|file|california]
var rows = 1_000_000
var python: String?
var laws = "Laws"
var folder = "Benchmarks/Replay"
var only: String?
var words = CommandLine.arguments.dropFirst().makeIterator()
while let word = words.next() {
  switch word {
  case "--rows": rows = words.next().flatMap(Int.init) ?? rows
  case "--python": python = words.next()
  case "--laws": laws = words.next() ?? laws
  case "--folder": folder = words.next() ?? folder
  case "--only": only = words.next()
  default: break
  }
}
do {
  print("| what, \(rows) rows, one core, processor time | bar | Tenth | rate | peer, same run | ratio |")
  print("|---|---|---|---|---|---|")
  if only ?? "list" == "list" { try ToyList(folder: folder, rows: rows).run(python: python) }
  if only ?? "file" == "file" { try ToyList(folder: folder, rows: rows).endToEnd(python: python) }
  if only ?? "california" == "california" {
    try California(folder: folder, laws: laws, rows: rows).run(python: python)
  }
} catch {
  FileHandle.standardError.write(Data("Nothing was measured: \(error)\n".utf8))
  exit(1)
}
