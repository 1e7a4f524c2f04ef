import Recognition
import Repository
import Scratch
import Storage
import Testing

@testable import Archive

/// Records are recalled by what they and a trace, a change or a question name.
@Suite struct RecallTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
    try shelf.write(
      "RILL-1", "Evaluating a graph in small steps hangs",
      [
        "Summary": "Evaluation hung. `scheduler_submit` records every event now.",
        "Symptom": "```\nrepro: evaluation made no progress for 1 s (waiting for event 3)\n```",
        "Root cause": "With one stream, `scheduler_submit` in `src/scheduler.c` pushes no `TASK_RECORD`.",
        "Fix": "Every event is recorded; `run` is as it was.",
        "Validation": "`make check` passes; `other_name` ran.",
      ])
    try shelf.write(
      "RILL-2", "The queue fills up",
      [
        "Summary": "It filled.",
        "Symptom":
          "```\nTraceback (most recent call last):\n  File \"/app/rill/queue.py\", line 12, in push\n    raise\nrill.QueueFullError: the queue is full at 64\n```",
        "Root cause": "`drain` in `rill/queue.py` never runs.", "Fix": "It drains.", "Validation": "A test.",
      ])
    try shelf.write(
      "RILL-3", "Dates are wrong",
      [
        "Summary": "A `TypeError`.", "Root cause": "`parse` took seconds.", "Fix": "`main` is right.",
        "Validation": "A test.",
      ])
  }

  private func recalled(_ cue: RecallCue) throws -> [Recalled] {
    try shelf.archive().recall([cue], limit: 5).recalled
  }

  private func trace(_ text: String) throws -> [Recalled] {
    try recalled(.trace(StackTrace(Array(text.utf8))))
  }

  @Test(arguments: [
    // The function and the file of a frame, wherever the tree lies.
    ("#0 scheduler_submit (s=0x1) at /build/rill/src/scheduler.c:40", ["RILL-1"]),
    // The function alone.
    ("#0 scheduler_submit (s=0x1) at other.c:40", ["RILL-1"]),
    // The message, with another number in it.
    ("repro: evaluation made no progress for 7 s (waiting for event 12)\nexit status 1", ["RILL-1"]),
    ("Traceback (most recent call last):\n", []),
    ("RuntimeError: the queue is full at 128", ["RILL-2"]),
    // A plain word beside its file.
    ("  File \"/srv/x/rill/queue.py\", line 3, in drain", ["RILL-2"]),
    // The kind of the failure, which is the project's own.
    ("rill.QueueFullError: something else entirely is wrong", ["RILL-2"]),
    // What says nothing alone: a plain word, a kind of every program's, a file of another directory, a function of libraries.
    ("  File \"/srv/x/y.py\", line 3, in drain", []), ("TypeError: x is not a function", []),
    ("#0 main () at lib/scheduler.c:40", []), ("#0 0x1 in main (/lib/libc.so+0x1)", []),
    // A file alone, on the way of a trace.
    ("#0 f () at src/scheduler.c:40", []), ("", []), ("no trace at all", []),
  ])
  func `a trace recalls the records that name what it names`(text: String, keys: [String]) throws {
    #expect(try trace(text).map(\.key) == keys)
  }

  @Test func `a message in a symptom is met by the same message with other figures`() throws {
    let found = try trace("panic: repro: evaluation made no progress for 7 s (waiting for event 12)\n")
    #expect(found.map(\.key) == ["RILL-1"])
    #expect(found.first?.meetings.first?.kind == "message")
    #expect(found.first?.meetings.first?.section == "Symptom")
  }

  @Test func `what met which section is told, with its line`() throws {
    let found = try #require(try trace("#3 scheduler_submit () at /b/src/scheduler.c:1\n").first)
    #expect(found.meetings.map(\.text) == ["scheduler_submit", "/b/src/scheduler.c"])
    #expect(found.meetings.map(\.section) == ["Summary", "Root cause"])
    #expect(found.meetings.map(\.line) == [10, 20])
    #expect(found.meetings.allSatisfy { $0.source == "frame 1" })
  }

  private func change(_ patch: String) throws -> [Recalled] {
    try recalled(.change(FileDiff.list(of: Array(patch.utf8)), commits: []))
  }

  @Test(arguments: [
    (
      "diff --git a/src/scheduler.c b/src/scheduler.c\n--- a/src/scheduler.c\n+++ b/src/scheduler.c\n@@ -1 +1 @@\n-a\n+b\n",
      ["RILL-1"]
    ),
    (
      "diff --git a/lib/scheduler.c b/lib/scheduler.c\n--- a/lib/scheduler.c\n+++ b/lib/scheduler.c\n@@ -1 +1 @@\n-a\n+b\n",
      []
    ),
    ("--- rill/queue.py\t2026-01-01\n+++ rill/queue.py\t2026-01-02\n@@ -1 +1 @@\n-a\n+b\n", ["RILL-2"]),
    (
      "diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@ int scheduler_submit(struct task *task)\n-a\n+b\n",
      ["RILL-1"]
    ),
    ("diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@ int run(void)\n-a\n+b\n", []),
    (
      "diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-TASK_RECORD(scheduler_submit)\n+b\n",
      ["RILL-1"]
    ),
    (
      "diff --git a/old.c b/src/scheduler.c\nsimilarity index 90%\nrename from old.c\nrename to src/scheduler.c\n",
      ["RILL-1"]
    ),
    ("", []), ("@@ -1 +1 @@\n", []),
  ])
  func `a change recalls the records on what it touches`(patch: String, keys: [String]) throws {
    #expect(try change(patch).map(\.key) == keys)
  }

  @Test(arguments: [
    ("who calls scheduler_submit?", ["RILL-1"]), ("is src/scheduler.c broken", ["RILL-1"]),
    ("(`QueueFullError`)", ["RILL-2"]),
    ("evaluating small steps hangs", ["RILL-1"]), ("the queue is full at 3", ["RILL-2"]), ("graph", []),
    ("what is wrong with my kitchen sink", []), ("a test of the summary", []),
  ])
  func `a question recalls records by names, or by most of its words`(question: String, keys: [String]) throws
  {
    #expect(try recalled(.question(question)).map(\.key) == keys)
  }

  @Test func `a name that many records have recalls none of them`() throws {
    for number in 0..<30 {
      try shelf.write("C-\(number)", "Another", ["Root cause": "`common_name` again.", "Fix": "Done."])
    }
    #expect(try recalled(.question("common_name")).isEmpty)
    #expect(try recalled(.question("scheduler_submit common_name")).map(\.key) == ["RILL-1"])
  }

  @Test(arguments: [
    ("src/a.c", "/build/src/a.c", 1.0), ("src/a.c", "src/a.c", 1), ("a.c", "a.c", 1), ("a.c", "src/a.c", 0.5),
    ("lib/a.c", "src/a.c", 0),
    ("src\\a.cs", "C:\\b\\src\\a.cs", 1), ("index.js", "src/index.js", 0), ("a/src/a.c", "b/src/a.c", 0),
    ("", "a.c", 0),
  ])
  func `paths are of one file where one is the end of the other`(
    first: String, second: String, likeness: Double
  ) {
    #expect(Memory.likeness(of: first, to: second) == likeness)
    #expect(Memory.likeness(of: second, to: first) == likeness)
  }
}
