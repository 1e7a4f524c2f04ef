import Testing
import Writer

/// Names, causes and consequences stand as in the facts.
@Suite struct SequenceCheckTests {
  static let turned: [(text: String, facts: [Int])] = [
    ("`as` is True for any spelling of `has_as`.", [3]),
    ("The function returns, so a lower-case `as` leaves `has_as` False.", [2]),
    ("The function returns so a lower-case `as` leaves `has_as` False.", [2]),
    ("A lower-case `as` leaves `has_as` False because the function returns.", [2]),
    ("`group_functions` leaves `has_as` False, so a lower-case `as` compares `tmp_token.value`.", [2]),
    ("`has_as` leaves `as` False.", [2]),
    ("`as` is True.", [3]),
    ("`flush` holds the lock because `read` waits.", [8]),
    ("`read` waits, so `flush` holds the lock.", [8]),
    ("`flush` pushes `as`.", [2, 7]),
    ("The function groups before it returns any function.", [2]),
  ]

  @Test(arguments: turned)
  func `names and reasons in another order fall`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) != nil)
  }

  static let kept: [(text: String, facts: [Int])] = [
    ("With `.upper()`, `has_as` is True for any spelling of `as`.", [3]),
    ("A lower-case `as` leaves `has_as` False, and the function returns before it groups any function.", [2]),
    ("A lower-case `as` leaves `has_as` False, so the function returns before it groups any function.", [2]),
    ("The function returns because a lower-case `as` leaves `has_as` False.", [2]),
    ("`read` waits because `flush` holds the lock.", [8]),
    ("`flush` holds the lock, so `read` waits.", [8]),
    ("`group_functions` compares `tmp_token.value == 'AS'` with the case of the text.", [2]),
    ("`flush` pushes `TASK_RUN` and no `TASK_RECORD`.", [7]),
  ]

  @Test(arguments: kept)
  func `names and reasons in the order of a fact stand`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) == nil)
  }
}
