import Casework
import Testing

@Suite struct AttestedMomentTests {
  private static let now = "2026-07-10T12:00:00Z"

  @Test(arguments: [
    "2026-07-10", "1999-12-31", "2024-02-29", "2000-02-29", "2026-07-10T11:59", "2026-07-10 11:59:59",
    "2026-07-10T12:00:00Z", "2026-07-10T11:59:59.25Z", "2026-07-10T13:59+02:00", "2026-07-10T07:00-0500",
    // Somewhere it is tomorrow already.
    "2026-07-11", "2026-07-11T02:00",
  ])
  func `a day, or a moment, that has come is told from one that has not`(text: String) throws {
    let now = try #require(AttestedMoment(Self.now))
    #expect(try #require(AttestedMoment(text)).hasCome(by: now))
  }

  @Test(arguments: [
    "2026-07-12", "2026-07-11T02:01", "2026-07-10T12:00:01Z", "2026-07-10T14:01+02:00",
    "2026-07-10T07:01-05:00",
    "2027-01-01", "9999-12-31",
  ])
  func `what is still to come has not come, wherever one is`(text: String) throws {
    let now = try #require(AttestedMoment(Self.now))
    #expect(try !#require(AttestedMoment(text)).hasCome(by: now))
  }

  @Test(arguments: [
    "", "never", "yesterday", "2026", "2026-07", "2026-7-1", "26-07-10", "2026-13-01", "2026-00-10",
    "2026-07-00",
    "2026-07-32", "2026-02-29", "2100-02-29", "0000-01-01", "2026/07/10", "10.07.2026", "2026-07-10T",
    "2026-07-10T24:00",
    "2026-07-10T11", "2026-07-10T11:60", "2026-07-10T11:59:61", "2026-07-10T11:59.5", "2026-07-10T11:59:59.",
    "2026-07-10T11:59Z ", " 2026-07-10", "2026-07-10Z", "2026-07-10T11:59+2", "2026-07-10 or so",
    "２０２６-07-10",
  ])
  func `what is no day of the calendar is none`(text: String) {
    #expect(AttestedMoment(text) == nil)
  }
}
