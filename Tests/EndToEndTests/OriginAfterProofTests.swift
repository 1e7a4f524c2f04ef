import Scratch
import Subprocess
import Testing

/// `origin --run` after a proof of the same fix by the same repro: what the proof measured is known to the search.
@Suite struct OriginAfterProofTests {
  /// What a search says after one run of its own, of a repro that a proof has run before it: with the bug it fails in every
  /// second run.
  ///
  /// - Parameter every: without the bug it fails in every run of this number.
  private func running(failingAfter every: Int) throws -> (proof: JSONValue, running: JSONValue) {
    var history = try OriginHistory()
    let place = history.repository.surroundings.path
    // It counts its runs, with the bug and without it, outside of the trees.
    try history.fill(
      good: 3, bad: 3,
      check: """
        if grep -q good value.txt; then side=without; every=\(every); else side=with; every=2; fi
        echo run >>\(place)/$side
        [ $(($(wc -l <\(place)/$side) % every)) -ne 0 ] || { echo 'wanted good'; exit 1; }
        """)
    let proof = try PostmortemProgram().run(
      ["prove", "HEAD", "--repro", "sh check.sh", "--cache", history.cache, "--json"],
      in: history.repository.path)
    return (try proof.json(), try history.origin(["--max-runs", "1"]).report["running"])
  }

  @Test func `how often a flake fails after the fix is what is believed of it before the bug`() throws {
    let clean = try running(failingAfter: 1_000_000)
    let noisy = try running(failingAfter: 4)
    #expect(clean.proof["after"]["failures"].integer == 0)
    #expect(try #require(noisy.proof["after"]["failures"].integer) > 5)
    for (proof, running) in [clean, noisy] {
      // The runs before the fix are runs of the search; those after it are none.
      #expect(running["newRuns"].integer == 1)
      #expect(running["runs"].integer == (proof["before"]["runs"].integer ?? 0) + 1)
    }
    let rates = try [clean, noisy].map { try #require($0.running["rateWithoutBug"].double) }
    #expect(rates[0] < 0.02)
    #expect(rates[1] > 0.05)
  }
}
