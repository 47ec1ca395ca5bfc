/// Events in the order of their times: a heap with four branches.
struct EventQueue: Sendable {
  struct Event: Sendable {
    var time: Double
    var node: Int32
  }

  private var heap: ContiguousArray<Event> = []

  init(room: Int) { heap.reserveCapacity(room) }

  @inline(__always)
  mutating func push(_ event: Event) {
    var place = heap.count
    heap.append(event)
    while place > 0 {
      let parent = (place - 1) >> 2
      if heap[parent].time <= event.time { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = event
  }

  @inline(__always)
  mutating func pop() -> Event? {
    guard let first = heap.first, let moved = heap.popLast() else { return nil }
    if !heap.isEmpty { sink(moved) }
    return first
  }

  /// Takes the first out and puts another in: one walk instead of two.
  @inline(__always)
  mutating func replaceFirst(with event: Event) { sink(event) }

  var first: Event? { heap.first }

  @inline(__always)
  private mutating func sink(_ event: Event) {
    let count = heap.count
    var place = 0
    while true {
      let child = place << 2 + 1
      if child >= count { break }
      var least = child
      var time = heap[child].time
      let end = min(child + 4, count)
      var other = child + 1
      while other < end {
        let candidate = heap[other].time
        if candidate < time {
          least = other
          time = candidate
        }
        other += 1
      }
      if time >= event.time { break }
      heap[place] = heap[least]
      place = least
    }
    heap[place] = event
  }
}
