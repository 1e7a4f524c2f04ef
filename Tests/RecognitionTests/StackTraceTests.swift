import Recognition
import Testing

/// Stack traces, as programs print them.
@Suite struct StackTraceTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String

    /// Each as `file:line function`, with `-` for what is not printed.
    var frames: [String]

    /// Each as `type|message`.
    var complaints: [String]

    var testDescription: String { language }
  }

  static let samples: [Sample] = [
    Sample(
      language: "Python",
      text: """
        Traceback (most recent call last):
          File "/app/rill/evaluate.py", line 41, in evaluate_step
            self.queue.push(task)
          File "/app/rill/queue.py", line 12, in push
            raise QueueFullError(f"queue {self.name!r} is full at {len(self)}")
        rill.errors.QueueFullError: queue 'small' is full at 64
        """,
      frames: ["/app/rill/evaluate.py:41 evaluate_step", "/app/rill/queue.py:12 push"],
      complaints: ["rill.errors.QueueFullError|queue 'small' is full at 64"]),
    Sample(
      language: "pytest",
      text: """
        tests/test_queue.py:9: in test_push
            queue.push(1)
        rill/queue.py:12: in push
            raise ValueError("the queue is closed")
        E   ValueError: the queue is closed
        """,
      frames: ["tests/test_queue.py:9 -", "rill/queue.py:12 -"],
      complaints: ["ValueError|the queue is closed"]),
    Sample(
      language: "Java",
      text: """
        Exception in thread "main" java.lang.IllegalStateException: stream 3 is closed
        \tat com.rill.core.Scheduler.submit(Scheduler.java:142)
        \tat com.rill.core.Scheduler$Worker.lambda$run$0(Scheduler.java:88)
        \tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)
        \tat java.base/java.lang.reflect.Method.invoke(Native Method)
        Caused by: com.rill.core.EventLostException: event 7 was never recorded
        \t... 4 more
        """,
      frames: [
        "Scheduler.java:142 com.rill.core.Scheduler.submit",
        "Scheduler.java:88 com.rill.core.Scheduler$Worker.lambda$run$0",
        "ThreadPoolExecutor.java:1136 java.util.concurrent.ThreadPoolExecutor.runWorker",
        "-:- java.lang.reflect.Method.invoke",
      ],
      complaints: [
        "java.lang.IllegalStateException|stream 3 is closed",
        "com.rill.core.EventLostException|event 7 was never recorded",
      ]),
    Sample(
      language: "JavaScript",
      text: """
        TypeError: Cannot read properties of undefined (reading 'events')
            at Scheduler.submit (/srv/rill/src/scheduler.js:31:17)
            at async evaluateStep (file:///srv/rill/src/evaluate.mjs:12:3)
            at new Queue (webpack:///./src/queue.ts?a1b2:7:9)
            at Object.<anonymous> (/srv/rill/test/scheduler.test.js:5:1)
            at /srv/rill/src/loop.js:3:1
            at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
        """,
      frames: [
        "/srv/rill/src/scheduler.js:31 Scheduler.submit", "/srv/rill/src/evaluate.mjs:12 evaluateStep",
        "src/queue.ts:7 Queue", "/srv/rill/test/scheduler.test.js:5 Object.<anonymous>",
        "/srv/rill/src/loop.js:3 -",
        "-:- process.processTicksAndRejections",
      ],
      complaints: ["TypeError|Cannot read properties of undefined (reading 'events')"]),
    Sample(
      language: "Firefox",
      text: "push@http://localhost:3000/src/queue.js:12:5\n@http://localhost:3000/src/main.js:1:1\n",
      frames: ["src/queue.js:12 push", "src/main.js:1 -"], complaints: []),
    Sample(
      language: "Go",
      text: """
        panic: runtime error: index out of range [5] with length 3

        goroutine 7 [running]:
        github.com/example/rill/queue.(*Queue).Push(0xc000010250, {0x4a1b20, 0x3})
        \t/home/ci/rill/queue/queue.go:42 +0x1d
        main.evaluate(...)
        \t/home/ci/rill/main.go:17
        created by main.run in goroutine 1
        \t/home/ci/rill/main.go:9 +0x5e
        """,
      frames: [
        "/home/ci/rill/queue/queue.go:42 github.com/example/rill/queue.(*Queue).Push",
        "/home/ci/rill/main.go:17 main.evaluate", "/home/ci/rill/main.go:9 main.run",
      ],
      complaints: ["-|runtime error: index out of range [5] with length 3"]),
    Sample(
      language: "Rust",
      text: """
        thread 'worker-2' panicked at src/queue.rs:31:9:
        the queue lost task 12
        stack backtrace:
           0: rust_begin_unwind
           1: core::panicking::panic_fmt
                     at /rustc/90b35a6/library/core/src/panicking.rs:72:14
           2: rill::queue::Queue<T>::pop_task
                     at ./src/queue.rs:31:9
           3: rill::main::h0123456789abcdef
                     at ./src/main.rs:8:5
        """,
      frames: [
        "src/queue.rs:31 -", "/rustc/90b35a6/library/core/src/panicking.rs:72 core::panicking::panic_fmt",
        "src/queue.rs:31 rill::queue::Queue<T>::pop_task", "src/main.rs:8 rill::main",
      ],
      complaints: ["-|the queue lost task 12"]),
    Sample(
      language: "Rust before 1.73", text: "thread 'main' panicked at 'no such stream', src/lib.rs:4:5\n",
      frames: ["src/lib.rs:4 -"], complaints: ["-|no such stream"]),
    Sample(
      language: "Swift",
      text: """
        rill/Scheduler.swift:31: Fatal error: the event is gone
        0 [ra] 0x000055d0c0ffee12 Scheduler.submit(_:) + 37 in rill at /src/rill/Scheduler.swift:31:9
        1 [ra] 0x000055d0c0ffee99 static Rill.main() + 5 in rill at /src/rill/main.swift:3:1
        """,
      frames: [
        "rill/Scheduler.swift:31 -", "/src/rill/Scheduler.swift:31 Scheduler.submit",
        "/src/rill/main.swift:3 Rill.main",
      ],
      complaints: ["-|the event is gone"]),
    Sample(
      language: "macOS", text: "3   rill    0x000000010a0b0c0d scheduler_submit + 124 (scheduler.c:31)\n",
      frames: ["scheduler.c:31 scheduler_submit"], complaints: []),
    Sample(
      language: "gdb",
      text: """
        Program received signal SIGSEGV, Segmentation fault.
        #0  event_wait (event=0x0) at src/event.c:17
        #1  0x000055555555531a in scheduler_wait (scheduler=0x7ffe, event=3) at src/scheduler.c:88
        #2  0x00007ffff7df1d0a in __libc_start_main () from /lib/x86_64-linux-gnu/libc.so.6
        """,
      frames: ["src/event.c:17 event_wait", "src/scheduler.c:88 scheduler_wait", "-:- __libc_start_main"],
      complaints: []),
    Sample(
      language: "lldb",
      text: "  * frame #0: 0x0000000100003f50 rill`event_wait(event=0x0) + 12 at event.c:17:3\n",
      frames: ["event.c:17 event_wait"], complaints: []),
    Sample(
      language: "AddressSanitizer",
      text: """
        ==4711==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc 0x4f bp 0x7ffe sp 0x7ffd
        READ of size 4 at 0x602000000010 thread T0
            #0 0x4f1a2b in rill::Queue::push(int) /src/rill/queue.cpp:12:3
            #1 0x4f1a99 in main /src/rill/main.cpp:5:1
            #2 0x7f00aa in __libc_start_main (/lib/x86_64-linux-gnu/libc.so.6+0x26d0a)
        SUMMARY: AddressSanitizer: heap-use-after-free /src/rill/queue.cpp:12:3 in rill::Queue::push(int)
        """,
      frames: [
        "/src/rill/queue.cpp:12 rill::Queue::push", "/src/rill/main.cpp:5 main", "-:- __libc_start_main",
        "/src/rill/queue.cpp:12 -",
      ], complaints: ["heap-use-after-free|"]),
    Sample(
      language: "UndefinedBehaviorSanitizer",
      text: "src/sum.c:9:14: runtime error: signed integer overflow\n",
      frames: ["src/sum.c:9 -"], complaints: ["-|signed integer overflow"]),
    Sample(
      language: "C assertions", text: "rill: src/queue.c:44: queue_push: Assertion `size < limit' failed.\n",
      frames: ["src/queue.c:44 -"], complaints: ["-|Assertion `size < limit' failed."]),
    Sample(
      language: "C++",
      text:
        "terminate called after throwing an instance of 'rill::QueueFull'\n  what():  the queue is full\n",
      frames: [],
      complaints: ["rill::QueueFull|", "-|the queue is full"]),
    Sample(
      language: "Ruby",
      text: """
        lib/rill/queue.rb:12:in `push': the queue is closed (Rill::ClosedError)
        \tfrom lib/rill/evaluate.rb:41:in `block in step'
        \tfrom lib/rill/evaluate.rb:40:in 'Array#each'
        """,
      frames: [
        "lib/rill/queue.rb:12 push", "lib/rill/evaluate.rb:41 step", "lib/rill/evaluate.rb:40 Array#each",
      ],
      complaints: ["Rill::ClosedError|the queue is closed"]),
    Sample(
      language: "C#",
      text: """
        Unhandled exception. System.InvalidOperationException: The stream is closed.
         ---> Rill.EventLostException: event 7
           at Rill.Scheduler.Submit(Task task) in /src/Rill/Scheduler.cs:line 31
           at Rill.Program.Main(String[] args)
        """,
      frames: ["/src/Rill/Scheduler.cs:31 Rill.Scheduler.Submit", "-:- Rill.Program.Main"],
      complaints: [
        "System.InvalidOperationException|The stream is closed.", "Rill.EventLostException|event 7",
      ]),
    Sample(
      language: "PHP",
      text: """
        PHP Fatal error:  Uncaught TypeError: push(): Argument #1 must be of type int in /srv/rill/src/Queue.php:12
        Stack trace:
        #0 /srv/rill/src/Evaluate.php(41): Rill\\Queue->push('x')
        #1 {main}
          thrown in /srv/rill/src/Queue.php on line 12
        """,
      frames: [
        "/srv/rill/src/Queue.php:12 -", "/srv/rill/src/Evaluate.php:41 Rill\\Queue->push",
        "/srv/rill/src/Queue.php:12 -",
      ],
      complaints: ["TypeError|push(): Argument #1 must be of type int in /srv/rill/src/Queue.php:12"]),
    Sample(
      language: "Elixir",
      text: """
        ** (KeyError) key :events not found in: %{}
            (rill 0.4.0) lib/rill/queue.ex:12: Rill.Queue.push/2
        """,
      frames: ["lib/rill/queue.ex:12 Rill.Queue.push"], complaints: ["KeyError|key :events not found in: %{}"]
    ),
    Sample(
      language: "Perl", text: "the queue is closed at lib/Rill/Queue.pm line 12.\n",
      frames: ["lib/Rill/Queue.pm:12 -"],
      complaints: []),
    Sample(
      language: "prose",
      text:
        "We met at 10:30. See example.com:443, the ratio 3:2, and #12 of v1.2.3. It took 3 tries: two failed.\n",
      frames: [], complaints: []),
  ]

  @Test(arguments: samples)
  func `frames and complaints are read as each language prints them`(sample: Sample) {
    let trace = StackTrace(Array(sample.text.utf8))
    #expect(
      trace.frames.map { "\($0.file ?? "-"):\($0.line.map(String.init) ?? "-") \($0.function ?? "-")" }
        == sample.frames)
    #expect(trace.complaints.map { "\($0.type ?? "-")|\($0.message)" } == sample.complaints)
  }

  @Test(arguments: [
    ("the queue lost task 7", "the queue lost task 123456"),
    ("no route to 10.0.0.3:8080 after 3.5 s", "no route to 10.1.2.3:9090 after 12 s"),
    ("cannot open stream 'a' for reading", "cannot open stream 'b-7' for reading"),
    ("bad address 0x7ffe0012ab in pool of pid 17", "bad address 0x7ffc99ffab in pool of pid 4242"),
  ])
  func `messages of one failure are the same without what differs from run to run`(
    first: String, second: String
  ) {
    #expect(FailureText.masked(first) == FailureText.masked(second))
    #expect(FailureText.words(in: FailureText.masked(first)) >= 3)
  }

  @Test func `messages of two failures differ, and what is left of little is little`() {
    #expect(FailureText.masked("the queue lost task 7") != FailureText.masked("the queue lost event 7"))
    #expect(FailureText.words(in: FailureText.masked("'a' 12 0x7ffe0012ab")) == 0)
    #expect(FailureText.masked("don't open it: it's closed").contains("it's closed"))
  }

  @Test func `any bytes are read, in time that grows with them`() {
    var bytes: [UInt8] =
      (0...255).map { UInt8($0) } + Array("\n#0 ( at :\nat (\nFile \"\n:in \n@\n** (\n".utf8)
    for _ in 0..<10 { bytes += bytes }
    let trace = StackTrace(bytes)
    #expect(trace.frames.count <= 2_000)
    let deep = String(repeating: "    at f (/a/b.js:1:1)\n", count: 5_000)
    #expect(StackTrace(Array(deep.utf8)).frames.count == 2_000)
  }
}
