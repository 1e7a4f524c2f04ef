import Storage
import Subprocess

/// How long the tool takes to start.
struct StartBenchmark: Benchmark {
  let name = "start"
  let question = "how long does `postmortem --version` take, beside /bin/true?"

  func measure(_ bench: Bench) throws -> [Figure] {
    var ours: [Double] = []
    var peer: [Double] = []
    for _ in 0..<60 {
      ours.append(try bench.seconds { try bench.run(bench.tool, ["--version"]) })
      peer.append(try bench.seconds { try bench.run("/bin/true", []) })
    }
    return [
      Figure(what: "median of 60", value: median(ours) * 1000, unit: "ms", bound: 10),
      Figure(what: "ratio to /bin/true", value: median(ours) / median(peer), unit: "×", bound: nil),
    ]
  }
}

/// What the tool adds to a repro of a second.
struct SlowReproBenchmark: Benchmark {
  let name = "slow-repro"
  let question = "how long does a proof take whose repro takes 1 s, beside the same runs alone?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("slow")
    let repro = "sleep 1; test -f fixed"
    let ours = try bench.seconds {
      try bench.run(bench.tool, ["prove", "HEAD", "--repro", repro, "--json"], in: repository)
    }
    let alone = try bench.seconds {
      for _ in 0..<20 { try bench.run("bash", ["-c", repro], in: repository) }
    }
    return [
      Figure(what: "a proof of 10 runs a side, to 20 runs alone", value: ours / alone, unit: "×", bound: 1.05)
    ]
  }
}

/// What the tool adds to a repro that takes no time.
struct QuickReproBenchmark: Benchmark {
  let name = "quick-repro"
  let question = "what does a run of `true` cost beyond starting and ending the shell?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("quick")
    let few = try bench.seconds { try prove(bench, repository, runs: 1) }
    let many = try bench.seconds { try prove(bench, repository, runs: 201) }
    let alone = try bench.seconds {
      for _ in 0..<400 { try bench.run("bash", ["-c", "true"], in: repository) }
    }
    let added = (many - few) / 400 - alone / 400
    return [
      Figure(what: "added to each of 400 runs", value: max(0, added) * 1000, unit: "ms", bound: 15),
      Figure(what: "ratio to the runs alone", value: (many - few) / alone, unit: "×", bound: nil),
    ]
  }

  private func prove(_ bench: Bench, _ repository: String, runs: Int) throws {
    try bench.run(
      bench.tool, ["prove", "HEAD", "--repro", "true", "--max-runs", "\(runs)", "--again", "--json"],
      in: repository)
  }
}

/// How much memory the tool takes.
struct MemoryBenchmark: Benchmark {
  let name = "memory"
  let question = "how much memory does the tool take while a repro prints 1 GB?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("memory")
    // `yes` and `head` are waited for by the shell, not by the tool: what counts here is the tool's own peak.
    let repro = "yes 'some line of a log' | head -c 1000000000; test -f fixed"
    let capture = try bench.run(
      bench.tool, ["prove", "HEAD", "--repro", repro, "--max-runs", "1", "--json"], in: repository)
    return [
      Figure(
        what: "peak resident set", value: Double(capture.outcome.peakMemory) / 1_000_000, unit: "MB",
        bound: 30)
    ]
  }
}
