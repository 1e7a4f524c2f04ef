#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Measures the built tool against what it is held to, and prints each figure beside its bound and its peer.
//
//     bench PATH-OF-POSTMORTEM [NAME …]

let benchmarks: [any Benchmark] = [
  StartBenchmark(), SlowReproBenchmark(), QuickReproBenchmark(), MemoryBenchmark(), TreesBenchmark(),
  FalseProofBenchmark(), FlakeBenchmark(), SearchBenchmark(), CaseBenchmark(), RecordBenchmark(),
  RenderBenchmark(), EditorBenchmark(), AgentBenchmark(), ArchiveBenchmark(),
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let tool = arguments.first else {
  say("usage: bench PATH-OF-POSTMORTEM [NAME …]")
  say("names: \(benchmarks.map { $0.name }.joined(separator: " "))")
  exit(2)
}
let wanted = arguments.dropFirst()
if wanted.first == "origin-features" {
  let words = Array(wanted.dropFirst())
  let part = words.dropFirst(2).first?.split(separator: "/").compactMap { Int($0) } ?? [0, 1]
  guard words.count >= 2, part.count == 2, part[1] > 0 else {
    say("usage: bench PATH-OF-POSTMORTEM origin-features CLONES FIXES.jsonl [PART/PARTS]")
    exit(2)
  }
  try OriginEvaluation(clones: words[0], fixes: words[1]).run(part: part[0], of: part[1])
  exit(0)
}
if wanted.first == "grounding" {
  guard let evaluation = GroundingEvaluation(Array(wanted.dropFirst())) else {
    say("usage: bench PATH-OF-POSTMORTEM grounding CLONES [--per N] [--seed N] [--examples]")
    exit(2)
  }
  try evaluation.run()
  exit(0)
}
let bench = try Bench(tool: tool)
var isGood = true
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
  say("\n\(benchmark.name): \(benchmark.question)")
  for figure in try benchmark.measure(bench) {
    say("  \(figure.line)")
    isGood = isGood && figure.holds
  }
}
try bench.cleanUp()
exit(isGood ? 0 : 1)
