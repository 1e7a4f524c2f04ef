import Testing
import Writer

/// What a fact denies, or says only under a condition, is not affirmed, nor the reverse.
@Suite struct TurningCheckTests {
  static let turned: [(text: String, facts: [Int])] = [
    ("`sql.Function` is not tested.", [4, 5]),
    ("`has_as` is not tested.", [2, 5]),
    ("`group_functions` groups any function.", [2]),
    ("The function groups any function.", [2]),
    ("The function returns and groups any function.", [2]),
    ("`has_as` is not True for any spelling of `as`.", [3]),
    ("`has_as` is never True.", [3]),
    ("`group_functions` compares without the case of the text.", [2]),
    ("The function doesn't return before it groups any function.", [2]),
    ("Other dialects are tested.", [5]),
    ("Other dialects: tested.", [5]),
    ("`flush` pushes no `TASK_RUN` and `TASK_RECORD`.", [7]),
    ("`flush` pushes `TASK_RUN` and `TASK_RECORD`.", [7]),
    ("`flush` pushes `TASK_RECORD`.", [7]),
    ("The check has `parse_all`.", [9]),
    ("The check has comments.", [9]),
    ("The check has no `parse_all`.", [9]),
    ("`read` waits until `flush` holds the lock.", [8]),
    ("`read` waits unless `flush` holds the lock.", [8]),
  ]

  @Test(arguments: turned)
  func `a word that is turned otherwise than in the fact falls`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) != nil)
  }

  static let kept: [(text: String, facts: [Int])] = [
    ("The function returns before it groups any function.", [2]),
    ("`flush` pushes no `TASK_RECORD`.", [7]),
    ("Other dialects were not tested.", [5]),
    ("The check lacks `parse_all`.", [9]),
    ("The check is lacking `parse_all` and skips comments.", [9]),
  ]

  @Test(arguments: kept)
  func `a word that is turned as in the fact stands`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) == nil)
  }
}
