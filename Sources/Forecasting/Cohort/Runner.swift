extension RunPlan {
  /// Runs replicates on as many threads as asked. Each is a function of the plan and its number alone, so the outcomes
  /// are the same on one thread and on many, and a range can be run anywhere and put beside the others.
  package func run(
    _ replicates: Range<Int>, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Outcome] {
    try await each(Array(replicates), threads: threads, progress: progress) { number in
      var replicate = Replicate(self, number: number)
      return try replicate.run()
    }.sorted { $0.replicate < $1.replicate }
  }
}
