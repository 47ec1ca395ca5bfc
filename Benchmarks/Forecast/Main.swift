import Forecasting
import Foundation

// The small network on which other engines are measured too: events a second, one thread.
let days = CommandLine.arguments.dropFirst().first.flatMap(Double.init) ?? 3650
let scale = CommandLine.arguments.dropFirst(2).first.flatMap(Double.init) ?? 1
let seed = CommandLine.arguments.dropFirst(3).first.flatMap(UInt64.init) ?? 1

func measure(_ name: String, _ run: () -> NetworkStatistics) {
  // Processor time: other work on the machine does not count.
  let start = clock()
  let seen = run()
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  let rate = Double(seen.events) / seconds
  print(
    "\(name) scale=1/\(Int(scale)) days=\(Int(days)) events=\(seen.events) removed=\(seen.nodes[4].completions)"
      + " mean-beds=\(Int(seen.meanBusy(1))) cpu-seconds=\(String(format: "%.3f", seconds))"
      + " events/s=\(Int(rate))")
}

let network = Network.benchmark(scale: scale)
measure("tenth-events") {
  var run = EventRun(network, chance: Chance(seed: seed, replicate: 0))
  return run.run(days: days)
}
measure("tenth-cohorts") {
  var run = CohortRun(network, step: 1, chance: Chance(seed: seed, replicate: 0))
  return run.run(days: days)
}
