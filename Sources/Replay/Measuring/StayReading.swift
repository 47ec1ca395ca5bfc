internal import LawLanguage

/// What records tell of one stay, in minutes after its booking or after the epoch, whichever the mapping has.
struct StayRecord: Hashable {
  var release: Reading
  var hold: Reading
  var stay: Reading

  /// One moment as recorded.
  enum Reading: Hashable {
    /// The mapping, or the table, does not have it.
    case absent
    /// No row of the other table is about it.
    case noRow
    /// It is about it, and says no time.
    case noTime
    /// It says a time that the clocks of the place skipped, or showed twice.
    case unclear
    case minutes(Int)

    var known: Int? { if case .minutes(let minutes) = self { minutes } else { nil } }
  }
}

/// Reads the moments of stays from the main table and the tables beside it.
struct StayReading {
  private let release: Source
  private let hold: Source
  private let stay: Source
  private let order: CivilTime.Order?
  /// Days that were moved have no clocks of any zone: hours stand as they are written.
  private let isShifted: Bool

  private enum Source {
    case absent
    case at(Int)
    case hours(Int)
    case joined(HoursIndex, key: Int)
  }

  /// Reads the tables beside the main one; nil if the mapping measures nothing.
  init?(_ mapping: Mapping, _ files: [TableFile], header: Header) throws {
    guard mapping.release != nil, mapping.hold != nil || mapping.stay != nil else { return nil }
    func source(_ moment: Mapping.Moment?) throws -> Source {
      switch moment {
      case nil: return .absent
      case .at(let column): return header.place(of: column).map(Source.at) ?? .absent
      case .hours(let column): return header.place(of: column).map(Source.hours) ?? .absent
      case .lastHours(let column, let name, let key, let test):
        guard let index = mapping.tables.firstIndex(where: { $0.name == name }), index < files.count,
          let place = header.place(of: key)
        else { return .absent }
        return .joined(
          try HoursIndex(files[index], mapping.tables[index], column: column, key: key, test: test), key: place)
      }
    }
    release = try source(mapping.release)
    // A table without the column that tells the release measures nothing.
    if case .absent = release { return nil }
    hold = try source(mapping.hold)
    stay = try source(mapping.stay)
    order = mapping.dateOrder
    isShifted = mapping.isShifted
  }

  /// What the row's records tell, at a place with these clocks.
  func read(_ rows: RowSource, in zone: Zone?) -> StayRecord {
    StayRecord(release: read(release, rows, zone), hold: read(hold, rows, zone), stay: read(stay, rows, zone))
  }

  private func read(_ source: Source, _ rows: RowSource, _ zone: Zone?) -> StayRecord.Reading {
    switch source {
    case .absent: return .absent
    case .hours(let place):
      return HoursIndex.minutes(rows.data, rows.cell(place)).map(StayRecord.Reading.minutes) ?? .noTime
    case .at(let place):
      guard let time = try? CivilTime.read(rows.data, rows.cell(place), order: order), let second = time.second else {
        return .noTime
      }
      // Between two times on a wall an hour more or less has passed if the clocks were moved.
      if let zone, !isShifted {
        let instants = time.instants(in: zone)
        guard let instant = instants.first, instants.count == 1 else { return .unclear }
        return .minutes(Int(instant.seconds / 60))
      }
      let seconds = Int(time.day.number) * 86_400 + second - (time.offset ?? 0)
      return .minutes(seconds / 60)
    case .joined(let index, let key):
      guard let last = index[String(decoding: rows.data[rows.cell(key)], as: UTF8.self)] else { return .noRow }
      return last.minutes.map(StayRecord.Reading.minutes) ?? .noTime
    }
  }
}
