import Scratch
import Storage
import Subprocess
import Testing

/// `--launcher`: runs on other machines, which here are this one.
@Suite struct LauncherTests {
  /// A launcher that numbers its jobs, and does in one of them what it is told.
  private static func launcher(_ deed: String, inJobs jobs: String) -> String {
    """
    #!/bin/sh
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      mkdir "$SCRATCH/job-$n" 2>/dev/null && break
    done
    echo "job $n is queued"
    echo "job $n has resources" >&2
    case $n in \(jobs)) \(deed) ;; esac
    "$@"
    status=$?
    echo "job $n is released"
    exit 5
    """
  }

  private static func bench(_ deed: String = ":", inJobs jobs: String = "0") throws -> (Bench, [String]) {
    let bench = try Bench()
    try bench.write(launcher(deed, inJobs: jobs), beside: "launch")
    return (bench, ["--launcher", "'\(bench.beside)/launch' {argv}"])
  }

  private static func evidence(_ report: JSONValue) throws -> String {
    let directory = report["evidenceDirectory"].text ?? ""
    return String(decoding: try FileTree.read("\(directory)/evidence.jsonl"), as: UTF8.self)
  }

  @Test func `a proof is made by a launcher, whose own output and status say nothing`() throws {
    let (bench, words) = try Self.bench()
    let report = try bench.report(words)
    #expect(report["verdict"].text == "proved")
    #expect(report["repro"]["launcher"].text == words[1])
    #expect(report["environment"]["nodes"].texts.count == 1)
    #expect(report["symptom"]["appearances"].elements.first?["signature"].text?.contains("job") == false)
    let lines = try Self.evidence(report).split(separator: "\n")
    #expect(lines.count == 20 && lines.allSatisfy { $0.contains("\"node\"") && $0.contains("\"launcher\"") })
  }

  @Test(arguments: [
    // Never begun; begun and preempted, before and after it has printed something; ended by a signal.
    "echo 'error: node is down' >&2; exit 1", "\"$@\" | head -n 2; exit 0", "\"$@\" | head -n 3; exit 0",
    "kill -KILL $$",
  ])
  func `a job that is lost is neither pass nor failure, and is made again`(_ deed: String) throws {
    let (bench, words) = try Self.bench(deed, inJobs: "2|5|6|11")
    let report = try bench.report(words)
    #expect(report["verdict"].text == "proved")
    for side in ["before", "after"] {
      #expect(report[side]["runs"].integer == 10)
      #expect(report[side]["others"].elements.isEmpty)
    }
    let lost = try #require(report["notes"].texts.first { $0.contains("lost.jsonl") })
    #expect(lost.hasPrefix("4 jobs were lost, and count as neither pass nor failure"))
  }

  @Test func `where every job is lost that is told, and nothing is claimed`() throws {
    let (bench, words) = try Self.bench("echo 'error: no such partition' >&2; exit 1", inJobs: "*")
    let result = try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"] + words)
    #expect(result.ending == .exit(1))
    let error = try result.json()["error"]
    #expect(error["code"].text == "job-lost")
    #expect(error["message"].text?.contains("no such partition") == true)
    #expect(bench.text(beside: "job-4") == nil && FileTree.isDirectory("\(bench.beside)/job-3"))
  }

  @Test func `after losses the same call goes on from the runs that had ended`() throws {
    let (bench, words) = try Self.bench("exit 1", inJobs: "8|9|10")
    #expect(try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"] + words).ending == .exit(1))
    let second = try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"] + words)
    #expect(try second.json()["verdict"].text == "proved")
    #expect(second.error.contains("goes on from 7 kept runs"))
  }

  @Test func `a job that never begins is given up, one that hangs is a hang`() throws {
    let (bench, words) = try Self.bench("exec tail -f /dev/null", inJobs: "2")
    let report = try bench.report(
      words + ["--queue-time", "2s", "--timeout", "1s", "--symptom", "hang", "--confidence", "0.9"],
      repro: "grep -q wanted run.sh && exec tail -f /dev/null; exit 0")
    #expect(report["verdict"].text == "proved")
    #expect(report["notes"].texts.contains { $0.contains("did not begin within its time") })
  }

