extension RunPlan {
  /// Runs replicates on as many threads as asked. Each is a function of the plan and its number alone, so the outcomes
  /// are the same on one thread and on many, and a range can be run anywhere and put beside the others.
  package func run(
    _ replicates: Range<Int>, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var waiting = replicates.makeIterator()
      func begin(_ number: Int) {
        group.addTask {
          var replicate = Replicate(self, number: number)
          return try replicate.run()
        }
      }
      for _ in 0..<max(1, threads) { if let number = waiting.next() { begin(number) } }
      var outcomes: [Outcome] = []
      while let outcome = try await group.next() {
        outcomes.append(outcome)
        progress(outcomes.count)
        if let number = waiting.next() { begin(number) }
      }
      return outcomes.sorted { $0.replicate < $1.replicate }
    }
  }
}
