/// pytest, at any verbosity, with or without xdist.
struct PytestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var session = PytestSession()
    for line in run.lines { session.read(line) }
    let isNamed = run.command.runs("pytest") || run.command.runs("py.test")
    guard session.isSeen || (isNamed && session.progress != nil) || isSilent(run) else { return nil }
    return session.report(of: run)
  }

  /// `-qq` prints nothing at all when nothing was selected, and exits with 5.
  private func isSilent(_ run: Run) -> Bool {
    run.ending == .exit(5) && run.command.isAlone
      && (run.command.runs("pytest") || run.command.runs("py.test"))
      && run.lines.allSatisfy(\.trimmed.isEmpty)
  }
}

/// What pytest said so far.
private struct PytestSession {
  /// Counts of one summary line.
  private struct Counts {
    var failed = 0
    var passed = 0
    var skipped = 0
    var errors = 0

    /// Adds what pytest calls by this word; false when it has no such word.
    mutating func add(_ count: Int, _ outcome: String) -> Bool {
      switch outcome {
      case "failed": failed += count
      case "passed", "xfailed", "xpassed": passed += count
      case "skipped": skipped += count
      case "error", "errors": errors += count
      case "warning", "warnings", "deselected", "rerun": break
      default: return false
      }
      return true
    }
  }

  /// The part of the output that a header opened: one failure, or one error.
  private struct Section {
    enum Kind { case failure, collection, setup }
    var kind: Kind
    var name: String
    var complaints: [Line] = []
    /// The exception that ended it: the last one, as earlier ones are its causes.
    var exception: Line?
  }

  private var summaries: [Counts] = []
  private var sections: [Section] = []
  private var failed: [String] = []
  private var broken: [String] = []
  private var messages: [Line] = []
  private var complaint: Line?
  private var isUsage = false
  private var abort: Line?
  private var conftest: [Line]?
  private(set) var isSeen = false
  private var isSugar = false
  /// The letters of the progress lines, for `-qq`, which has no summary.
  private(set) var progress: [UInt8]?

  mutating func read(_ line: Line) {
    if line.starts("="), line.ends("=") { return readRuler(line) }
    if line.starts("Results ("), line.ends("):") { return add(Counts(), asSugar: true) }
    if isSugar, readSugar(line) { return }
    if let counts = Self.counts(in: line) { return add(counts) }
    if line.starts("__"), line.ends("__") { return open(line) }
    if line.starts("E  ") { return complain(line) }
    if let rest = line.dropping("FAILED "), rest.has("::") || rest.has(".py") {
      return Self.note(rest, in: &failed, &messages)
    }
    if let rest = line.dropping("ERROR "), rest.has("::") || rest.has(".py") {
      return Self.note(rest, in: &broken, &messages)
    }
    if line.starts("ERROR: ") || line.has("pytest: error: ") || line.has("py.test: error: ") {
      return object(line)
    }
    if line.starts("!!!"), line.ends("!!!") { return interrupt(line) }
    if line.starts("INTERNALERROR> ") { abort = line }
    if line.starts("ImportError while loading conftest ") || line.starts("ConftestImportFailure") {
      conftest = []
      isSeen = true
    }
    if let first = line.bytes.first, ".FEsxX".utf8.contains(first) || line.has("%]") { readProgress(line) }
  }

  // MARK: One kind of line each

  private mutating func readRuler(_ line: Line) {
    let title = Line(line.bytes.drop { $0 == 0x3D }).trimmed.dropping { $0.isBlank }
    let text = Line(title.bytes.reversed().drop { $0 == 0x3D || $0.isBlank }.reversed()[...])
    if text.equals("test session starts") { isSeen = true }
    if let counts = Self.counts(in: text) { add(counts) }
  }

  private mutating func add(_ counts: Counts, asSugar: Bool = false) {
    isSeen = true
    isSugar = asSugar
    summaries.append(counts)
  }

  /// Reads a count that pytest-sugar gives a line of its own: `       1 passed`.
  private mutating func readSugar(_ line: Line) -> Bool {
    let words = line.split(0x20)
    guard line.indent > 0, words.count == 2, let count = words[0].number, let last = summaries.indices.last
    else { return false }
    return summaries[last].add(count, words[1].text)
  }

  /// The counts in `1 failed, 2 passed in 0.12s`, in any order and number; nil for any other line.
  private static func counts(in line: Line) -> Counts? {
    guard let end = line.beforeLast(" in "), let last = line.afterLast(" in "),
      last.bytes.first?.isDigit == true, last.has("s")
    else { return nil }
    var counts = Counts()
    if end.equals("no tests ran") || end.has(" collected")
      || end.has(" deselected") && !end.has(anyOf: Self.outcomes)
    {
      return end.equals("no tests ran") || end.number != nil ? counts : nil
    }
    for part in end.split(UInt8(ascii: ",")).map(\.trimmed) {
      let words = part.split(0x20)
      guard words.count == 2, let count = words[0].number else { return nil }
      guard counts.add(count, words[1].text) else { return nil }
    }
    return counts
  }

  private static let outcomes = [" failed", " passed", " skipped", " error", " xfailed", " xpassed"]

  private mutating func open(_ line: Line) {
    let name = Line(line.bytes.drop { $0 == 0x5F }.reversed().drop { $0 == 0x5F }.reversed()[...]).trimmed
    guard line.has("_ "), !name.isEmpty else { return }
    if let file = name.dropping("ERROR collecting ") {
      sections.append(Section(kind: .collection, name: file.text))
    } else if let test = name.dropping("ERROR at setup of ") ?? name.dropping("ERROR at teardown of ") {
      sections.append(Section(kind: .setup, name: test.text))
    } else {
      sections.append(Section(kind: .failure, name: name.text))
    }
  }