  @Test func `the set-up is made where the runs are`() throws {
    let (bench, words) = try Self.bench("exit 1", inJobs: "1")
    let report = try bench.report(
      words + ["--setup", "echo \"$WHERE\" >built", "--env", "WHERE=there"],
      repro: "grep -q there built && sh run.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["runs"].integer == 10)
  }

  @Test func `an interruption is told to the launcher`() throws {
    let (bench, words) = try Self.bench(
      "trap 'echo told >\"$SCRATCH/told\"; exit' TERM; kill -INT $PPID; tail -f /dev/null & wait", inJobs: "3"
    )
    let result = try bench.prove(["HEAD", "--json", "--repro", "sh run.sh"] + words)
    #expect(result.ending == .exit(130))
    #expect(bench.text(beside: "told") == "told\n")
  }

  @Test func `what no launcher can be is refused`() throws {
    let bench = try Bench()
    for words in [["--launcher", "srun"], ["--launcher", "ssh"], ["--launcher", "x {argv}", "--offline"]] {
      #expect(try bench.prove(["HEAD", "--repro", "sh run.sh"] + words).ending == .exit(2))
    }
  }

  @Test func `an origin is found by a launcher, several jobs at once`() throws {
    var history = try OriginHistory()
    let origin = try history.fill(good: 6, bad: 8)
    let place = history.repository.surroundings.path
    try history.repository.write(
      Self.launcher("exit 1", inJobs: "2|5").replacing("$SCRATCH", with: place), to: "../launch")
    let (ending, report) = try history.origin(
      ["--launcher", "\(place)/launch {argv}", "--parallel", "3"])
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
    #expect(report["notes"].texts.contains { $0.contains("2 jobs were lost") })
  }

  @Test func `commits whose jobs are lost again and again are passed over, and tried by the next call`()
    throws
  {
    var history = try OriginHistory()
    let origin = try history.fill(good: 6, bad: 8)
    let place = history.repository.surroundings.path
    try history.repository.write(
      """
      #!/bin/sh
      [ -e \(place)/up ] || case $(cat "$1/step.txt") in 5) exit 1 ;; esac
      shift
      exec "$@"
      """, to: "../launch")
    let words = ["--launcher", "\(place)/launch {tree} {argv}"]
    let first = try history.origin(words).report["running"]
    #expect(first["outcome"].text == "one-of")
    try FileTree.write([], to: "\(place)/up")
    let second = try history.origin(words).report["running"]
    #expect(second["outcome"].text == "found")
    #expect(second["commit"]["commit"].text == origin)
  }

  // MARK: ssh

  /// A server for one connection, with keys of its own; nil where there is none on this machine.
  private static func server(in place: String) throws -> [String]? {
    guard let sshd = ProgramSearch.find("sshd", path: "/usr/sbin:/usr/local/sbin:\(ProcessVariables.path)"),
      let keys = ProgramSearch.find("ssh-keygen", path: ProcessVariables.path)
    else { return nil }
    for name in ["host", "user"] {
      let made = try Spawner().capture(
        Command(
          keys, ["-q", "-t", "ed25519", "-N", "", "-f", "\(place)/\(name)"], environment: [:],
          workingDirectory: place))
      guard made.outcome.ending.isSuccess else { return nil }
    }
    try FileTree.write(
      Array(
        """
        HostKey \(place)/host
        AuthorizedKeysFile \(place)/user.pub
        StrictModes no
        UsePAM no
        PidFile none
        SetEnv PATH=\(ProcessVariables.path)

        """.utf8), to: "\(place)/sshd_config")
    let options = [
      "-F", "none", "-i", "\(place)/user", "-o", "StrictHostKeyChecking=no", "-o",
      "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o",
      "ProxyCommand=\(sshd) -i -f \(place)/sshd_config",
    ]
    // As root it wants a directory of the system that a package may only make at its first start.
    let answer = try Spawner().capture(
      Command(
        "ssh", ["-T", "-o", "BatchMode=yes"] + options + ["here", "true"],
        environment: ["PATH": ProcessVariables.path, "HOME": place], workingDirectory: place))
    return answer.outcome.ending.isSuccess ? options.map { "'\($0)'" } : nil
  }

  @Test func `over ssh a proof is made on its host`() throws {
    let bench = try Bench()
    guard let options = try Self.server(in: bench.beside) else {
      return print("left out: a proof over ssh, for no sshd answers here")
    }
    let report = try bench.report(
      ["--launcher", "ssh \(options.joined(separator: " ")) here", "--env", "WHERE=it's \"there\""],
      repro: "test \"$WHERE\" = 'it'\\''s \"there\"' && test -n \"$SSH_CONNECTION\" && sh run.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["environment"]["nodes"].texts.count == 1)
  }
}
