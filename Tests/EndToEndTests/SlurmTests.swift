import Scratch
import Storage
import Subprocess
import Testing

/// `--launcher slurm`, on one node of Slurm that a test sets up.
@Suite struct SlurmTests {
  @Test func `Slurm runs a proof and a search, and a job that is cancelled is made again`() throws {
    var history = try OriginHistory()
    let place = history.repository.surroundings.path
    guard let node = SlurmNode(in: place) else {
      return print("left out: runs by Slurm, for slurm-wlm and munge are not installed here")
    }
    let origin = try history.fill(good: 4, bad: 5)
    let program = try PostmortemProgram()
    let result = try node.run(
      [
        "sh", "-c",
        #"""
        set -e
        # One run cancels its own job.
        "$PROGRAM" prove HEAD --json --launcher slurm --confidence 0.9 --cache "$NODE/cache" --repro '
          if mkdir "$NODE/cancelled" 2>/dev/null; then scancel "$SLURM_JOB_ID"; exec tail -f /dev/null; fi
          [ -n "$SLURM_JOB_ID" ] && sh check.sh' >"$NODE/proof.json"
        "$PROGRAM" origin HEAD --run --json --launcher 'slurm --partition=all' --parallel 2 --cache "$NODE/cache" \
          --repro 'sh check.sh' >"$NODE/origin.json"
        """#,
      ], in: history.repository.path,
      environment: program.environment.merging(["PROGRAM": program.path]) { $1 })
    let said = String(decoding: result.error.suffix(2000), as: UTF8.self)
    try #require(result.outcome.ending == .exit(0), "\(said)")
    let proof = try JSONText.decode(JSONValue.self, from: FileTree.read("\(place)/proof.json"))
    #expect(proof["verdict"].text == "proved")
    #expect(proof["notes"].texts.contains { $0.hasPrefix("1 job was lost, and counts") })
    #expect(proof["environment"]["nodes"].texts.count == 1)
    let search = try JSONText.decode(JSONValue.self, from: FileTree.read("\(place)/origin.json"))["running"]
    #expect(search["commit"]["commit"].text == origin)
  }
}
