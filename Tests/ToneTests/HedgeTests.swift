import Testing
import Tone

@Suite("Hedges")
struct HedgeTests {
  @Test(
    "What leaves open what the record is to state is a hedge",
    arguments: [
      ("I think the counter wraps at 65536.", "I think"),
      ("We believe the scheduler lost the wakeup.", "We believe"),
      ("I don't think the cache is involved.", "I don't think"),
      ("The writer seems to skip the flush.", "seems"),
      ("The counter appears to wrap after a day.", "appears to"),
      ("The race is probably as old as the pool.", "probably"),
      ("Presumably the old kernel hid the fault.", "Presumably"),
      ("The most likely cause is a stale handle.", "likely"),
      ("The leak may have been caused by the retry loop.", "may have been caused"),
      ("The stall could be due to a full queue.", "could be due"),
      ("This should fix the hang.", "This should fix"),
      ("It looks like the lock is taken twice.", "It looks like"),
      ("I am not sure whether the second path is taken.", "I am not sure"),
      ("The handle is believed to be shared.", "is believed to"),
      ("AFAICT no other caller passes zero.", "AFAICT"),
      ("Maybe the driver resets the link.", "Maybe"),
      ("It is possible that the timer fired twice.", "is possible that"),
      ("As far as I can tell the flag is never read.", "As far as I can tell"),
    ])
  func cue(text: String, expected: String) {
    #expect(
      words(of: .hedge, in: text).contains { expected.contains($0) || $0.contains(expected) }, "\(text)")
  }

  @Test(
    "What a program may do, what was believed once, what is required and what is not known are no hedges",
    arguments: [
      "The pointer may be NULL when the probe fails.",
      "We initially suspected the allocator.",
      "The page appeared to load, and then went blank.",
      "A retry makes a duplicate more likely.",
      "Callers should check the return value.",
      "Not reproduced on the 32-bit build.",
      "It is unknown how many files were affected.",
      "The log printed \"probably corrupt index\" and the job ended.",
      "The function `maybe_sleep` returns early.",
      "In theory the two counters can differ by one.",
      "> I think it is the cache.",
      "The outage could have been prevented by a limit.",
      "The hypothesis that the queue seems full was refuted.",
      "An attacker could exploit this to read the key.",
      "Make sure it is restarted.",
      "The user may have closed the tab by then.",
    ])
  func nearMiss(text: String) {
    #expect(words(of: .hedge, in: text) == [])
  }
}
