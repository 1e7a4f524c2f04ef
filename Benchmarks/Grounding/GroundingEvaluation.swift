import Casework
import Chance
import Grounding
import Record
import Repository
import Storage
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds what messages of real fixes name against their repositories, as they are written and with slips in them.
///
///     bench PATH-OF-POSTMORTEM grounding CLONES [--per N] [--seed N] [--examples]
///
/// CLONES holds clones, bare or not. The body of a message is read as the root cause of a record whose fix is that commit;
/// its validation counts what the fix changes, and its evidence is what `git diff --stat` prints of that.
struct GroundingEvaluation {
  let clones: String
  var per = 300
  var seed: UInt64 = 7
  var showsExamples = false

  /// From the words behind the benchmark's name; nil where they say nothing that it knows.
  init?(_ words: [String]) {
    guard let clones = words.first else { return nil }
    self.clones = clones
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "--examples": showsExamples = true
      case "--per":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
        per = number
      case "--seed":
        guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      default: return nil
      }
    }
  }

  /// The settings of the machine's user are left out.
  private var environment: [String: String] {
    ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"]
  }

  func run() throws {
    var total = GroundingTally()
    for name in try FileTree.list(clones).sorted() {
      let path = "\(clones)/\(name)"
      guard let repository = try? Repository(around: path, environment: environment, spawner: Spawner()) else {
        say("\(name): no repository")
        continue
      }
      let tally: GroundingTally
      do {
        tally = try measure(repository, at: path)
      } catch RepositoryError.objectMissing(let detail) {
        // A mirror may leave out what is large: then neither a tree nor the history says what is there.
        say("\(name): left out, for its clone is not whole (\(detail))")
        continue
      }
      say("\(name): \(tally.lines.joined(separator: "\n"))")
      for example in showsExamples ? tally.unsupported.map(\.line) + tally.examples : [] { say("    \(example)") }
      total.add(tally)
    }
    say("all: \(total.lines.joined(separator: "\n"))")
  }

  private func measure(_ clone: Repository, at path: String) throws -> GroundingTally {
    var tally = GroundingTally()
    var random = SplitMix(seed: seed)
    let standpoint = try FixStandpoint(of: clone, environment: environment)
    defer { try? standpoint.cleanUp() }
    let messages = FixMessages(clone: path, bench: environment)
    for message in try messages.drawn(per, seed: seed) {
      tally.fixes += 1
      try standpoint.move(to: message.commit)
      try judge(message, try messages.counts(of: message), in: standpoint.repository, &random, &tally)
    }
    let history = HistoryNames(repository: clone, clone: path, environment: environment)
    tally.tell(apart: try history.neverHeld(tally.unsupported.map(\.claim)))
    return tally
  }

  private func judge(
    _ message: FixMessages.Message, _ counts: FixMessages.Counts, in repository: Repository,
    _ random: inout SplitMix, _ tally: inout GroundingTally
  ) throws {
    let record = RecordDocument(
      Array("# A\n\n## Validation\n\n\(counts.sentence)\n\n## Root cause\n\n".utf8) + message.body)
    var seen: Set<String> = []
    let claims = ClaimReader.claims(in: record).filter {
      GroundingTally.kinds.contains($0.kind) && seen.insert("\($0.kind) \($0.text)").inserted
    }
    guard claims.contains(where: { $0.kind != .number }) else { return }
    tally.fixesWithClaims += 1
    let sources = GroundingSources(
      repository, fix: [try repository.commit(message.commit)],
      measured: [.init(label: "git diff --stat", bytes: counts.evidence)])
    let start = ContinuousClock.now
    let judged = try Grounding(sources).judge(claims).filter { !$0.isIdle }
    let taken = (ContinuousClock.now - start).components
    tally.seconds.append(Double(taken.seconds) + Double(taken.attoseconds) * 1e-18)
    for claim in judged {
      // What could not be looked up is neither right nor wrong.
      guard claim.standing != nil else { continue }
      tally.standings[claim.claim.kind, default: [:]][claim.standing, default: 0] += 1
      guard claim.standing == .unsupported else { continue }
      tally.unsupported.append(
        .init(claim: claim.claim, commit: "\(message.commit.prefix(10))", near: claim.suggestion))
    }
    try mutate(judged, of: record, sources, &random, &tally)
  }

  /// Changes each supported claim at its place in the record, reads the record again, and judges what is read there.
  private func mutate(
    _ judged: [JudgedClaim], of record: RecordDocument, _ sources: GroundingSources,
    _ random: inout SplitMix, _ tally: inout GroundingTally
  ) throws {
    var mutants: [Mutant] = []
    for entry in judged where entry.standing == .found || entry.standing == .measured {
      let others = judged.map(\.claim).filter { $0.kind == entry.claim.kind && $0 != entry.claim }.map(\.text)
      for mutation in ClaimMutation.allCases {
        guard let text = mutation.apply(to: entry.claim, beside: others, using: &random),
          Array(record.text[entry.claim.range]) == Array(entry.claim.text.utf8)
        else { continue }
        // Two names that share their beginning, and change their ends, are each the other: both are true.
        guard !others.contains(text) else {
          tally.swapped += 1
          continue
        }
        mutants.append(Mutant(entry.claim, mutation, text: text, in: record))
      }
    }
    guard !mutants.isEmpty else { return }
    var answers = try Grounding(sources).judge(mutants.flatMap(\.claims))[...]
    for mutant in mutants {
      let own = answers.prefix(mutant.claims.count)
      answers = answers.dropFirst(mutant.claims.count)
      let isCaught = own.contains { $0.standing == .unsupported }
      tally.add(caught: isCaught ? 1 : 0, of: 1, as: mutant.name)
      if !isCaught {
        let miss: GroundingTally.Miss =
          own.allSatisfy(\.isIdle) ? .notRead : try stands(mutant, sources) ? .standing : .found
        tally.add(missed: miss, as: mutant.name)
        let place = own.first.map { "\(JudgedClaim.word(for: $0.standing)) in \($0.source)" } ?? "no claim any more"
        tally.examples.append(
          "not caught \(mutant.name): \(mutant.text) (\(mutant.original), \(sources.fix[0].id.digits.prefix(10))), \(place)")
      }
    }
  }

  /// Whether a change has made another true name: a word of the files of the fix, or of the commit before it; a file there.
  ///
  /// It is asked of git and not of what is measured.
  private func stands(_ mutant: Mutant, _ sources: GroundingSources) throws -> Bool {
    let fix = sources.fix[0]
    for commit in [fix, try sources.repository.firstParent(of: fix)].compactMap(\.self) {
      switch mutant.kind {
      case .identifier:
        if try !sources.repository.words([mutant.text], foundIn: commit.id).isEmpty { return true }
      case .path:
        let end = "/\(mutant.text)"
        if try sources.repository.files(in: commit.id).contains(where: { "/\($0)".hasSuffix(end) }) { return true }
      default: break
      }
    }
    return false
  }

  /// A changed claim, and what is read at its place.
  private struct Mutant {
    var name: String
    var kind: Claim.Kind
    var original: String
    var text: String
    var claims: [Claim]

    init(_ claim: Claim, _ mutation: ClaimMutation, text: String, in record: RecordDocument) {
      name = "\(claim.kind.rawValue), \(mutation.rawValue)"
      kind = claim.kind
      original = claim.text
      self.text = text
      let changed = RecordDocument(
        record.text[..<claim.range.lowerBound] + Array(text.utf8) + record.text[claim.range.upperBound...])
      let place = claim.range.lowerBound..<claim.range.lowerBound + text.utf8.count
      claims = ClaimReader.claims(in: changed).filter { $0.range.overlaps(place) }
    }
  }
}
