import Declaration
import Testing

struct TimeSpanTests {
  static let readable: [(text: String, milliseconds: Int, printed: String)] = [
    ("500ms", 500, "500ms"), ("60s", 60_000, "60s"), ("5m", 300_000, "5m"), ("2h", 7_200_000, "2h"),
    ("90", 90_000, "90s"), ("0", 0, "0s"), ("1.5h", 5_400_000, "90m"), ("0.5", 500, "500ms"),
    ("2.0m", 120_000, "2m"), ("0.25s", 250, "250ms"), ("120s", 120_000, "120s"),
  ]

  @Test(arguments: readable)
  func `Spans are read with a unit or in seconds, and print as typed`(
    text: String, milliseconds: Int, printed: String
  ) throws {
    let span = try #require(TimeSpan(argument: text))
    #expect(span.milliseconds == milliseconds)
    #expect(span.description == printed)
    #expect(TimeSpan(argument: printed) == span)
  }

  @Test(arguments: [
    "", "s", "5x", "-5s", "5 s", "1.5ms", "1.", ".5", "1..5", "1h30m", "99999999999999999999",
    "9999999999999999h",
    "0.3333333333333h", "５s",
  ])
  func `Other texts are no spans`(text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test func `Spans compare by their length`() {
    #expect(TimeSpan.seconds(60) == .minutes(1))
    #expect(TimeSpan.seconds(60).hashValue == TimeSpan.minutes(1).hashValue)
    #expect(TimeSpan.minutes(59) < .hours(1))
    #expect(TimeSpan.milliseconds(1500).duration == .seconds(1.5))
  }
}
