import Synchronization
import Testing

@testable import Recognition

@Suite struct HostileOutputTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `random bytes are read without harm`(seed: UInt64) {
    var random = Noise(state: seed &+ 1)
    let bytes = (0..<Int(random.next() % 3_000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let recognition = Recognizer(treeRoots: ["/a"]).recognize(
      output: bytes, ending: .exit(1), command: "make test")
    #expect(recognition.failures.count <= 20)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `shuffled pieces of real output are read without harm`(seed: UInt64) {
    var random = Noise(state: seed &+ 1)
    var bytes: [UInt8] = []
    for _ in 0..<20 {
      let output = RecordedRun.all[Int(random.next() % UInt64(RecordedRun.all.count))].output
      let start = Int(random.next() % UInt64(output.count + 1))
      bytes += output[start..<min(output.count, start + Int(random.next() % 400))]
    }
    let recognition = Recognizer().recognize(output: bytes, ending: .exit(Int32(seed % 3)), command: "pytest")
    #expect(recognition.missingSymbols.count <= 20 && recognition.missingFiles.count <= 20)
  }

  @Test(arguments: RecordedRun.all)
  func `output cut off anywhere is read without harm`(run: RecordedRun) {
    for part in 1..<4 {
      let cut = max(0, run.output.count * part / 4 - part)
      #expect(run.recognize(Array(run.output.prefix(cut))).failures.count <= 20)
    }
  }

  @Test(
    arguments: RecordedRun.all.filter {
      ["go/fail", "tap/fail", "unittest/fail", "tsc/pretty"].contains($0.name)
    })
  func `output cut off at any byte is read without harm`(run: RecordedRun) {
    for cut in run.output.indices {
      #expect(run.recognize(Array(run.output.prefix(cut))).failures.count <= 20)
    }
  }

  @Test(arguments: RecordedRun.all.filter { $0.saysSomething && $0.name != "make/up-to-date" })
  func `noise before and after changes no verdict`(run: RecordedRun) {
    let noise = Array("starting up\n[12:01:02] loading configuration\n\n".utf8)
    let after = Array("\nhave a nice day\nuploading 3 logs\n".utf8)
    let plain = run.recognize()
    let noisy = run.recognize(noise + run.output + after)
    #expect(noisy.obstacle == plain.obstacle)
    #expect(noisy.executed == plain.executed)
    #expect(noisy.runner == plain.runner)
    #expect(noisy.missingFiles == plain.missingFiles)
  }

  @Test(arguments: RecordedRun.all.filter { $0.ending != .exit(0) })
  func `colour and carriage returns change no verdict`(run: RecordedRun) {
    var coloured: [UInt8] = []
    for line in run.output.split(separator: 0x0A, omittingEmptySubsequences: false) {
      coloured += Array("\u{1B}[31;1m".utf8) + line + Array("\u{1B}[0m\r\n".utf8)
    }
    let plain = run.recognize()
    let changed = run.recognize(Array(coloured.dropLast(2)))
    #expect(changed.obstacle == plain.obstacle)
    #expect(changed.executed == plain.executed)
    #expect(changed.signature == plain.signature)
  }

  @Test func `of a line of five megabytes only the beginning is looked at`() {
    let transcript = Transcript([UInt8](repeating: UInt8(ascii: "="), count: 5_000_000))
    #expect(transcript.lines.map(\.bytes.count) == [Line.limit])
  }

  @Test func `five megabytes of escape codes leave nothing to look at`() {
    let transcript = Transcript(Array(repeating: Array("\u{1B}[".utf8), count: 2_500_000).flatMap { $0 })
    #expect(transcript.lines.map(\.bytes.count).reduce(0, +) == 0)
  }

  @Test(arguments: RecordedRun.all)
  func `a longer output takes no more passes over its lines`(run: RecordedRun) {
    // With the linear cutting into lines of limited length, this makes the whole work linear.
    let passes = [1, 10].map { run.passes(overOutputRepeated: $0) }
    #expect(passes[1] <= passes[0] + 5)
    #expect(passes[0] <= 100)
  }
}

extension RecordedRun {
  /// Whether anything but blank lines was printed.
  fileprivate var saysSomething: Bool { output.contains { $0 > 0x20 } }

  /// How often the lines are gone through when the output is printed this many times.
  fileprivate func passes(overOutputRepeated count: Int) -> Int {
    let passes = Mutex(0)
    let bytes = Array(repeatElement(output + [0x0A], count: count).joined())
    let transcript = Transcript(bytes, onPass: { passes.withLock { $0 += 1 } })
    _ = Recognizer().recognize(Run(transcript: transcript, ending: ending, command: Command(command)))
    return passes.withLock { $0 }
  }
}

/// Random numbers that are the same in every run.
private struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
