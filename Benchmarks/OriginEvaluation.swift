import Origin
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

/// Runs the search for origins over a set of fixes whose origin people stated, and prints what it weighed.
///
///     bench PATH-OF-POSTMORTEM origin-features CLONES FIXES.jsonl [PART/PARTS]
///
/// CLONES holds a bare clone for each `repo_dir_hint`. A line comes out for each fix: its commit, the seconds that it
/// took, and each candidate with its features. Benchmarks/fit_origin.py fits the weights to it, and scores them.
struct OriginEvaluation {
  let clones: String
  let fixes: String

  /// The settings of the machine's user are left out.
  private var environment: [String: String] {
    ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"]
  }

  private struct Row: Decodable {
    var repo_dir_hint: String
    var fix_commit: String
  }

  private struct Line: Encodable {
    var fix_commit: String
    var seconds: Double
    /// Processor time, ours and git's: unlike the seconds on the clock it does not depend on what else runs.
    var processorSeconds: Double
    var unread: [OriginGap]
    var error: String?
    var candidates: [OriginFinder.Weighed]
  }

  func run(part: Int, of parts: Int) throws {
    let lines = try FileTree.read(fixes).split(separator: UInt8(ascii: "\n"))
    for (number, line) in lines.enumerated() where number % parts == part {
      let row = try JSONText.decode(Row.self, from: Array(line))
      var answer = Line(
        fix_commit: row.fix_commit, seconds: 0, processorSeconds: 0, unread: [], candidates: [])
      let processor = Self.processorSeconds
      let clock = ContinuousClock()
      let start = clock.now
      do {
        let repository = try Repository(
          around: "\(clones)/\(row.repo_dir_hint)", environment: environment, spawner: Spawner())
        var request = OriginRequest(fix: [row.fix_commit])
        // A busy machine is not to change what comes out.
        request.timeLimit = .seconds(120)
        (answer.candidates, answer.unread) = try OriginFinder(in: repository).weighed(request)
      } catch {
        answer.error = "\(error)"
      }
      let taken = (clock.now - start).components
      answer.seconds = Double(taken.seconds) + Double(taken.attoseconds) * 1e-18
      answer.processorSeconds = Self.processorSeconds - processor
      say(String(decoding: try JSONText.encode(answer), as: UTF8.self))
    }
  }

  /// What this process and those that it has waited for have taken so far.
  private static var processorSeconds: Double {
    var spent = tms()
    _ = times(&spent)
    let ticks = spent.tms_utime + spent.tms_stime + spent.tms_cutime + spent.tms_cstime
    return Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
