extension RunPlan {
  /// Runs replicates on as many threads as asked. Each is a function of the plan and its number alone, so the outcomes
  /// are the same on one thread and on many, and a range can be run anywhere and put beside the others.
  package func run(
    _ replicates: Range<Int>, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    try await Threads.each(Array(replicates), threads: threads, progress: progress) { number in
      var replicate = Replicate(self, number: number)
      return try replicate.run()
    }.sorted { $0.replicate < $1.replicate }
  }
}

/// Work on as many threads as asked.
enum Threads {
  /// Does something for each; the results come in any order.
  static func each<Item: Sendable, Found: Sendable>(
    _ items: [Item], threads: Int, progress: @escaping @Sendable (Int) -> Void,
    _ work: @escaping @Sendable (Item) throws -> Found
  ) async throws -> [Found] {
    try await withThrowingTaskGroup(of: Found.self) { group in
      var waiting = items.makeIterator()
      for _ in 0..<max(1, threads) { if let item = waiting.next() { group.addTask { try work(item) } } }
      var found: [Found] = []
      while let result = try await group.next() {
        found.append(result)
        progress(found.count)
        if let item = waiting.next() { group.addTask { try work(item) } }
      }
      return found
    }
  }
}
