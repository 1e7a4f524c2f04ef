/// What happened to a bug, in the order of its days: when it came in, what was tried, released, and mended.
public struct Timeline: Sendable, Equatable {
  /// Something that happened on a day.
  public struct Event: Sendable, Equatable {
    /// What it was.
    public enum Kind: Int, Sendable, Comparable {
      case origin, attempt, affectedRelease, leftOut, fix, backport, fixedRelease

      /// In the order in which they stand on one day.
      public static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
    }

    /// What it was.
    public var kind: Kind

    /// The day; nil for what stands for several.
    public var day: String?

    /// What it was, in a few words.
    public var title: String

    /// What more there is to say; empty where there is nothing.
    public var detail = ""
  }

  /// The events, the first one first.
  public let events: [Event]

  /// Of more releases, the first ones and the last ones are shown.
  private static let releases = (limit: 8, first: 4, last: 3)

  /// The timeline of a report.
  public init(_ report: OriginReport) {
    var events = [Self.event(.fix, "fixed", report.fix.after)]
    if let origin = report.origin { events.append(Self.event(.origin, report.originWords, origin)) }
    for attempt in report.attempts {
      events.append(Self.event(.attempt, "an earlier try, perhaps", attempt.commit))
    }
    for backport in report.reach?.backports ?? [] {
      events.append(Self.event(.backport, "also fixed by a backport", backport.commit))
    }
    if let reach = report.reach {
      if let first = reach.firstFixed {
        events.append(
          .init(
            kind: .fixedRelease, day: reach.releaseDays[first], title: "first release with the fix",
            detail: first))
      }
      events += Self.affected(reach)
    }
    // What has no day comes last; on one day the place decides among events of a kind.
    self.events = events.enumerated().sorted { first, second in
      (first.element.day ?? "9", first.element.kind, first.offset)
        < (second.element.day ?? "9", second.element.kind, second.offset)
    }.map(\.element)
  }

  private static func event(_ kind: Event.Kind, _ title: String, _ commit: OriginReport.CommitFacts) -> Event
  {
    Event(kind: kind, day: commit.date, title: title, detail: "\(commit.commit.prefix(10)) \(commit.subject)")
  }

  private static func affected(_ reach: OriginReport.Reach) -> [Event] {
    let dated = reach.releases.map {
      Event(kind: .affectedRelease, day: reach.releaseDays[$0], title: "released with the bug", detail: $0)
    }
    .sorted { ($0.day ?? "9") < ($1.day ?? "9") }
    guard dated.count > releases.limit else { return dated }
    let rest = dated.dropFirst(releases.first).dropLast(releases.last)
    let between = Event(
      kind: .leftOut, day: rest.first?.day, title: "released with the bug",
      detail: "\(rest.count) more releases")
    return dated.prefix(releases.first) + [between] + dated.suffix(releases.last)
  }
}

extension OriginReport {
  /// What is said of the origin, in a few words.
  var originWords: String {
    switch verdict {
    case .found: "introduced, found by running the repro"
    case .named: "introduced, says the fix's message"
    case .mostLikely:
      "introduced, most likely"
        + (candidates.first.map { " (\(Int(($0.probability * 100).rounded())) %)" } ?? "")
    case .notDetermined: "not determined"
    }
  }
}
