import Scratch
import Storage
import Subprocess
import Testing

/// Secrets, all invented, that are planted wherever something is kept.
@Suite struct SecretTests {
  let bench: LedgerBench

  /// Put together here, so that no scanner takes this file for a leak.
  static let token = "ghp" + "_q7Rk2vTz9WcXb4Ns8LpYd3Hf6Jg1MtA5Ue0Q"

  static let mark = "MASKED-github-token-"

  init() throws {
    bench = try LedgerBench()
  }

  /// The files under the case and the cache that hold the token.
  private func leaks() throws -> [String] {
    let places = ["\(bench.repository.path)/.postmortem", bench.program.cache]
    return try places.filter { FileTree.isDirectory($0) }.flatMap(files).filter { path in
      String(decoding: try FileTree.read(path), as: UTF8.self).contains(Self.token)
    }
  }

  private func files(under directory: String) throws -> [String] {
    try FileTree.list(directory).flatMap { name -> [String] in
      let path = "\(directory)/\(name)"
      return FileTree.isDirectory(path) ? try files(under: path) : FileTree.isFile(path) ? [path] : []
    }
  }

  @Test func `an experiment keeps no secret of its words, variables, diff and output`() throws {
    try bench.repository.write("token \(Self.token)\n", to: "new.txt")
    let result = try bench.call(
      "try", "RILL-1", "--json", "--changed", "with \(Self.token)", "--expect", Self.token, "--env",
      "GH=\(Self.token)", "--", "sh", "-c", "echo \"$GH\"; : \(Self.token)")
    let document = try result.json()
    let experiment = document["entry"]["experiment"]
    #expect(try leaks() == [])
    #expect(experiment["output"]["excerpt"].texts.first?.hasPrefix(Self.mark) == true)
    #expect(try bench.text(experiment["diff"]["file"].text ?? "").contains("+token " + Self.mark))
    #expect(document["masked"][0]["kind"].text == "github-token")
  }

  @Test(arguments: [
    ["note", "RILL-1", "it says \(token)"], ["note", "RILL-1", "--hypothesis", token],
    ["set", "RILL-1", "symptom.text=401 for \(token)"], ["new", "RILL-2", "--repro", "curl \(token)"],
  ])
  func `what people write is masked, and they are told`(call: [String]) throws {
    let result = try bench.program.run(call, in: bench.repository.path)
    #expect(result.ending == .exit(0))
    #expect(result.output.contains("Masked: github-token-"))
    #expect(try leaks() == [])
  }

  @Test func `an imported ledger is masked`() throws {
    try bench.repository.write("- the token is \(Self.token)\n", to: "../notes.md")
    let result = try bench.call("ledger-import", "RILL-1", "../notes.md")
    #expect(result.output.contains("Masked: github-token-"))
    #expect(try leaks() == [])
  }

  @Test func `a fingerprint lets its secret through`() throws {
    let masked = try bench.call("note", "RILL-1", "--json", Self.token).json()["masked"][0]
    let fingerprint = masked["fingerprint"].text ?? ""
    let kept = try bench.call("note", "RILL-1", "--allow-secret", fingerprint, "--json", Self.token).json()
    #expect(kept["entry"]["note"].text == Self.token)
    #expect(try leaks().count == 1)
    #expect(try bench.call("note", "RILL-1", "--allow-secret", "all", "x").ending == .exit(2))
  }

  @Test func `a proof keeps no secret, and sees a symptom that is one`() throws {
    let bench = try Bench(before: "echo 'wanted \(Self.token)'\nexit 1\n")
    let result = try bench.prove(
      ["HEAD", "--repro", "sh run.sh # \(Self.token)", "--symptom", "wanted \(Self.token)", "--json"])
    let report = try result.json()
    #expect(report["verdict"].text == "proved")
    #expect(report["masked"][0]["kind"].text == "github-token")
    #expect(!result.output.contains(Self.token))
    let kept = try files(under: bench.program.cache).filter { path in
      String(decoding: try FileTree.read(path), as: UTF8.self).contains(Self.token)
    }
    #expect(kept == [])
  }
}
