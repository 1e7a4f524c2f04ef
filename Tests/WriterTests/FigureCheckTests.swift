import Record
import Testing
import Writer

/// Figures stay with the side on which they were measured.
@Suite struct FigureCheckTests {
  static let turned: [(text: String, facts: [Int])] = [
    ("`python` failed in 10 of 10 runs before the fix and in 10 of 10 after it.", [4]),
    ("In 0 of 10 runs before the fix, and in 10 of 10 after it.", [4]),
    ("Failed in 10 of 10 runs after it.", [4]),
    ("Failed in 10 of 10 runs before the fix, and in 10 of 10 after it.", [4]),
    ("The repro failed in 0 of 10 runs before the fix and in 10 of 10 after it.", [4]),
    ("The runs failed in 10 of 10 after the fix.", [4]),
    ("10 of 10 runs after the fix failed.", [4]),
    ("After the fix `python` failed in 10 of 10 runs, before it in 0 of 10.", [4]),
    ("After the fix, as before it, `python` failed in 10 of 10 runs.", [4]),
    ("Before and after the fix `python` failed in 10 of 10 runs.", [4]),
    ("`python` failed in 10 of 10 runs before the fix and still after it.", [4]),
    ("`python` still failed in 10 of 10 runs, as before the fix.", [4]),
    // Without a side, half of a rate, without a figure.
    ("`python` failed in 10 of 10 runs.", [4]),
    ("`python` failed in 0 of 10 runs.", [4]),
    ("`python` failed in 10 runs after the fix.", [4]),
    ("`python` failed after the fix.", [4]),
    ("`python` failed in each of 10 runs after the fix.", [4]),
    ("`python` failed in runs after the fix.", [4, 6]),
    // Intervals.
    ("95 % of runs failed before the fix.", [4]),
    ("28 % failed after the fix.", [4]),
    ("`python` failed in 10 of 10 runs before the fix, 0–28 %.", [4]),
    ("`python` failed in 0 of 10 runs after it, 72–100 %.", [4]),
    // What is inside of a command.
    ("`isinstance` failed in 10 of 10 runs before the fix.", [4]),
    ("`sql.Function` is not tested.", [4, 5]),
    ("Other dialects failed in 10 of 10 runs before the fix.", [4, 5]),
    // Without “before” and “after”.
    ("The test failed in 3 of 50 runs with the fix.", [10]),
    ("The test failed in 50 of 3 runs without the fix.", [10]),
    ("The server answers 30 requests within 500 s.", [6]),
    ("The server answers 4 requests.", [6]),
    ("The server answers 500 requests within 4 s.", [6]),
  ]

  @Test(arguments: turned)
  func `a figure on another side, or on none, falls`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) != nil)
  }

  static let kept: [(text: String, facts: [Int])] = [
    ("`python` failed in 10 of 10 runs before the fix.", [4]),
    ("`python` failed in 10 of 10 runs before the fix and in 0 of 10 after it.", [4]),
    ("Before the fix, `python` failed in ten of 10 runs, and after it in zero of 10.", [4]),
    ("Before the fix `python` failed in 10 of the 10 runs, after it in 0 of 10.", [4]),
    (
      "`python` failed in 10 of 10 runs before the fix, 95 % interval 72–100 %, and in 0 of 10 after it, 0–28 %.",
      [4]
    ),
    ("`python` failed in 10 of 10 runs before the fix, and other dialects were not tested.", [4, 5]),
    ("Other dialects are not tested.", [5]),
    ("The server answers 500 requests within 30 s on 4 streams.", [6]),
    ("The server answers 500 requests.", [6]),
  ]

  @Test(arguments: kept)
  func `a figure on its side stands`(text: String, facts: [Int]) {
    #expect(TurnedRound.fault(text, facts) == nil)
  }

  @Test func `what a fact says stands as it is`() {
    for (place, fact) in TurnedRound.facts.enumerated() where place < 9 && fact.kind != .denies {
      let text = fact.text.hasSuffix(".") ? fact.text : "\(fact.text)."
      #expect(TurnedRound.fault(text, [place + 1]) == nil, "\(text)")
    }
  }
}
