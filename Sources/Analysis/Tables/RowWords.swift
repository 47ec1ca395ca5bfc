import Norms

extension RowClasses {
  /// A look in the words of the language.
  package func words(of look: Int) -> String {
    let occasion = Occasion(
      jurisdiction: edition.jurisdiction, agency: edition.agency, act: slice.act, day: edition.day, papers: papers)
    return LookWords(table, of: occasion, in: edition.library).words(look)
  }
}

extension RecordClasses {
  /// The conditions on a record's tests under which it passes for certain, or fails for certain.
  ///
  /// - Throws: `TooWide` if there are more than somebody would read.
  package func conditions(
    of count: Count, hold: Bool, atMost most: Int
  ) throws(TooWide) -> [[(look: Int, isTrue: Bool)]] {
    let own = parts.filter { part in
      var isUsed = false
      count.condition?.forEachAtom { isUsed = isUsed || part.tests.contains($0) }
      return isUsed
    }
    let axes = own.map { part in
      Axis(looks: part.tests, cells: part.cells.map { Axis.Cell(truths: $0, example: Recorded()) })
    }
    var classes = try Classes(axes: axes, mostNodes: 100_000)
    let passing = try classes.set(where: count.condition ?? .constant(true))
    let wanted = try hold ? passing : classes.diagrams.outside(passing)
    var sources: [Int] = []
    for (index, part) in own.enumerated() { sources += part.tests.map { _ in index } }
    return try classes.primes(of: wanted, sources: sources, atMost: most).map { cube in
      cube.literals.sorted { $0.key < $1.key }.map { (classes.look(at: $0.key), $0.value) }
    }
  }
}
