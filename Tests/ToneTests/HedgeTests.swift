import Testing
import Tone

@Suite("Hedges")
struct HedgeTests {
  static let cues: [(String, String)] = [
    ("I think the counter wraps at 65536.", "I think"),
    ("We believe the scheduler lost the wakeup.", "We believe"),
    ("I don't think the cache is involved.", "I don't think"),
    ("The writer seems to skip the flush.", "seems"),
    ("The counter appears to wrap after a day.", "appears to"),
    ("The race is probably as old as the pool.", "probably"),
    ("Presumably the old kernel hid the fault.", "Presumably"),
    ("The most likely cause is a stale handle.", "likely cause"),
    ("The leak may have been caused by the retry loop.", "may have been caused"),
    ("The stall could be due to a full queue.", "could be due to"),
    ("This should fix the hang.", "This should fix"),
    ("With the lock in place it should now work.", "it should now work"),
    ("It looks like the lock is taken twice.", "It looks like"),
    ("I am not sure whether the second path is taken.", "not sure"),
    ("The handle is believed to be shared.", "is believed to"),
    ("AFAICT no other caller passes zero.", "AFAICT"),
    ("Maybe the driver resets the link.", "Maybe"),
    ("It is possible that the timer fired twice.", "is possible that the timer fired"),
    ("As far as I can tell the flag is never read.", "As far as I can tell"),
    ("One explanation is that the poller was starved.", "One explanation is"),
    ("The other builds may have the same problem.", "may have the same problem"),
    ("This suggests that two threads held the lock.", "This suggests that"),
    ("The reason may be that the pool is shared.", "reason may be"),
    ("Chances are the old index was read.", "Chances are"),
    ("We have reason to believe that the token leaked.", "We have reason to believe"),
    ("We assume that the balancer kept the host.", "We assume that the balancer kept"),
    ("As I understand it, the check is dropped.", "As I understand it"),
    ("There is a good chance that the route was cached.", "There is a good chance that"),
    ("The leak may have been present since the first release.", "may have been present"),
    ("The corruption could have come from the power loss.", "could have come from"),
    ("The truncation must have happened in the proxy.", "must have happened"),
    ("The race is, to all appearances, gone.", "to all appearances"),
    ("The fix ought to hold under load.", "fix ought to hold"),
    ("We are cautiously optimistic.", "cautiously optimistic"),
    ("This is more or less fixed.", "more or less fixed"),
  ]

  @Test("What leaves open what the record is to state is a hedge", arguments: cues)
  func cue(text: String, expected: String) {
    #expect(words(of: .hedge, in: text) == [expected])
  }

  static let nearMisses: [String] = [
    "The pointer may be NULL when the probe fails.",
    "We initially suspected the allocator.",
    "The page appeared to load, and then went blank.",
    "A retry makes a duplicate more likely.",
    "Callers should check the return value.",
    "Not reproduced on the 32-bit build.",
    "It is unknown how many files were affected.",
    "It is unclear why the second node recovered.",
    "The log printed \"probably corrupt index\" and the job ended.",
    "The function `maybe_sleep` returns early.",
    "In theory the two counters can differ by one.",
    "> I think it is the cache.",
    "The outage could have been prevented by a limit.",
    "The hypothesis that the queue seems full was refuted.",
    "An attacker could exploit this to read the key.",
    "Make sure it is restarted.",
    "The user may have closed the tab by then.",
    "The buffer may have been freed by then.",
    "If the probe was late, the state may have been caused by a timer.",
    "The parser looks like this:",
    "It is possible to open the file twice.",
    "The reader returns the Maybe value.",
    "Each record must have a key.",
    "We assume little-endian words.",
    "The value could have been read twice.",
    "There is a chance of collision of 1 in 4096.",
    "The report lists the commits that may have introduced the bug.",
    "A potential deadlock is avoided by the order of the locks.",
    "The compiler thinks that the value is zero.",
    "This unlikely branch is never inlined.",
    "This should be backported to 2.8.",
  ]

  @Test(
    "What a program may do, what was believed once, what is required and what is not known are no hedges",
    arguments: nearMisses)
  func nearMiss(text: String) {
    #expect(words(of: .hedge, in: text) == [])
  }

  @Test(
    "What it looked like is an observation among the symptoms and in the search, and a hedge in the cause")
  func sections() {
    let text = "The job appears to hang."
    #expect(words(of: .hedge, in: text, section: "Symptom") == [])
    #expect(words(of: .hedge, in: text, section: "How it was found") == [])
    #expect(words(of: .hedge, in: text, section: "Incident TimeLine") == [])
    #expect(words(of: .hedge, in: text, section: "Time and line") == ["appears to"])
    #expect(words(of: .hedge, in: text, section: "Root cause") == ["appears to"])
    #expect(words(of: .hedge, in: "I think so.", section: "How it was found") == ["I think"])
  }
}
