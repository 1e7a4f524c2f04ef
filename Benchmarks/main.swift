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
  FalseProofBenchmark(), FlakeBenchmark(), CaseBenchmark(), RecordBenchmark(),
  RenderBenchmark(),
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let tool = arguments.first else {
  say("usage: bench PATH-OF-POSTMORTEM [NAME …]")
  say("names: \(benchmarks.map { $0.name }.joined(separator: " "))")
  exit(2)
}
let wanted = arguments.dropFirst()
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
