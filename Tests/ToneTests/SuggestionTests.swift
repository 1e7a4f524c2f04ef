import Record
import Testing
import Tone

@Suite("Suggestions of tone")
struct SuggestionTests {
  @Test("A rule speaks of its cues, and not of what only resembles them", arguments: rows)
  func rule(row: ToneRow) {
    row.expectIsRead()
  }

  static let rows: [ToneRow] = [advocacy, vagueMechanism, hiddenAgent, narrative, overclaim, filler]

  static let advocacy = ToneRow(
    rule: .advocacy, section: "Root cause",
    cues: [
      "We should rewrite the pool in another language.",
      "It would be nice to have a second reviewer.",
      "It is worth considering a new scheduler.",
      "We need to improve our review culture.",
      "A cleaner solution would be a state machine.",
      "We cannot afford to wait another year.",
      "This shows how important code review is.",
      "Everyone should read the manual.",
      "In the future we must test every release.",
      "Ideally the queue is replaced.",
      "Investing in tooling will pay off.",
      "The pattern should be adopted as the standard.",
    ],
    nearMisses: [
      "The caller must hold the lock.",
      "The function should return early when the queue is empty.",
      "We have to clear the flag before the unlock.",
      "If we should see the flag again, the loop ends.",
      "The value is considered stale after ten seconds.",
      "We need to hold both locks here.",
      "The release of May is worth noting in the log.",
      "A better compression lowered the rate.",
      "The scheduler is rewritten in commit 41d0e7c.",
      "We must not free the node twice.",
      "The everyday path is not affected.",
    ])

  static let vagueMechanism = ToneRow(
    rule: .vagueMechanism, section: "Root cause",
    cues: [
      "There was some kind of race in the pool.",
      "The cause was a synchronization issue.",
      "It was a timing problem.",
      "For some reason the flag stayed set.",
      "Somehow the counter wrapped.",
      "The node went down due to a memory issue.",
      "The job died in some weird state.",
      "A glitch in the network ended the run.",
      "Something went wrong in the loader.",
      "The switch was misbehaving.",
      "It was some sort of deadlock.",
    ],
    nearMisses: [
      "`drain()` cleared the flag before `fill()` had read it.",
      "The race between `open` and `close` leaves the handle set.",
      "Some threads hold the lock across the fork.",
      "The issue was closed by the fix.",
      "If something goes wrong, the loader exits with 3.",
      "The memory issue of March has another cause.",
      "The problem was not a timing issue.",
      "A synchronization point was missing between the two writes.",
      "The error condition is not checked.",
      "Two kinds of entries share the table.",
      "The reason is given in the log.",
    ])

  static let hiddenAgent = ToneRow(
    rule: .hiddenAgent, section: "Root cause",
    cues: [
      "The limit was misconfigured.",
      "It was decided to keep the old pool.",
      "The change was approved and merged.",
      "The alarm was overlooked.",
      "It was noticed that the queue was full.",
      "An inadvertently applied rule blocked the traffic.",
      "The table was accidentally dropped.",
      "The new build was deployed on Monday.",
      "The case of zero was forgotten.",
      "The migration was done manually.",
      "It was agreed to wait.",
    ],
    nearMisses: [
      "The scheduler dropped the task.",
      "The lock was released by the second thread.",
      "The build was deployed by the pipeline at 10:20.",
      "The queue was full.",
      "The value is read before the lock is taken.",
      "The limit was misconfigured by commit 41d0e7c.",
      "The buffer was freed twice.",
      "The commit that was merged in May removed the check.",
      "The state was written to disk.",
      "The flag was set.",
      "The rule was applied automatically.",
    ])

  static let narrative = ToneRow(
    rule: .narrative, section: "Root cause",
    cues: [
      "We spent two days on the allocator.",
      "After hours of debugging the flag was seen.",
      "To our surprise the lock was free.",
      "Then we started looking at the driver.",
      "Long story short, the pool is shared.",
      "It took us three weeks to see it.",
      "Finally we found the missing unlock.",
      "Luckily, the second node was idle.",
      "And then I noticed the flag.",
      "I stumbled over the missing fence.",
      "As it turned out the pool was full.",
    ],
    nearMisses: [
      "The job spent two days in the queue.",
      "After ten minutes the watchdog ends the process.",
      "The loop finally releases the lock.",
      "The driver started before the bus was ready.",
      "We hold the lock across the call.",
      "The first write takes three seconds.",
      "The reader found the entry removed.",
      "After the second retry the client gives up.",
      "The handle is closed, and then the page is freed.",
      "The cache was surprisingly small.",
      "The search goes from the root to the leaves.",
    ])

  static let overclaim = ToneRow(
    rule: .overclaim, section: "Validation",
    cues: [
      "The hang is completely fixed.",
      "This will never happen again.",
      "It was tested on all configurations.",
      "The fix covers every scenario.",
      "The new pool is bulletproof.",
      "The change fully eliminates the race.",
      "The lock guarantees that no entry is lost.",
      "There is no risk.",
      "It is now impossible for the queue to fill.",
      "The bug is gone once and for all.",
      "It works everywhere.",
    ],
    nearMisses: [
      "The repro ran 200 times on one machine without a failure.",
      "Not all configurations were tested.",
      "The 32-bit build was not run.",
      "All 14 tests of the pool pass.",
      "The lock is held on every path through `fill()`.",
      "The queue is completely drained before the unlock.",
      "The loop never returns while the flag is set.",
      "The run covers the default configuration.",
      "It was not tested on all platforms.",
      "The rate fell from 5 of 20 to 0 of 200.",
      "The function is called in all threads.",
    ])

  static let filler = ToneRow(
    rule: .filler, section: "Root cause",
    cues: [
      "The lock is taken in order to read the flag.",
      "The read fails due to the fact that the page is gone.",
      "It is important to note that the flag is global.",
      "It should be noted that the pool is shared.",
      "Needless to say, the queue was full.",
      "As we all know the flag is global.",
      "The caller has the ability to cancel.",
      "The pool is obviously shared.",
      "Basically, the flag is read twice.",
      "The loader utilizes the old table.",
      "At the end of the day the pool is shared.",
    ],
    nearMisses: [
      "The locks are taken in order.",
      "The tests run in order, from first to last.",
      "The read fails because the page is gone.",
      "The note in the header is out of date.",
      "The flag is global.",
      "The ability flag is read by the driver.",
      "The fact table has no index.",
      "At this point the lock is held.",
      "CPU utilization fell to 3 %.",
      "The number of threads is 8.",
      "The basis of the count is the second run.",
    ])
}
