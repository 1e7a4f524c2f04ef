import Record
import Rendering
import Storage
import Subprocess

/// How long the gate and a draft take, as whole processes.
struct CaseBenchmark: Benchmark {
  let name = "case"
  let question =
    "how long do `gate`, and `draft` from a case with 1,000 ledger entries, take, beside `git status`?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("case")
    func call(_ words: String...) throws {
      let capture = try bench.run(bench.tool, words, in: repository)
      guard capture.outcome.ending == .exit(0) else { throw Failed(words: words, error: capture.error) }
    }
    try call("new", "K-1", "--fix", "HEAD", "--repro", "test -f fixed || { echo wanted fixed; exit 1; }")
    try call("prove", "--case", "K-1")
    try call(
      "set", "K-1", "title=It breaks", "owner=Bench", "cause.mechanism=`main()` reads `fixed` when `a == 1`.",
      "fix.summary=It is fixed", "fix.reason=The file is there", "no_actions=None",
      "not_trivial=It is a bench")
    let place = "\(repository)/.postmortem/cases/K-1"
    try FileTree.write(Array(ledger.utf8), to: "\(place)/ledger.jsonl", mode: 0o644)
    var gate: [Double] = []
    var draft: [Double] = []
    var peer: [Double] = []
    for _ in 0..<30 {
      peer.append(try bench.seconds { try bench.run("git", ["status"], in: repository) })
      gate.append(try bench.seconds { try call("gate", "K-1") })
      draft.append(try bench.seconds { try call("draft", "K-1") })
      try FileTree.remove("\(repository)/docs")
      try FileTree.remove("\(place)/draft.json")
    }
    return [
      Figure(what: "gate, median of 30", value: median(gate) * 1000, unit: "ms", bound: 30),
      Figure(what: "draft, median of 30", value: median(draft) * 1000, unit: "ms", bound: 100),
      Figure(what: "gate, to `git status`", value: median(gate) / median(peer), unit: "×", bound: nil),
      Figure(what: "draft, to `git status`", value: median(draft) / median(peer), unit: "×", bound: nil),
    ]
  }

  /// 250 times a hypothesis, an experiment against it, its rejection, and a note.
  private var ledger: String {
    (0..<250).map { round in
      let first = round * 4 + 1
      let head = { (number: Int) in "{\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"Bench\",\"number\":\(number),"
      }
      return """
        \(head(first))"hypothesis":"the part \(round) of `main()` drops it"}
        \(head(first + 1))"experiment":{"command":["./repro.sh","\(round)"],"exitStatus":1,"seconds":0.5,"rulesOut":[\(first)],\
        "output":{"bytes":40,"excerpt":["a line of output","and a second one"]}}}
        \(head(first + 2))"change":{"hypothesis":\(first),"state":"rejected","reason":"it breaks without it","experiment":\(first + 1)}}
        \(head(first + 3))"note":"a thought on the way"}

        """
    }.joined()
  }

  private struct Failed: Error {
    var words: [String]
    var error: [UInt8]
  }
}

/// How fast records are read.
struct RecordBenchmark: Benchmark {
  let name = "records"
  let question =
    "how many seconds does it take to read 10,000 records (the quickest of 9 runs), held against 50 MB a second?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let texts = (0..<10_000).map { Array(Self.record($0).utf8) }
    let bytes = texts.reduce(0) { $0 + $1.count }
    var sections = 0
    let seconds = bench.quickest(of: 9) {
      sections = texts.reduce(0) { $0 + RecordDocument($1).sections.count }
    }
    guard sections == 80_000 else { throw WrongCount(sections: sections) }
    let target = Double(bytes) / 50_000_000
    return [
      Figure(
        what: "\(bytes / 1_000_000) MB, to what 50 MB a second would take", value: seconds / target,
        unit: "×", bound: 1),
      Figure(what: "speed", value: Double(bytes) / 1_000_000 / seconds, unit: "MB/s", bound: nil),
    ]
  }

  private struct WrongCount: Error {
    var sections: Int
  }

  /// A record of the usual size, no two alike.
  fileprivate static func record(_ number: Int) -> String {
    """
    ---
    key: K-\(number)
    title: Evaluating graph \(number) in small steps hangs
    owner: Mei-Lin Hart
    fix:
      - e3dcc8a011b4a78cc1034b95b3f74a950b293cd6
    ---

    # K-\(number): Evaluating graph \(number) in small steps hangs

    ## Summary

    Evaluating a graph in small steps hangs. `scheduler_submit` records the event of every task, whatever the number of
    streams. ([K-\(number)](https://tracker.example/K-\(number)), pull request #\(number); owner: Mei-Lin Hart.)

    ## Symptom

    ```
    wait for event \(number)
    repro: evaluation made no progress for 1 s (waiting for event \(number))
    ```

    ## Root cause

    With one stream, `scheduler_submit` pushes `TASK_RUN` and no `TASK_RECORD` (`scheduler->stream_count == 1`): it returns
    an event that no task records. `plan_streams` gives a step of at most `SMALL_STEP` nodes one stream, and
    `evaluate_step` calls `scheduler_wait` for the events of the last nodes of the step all the same.

    ## Fix

    `e3dcc8a011` “scheduler: record the event of every task” changes `include/event.h` and `src/scheduler.c`.

    The fast path is gone, so every event that `scheduler_submit` returns has a task that records it.

    ## How it was found

    - “the queue loses a task when it grows” (L1, ruled out by L2): it hangs with a queue that never grows, too.
    - “a wake-up is missed” (L4, ruled out by L5): it hangs when `event_wait` polls.

    ## Validation

    - Measured (E10): `./repro.sh` failed in 10 of 10 runs before the fix, and in 0 of 10 after it.

    ## Action items

    - Run the examples with every step size from 1 to 8. (Ines Okafor; K-\(number + 1))

    ## Evidence

    - E10, measured 2026-07-10T08:00:00Z: e3dcc8a011 fixes what the repro shows.

    Facts behind this record: 1 measured, 0 found, 0 attested.

    """
  }
}

/// How fast Markdown is rendered to ADF.
struct RenderBenchmark: Benchmark {
  let name = "render"
  let question =
    "how many seconds does it take to render 10,000 texts to ADF (the quickest of 9 runs), held against 30 MB a second?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let records = (0..<10_000).map { RecordBenchmark.record($0) }
    // Without its front matter a record is any Markdown.
    let texts = records.map { $0.split(separator: "---\n", maxSplits: 2).last.map(String.init) ?? "" }
    return try figures(bench, records, "records") + figures(bench, texts, "the same without front matter")
  }

  private func figures(_ bench: Bench, _ texts: [String], _ what: String) throws -> [Figure] {
    let sources = texts.map { Array($0.utf8) }
    let bytes = sources.reduce(0) { $0 + $1.count }
    var written = 0
    let seconds = try bench.quickest(of: 9) {
      for source in sources { written += try RenderTarget.adf.render(source).bytes.count }
    }
    let target = Double(bytes) / 30_000_000
    return [
      Figure(
        what: "\(what), to what 30 MB a second would take", value: seconds / target, unit: "×", bound: 1),
      Figure(what: "speed", value: Double(bytes) / 1_000_000 / seconds, unit: "MB/s", bound: nil),
    ]
  }
}