  private mutating func complain(_ line: Line) {
    if conftest != nil, sections.isEmpty { conftest?.append(line) }
    guard let last = sections.indices.last else { return }
    if sections[last].complaints.count < 50 { sections[last].complaints.append(line) }
    let text = Line(line.bytes.dropFirst(2)).trimmed
    let name = text.taking { $0.isWord || $0 == 0x2E }
    if name.has(anyOf: ["Error", "Exception"]), text.dropping(name.text)?.starts(":") ?? false {
      sections[last].exception = text
    }
  }

  private static func note(_ rest: Line, in names: inout [String], _ messages: inout [Line]) {
    let name = rest.before(" - ") ?? rest
    if let message = rest.after(" - ") { messages.append(message) }
    guard !name.has(" ") || name.has("["), names.count < 200, !names.contains(name.text) else { return }
    names.append(name.text)
  }

  private mutating func object(_ line: Line) {
    isSeen = isSeen || line.has(anyOf: ["ERROR: not found: ", "ERROR: file or directory not found: "])
    if line.has(": error: ") { isUsage = true }
    if complaint == nil || line.has(": error: ") { complaint = line }
  }

  private mutating func interrupt(_ line: Line) {
    if !line.has(anyOf: ["Interrupted: ", "stopping after ", "xdist.dsession.Interrupted"]) { abort = line }
  }

  private mutating func readProgress(_ line: Line) {
    guard let mark = line.beforeLast("%]")?.beforeLast("["), let letters = mark.split(0x20).last,
      letters.bytes.allSatisfy({ ".FEsxX".utf8.contains($0) })
    else { return }
    progress = (progress ?? []) + letters.bytes
  }

  // MARK: The verdict

  func report(of run: Run) -> Report {
    var report = Report("pytest")
    let counts = total(isGreen: run.isGreen)
    report.executed = counts.passed + counts.failed
    report.skipped = counts.skipped
    report.failed = max(counts.failed, summaries.isEmpty ? failed.count : 0)
    let broke = sections.filter { $0.kind == .failure }
    report.failures = failed.isEmpty && report.failed > 0 ? broke.map(\.name) : failed
    if report.failures.isEmpty, report.failed == 0 { report.failures = broken }
    report.reasons = sections.flatMap(\.complaints)
    if report.reasons.isEmpty { report.reasons = messages }
    if summaries.isEmpty, progress == nil, run.ending != .exit(5) {
      // Cut off, killed or crashed: what ran before is not known.
      report.executed = nil
      report.skipped = nil
    }
    report.trouble = report.failed > 0 ? sharedImport(broke, failed: report.failed) : trouble(counts)
    return report
  }

  private func total(isGreen: Bool) -> Counts {
    guard let last = summaries.last else {
      let letters = progress ?? []
      return Counts(
        failed: letters.count { $0 == UInt8(ascii: "F") }, passed: letters.count { ".xX".utf8.contains($0) },
        skipped: letters.count { $0 == UInt8(ascii: "s") }, errors: letters.count { $0 == UInt8(ascii: "E") })
    }
    // In a red run an earlier summary may be one that a test printed; in a green one it is an earlier run's.
    guard isGreen else { return last }
    return summaries.reduce(into: Counts()) { sum, next in
      sum.failed += next.failed
      sum.passed += next.passed
      sum.skipped += next.skipped
      sum.errors += next.errors
    }
  }

  /// The module whose absence is the reason of every failure.
  private func sharedImport(_ failures: [Section], failed: Int) -> Obstacle? {
    guard failures.count >= failed else { return nil }
    let causes = failures.map { section -> String? in
      guard let exception = section.exception, case .missingModule(let name) = Exceptions.python(exception)
      else {
        return nil
      }
      return name
    }
    guard causes.allSatisfy({ $0 != nil }), let first = causes.first, let name = first else { return nil }
    return .missingModule(name)
  }

  private func trouble(_ counts: Counts) -> Obstacle? {
    if let conftest {
      let last = conftest.last { $0.has(anyOf: ["Error", "Exception"]) } ?? conftest.last
      let exception = last.map { Line($0.bytes.dropFirst()).trimmed } ?? Line("conftest")
      return Exceptions.python(exception) ?? .setupFailure(line: exception.quoted)
    }
    if let section = sections.first(where: { $0.kind == .collection }) { return collection(section) }
    if let section = sections.first(where: { $0.kind == .setup }) {
      let line = section.complaints.first.map(Self.complaintText) ?? "ERROR at setup of \(section.name)"
      return .setupFailure(line: line)
    }
    if let abort { return .setupFailure(line: abort.quoted) }
    if let complaint {
      return isUsage ? .usageError(line: complaint.quoted) : .collectionError(line: complaint.quoted)
    }
    if counts.errors > 0 { return .setupFailure(line: broken.first ?? "\(counts.errors) errors") }
    return nil
  }

  /// What stands after the `E` in the margin.
  private static func complaintText(_ line: Line) -> String { Line(line.bytes.dropFirst()).quoted }

  private func collection(_ section: Section) -> Obstacle {
    let exception = section.exception ?? section.complaints.last.map { Line($0.bytes.dropFirst()).trimmed }
    guard let exception else { return .collectionError(line: "ERROR collecting \(section.name)") }
    return Exceptions.python(exception) ?? .collectionError(line: exception.quoted)
  }
}
