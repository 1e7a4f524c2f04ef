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
    try Self.leaks(under: ["\(bench.repository.path)/.postmortem", bench.program.cache])
  }

  private static func leaks(under places: [String]) throws -> [String] {
    try places.filter { FileTree.isDirectory($0) }.flatMap(files).filter { path in
      String(decoding: try FileTree.read(path), as: UTF8.self).contains(token)
    }
  }

  private static func files(under directory: String) throws -> [String] {
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
    let result = try bench.call("ledger", "import", "RILL-1", "../notes.md")
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
    #expect(try Self.leaks(under: [bench.program.cache]) == [])
  }

  /// Planted in the output of the repro, in the subject of the fix, in the name of a file that it adds, in `--by`, and
  /// by hand in case.yaml, which stays as the person left it.
  @Test func `from the commit to the record no secret gets into what is kept`() throws {
    let bench = try Bench(
      before: "echo 'got 3 by \(Self.token)'\nexit 1\n", after: "echo 'got 4'\ncarry=1\n",
      files: ["notes-\(Self.token).txt": "x\n"], subject: "Keep the carry, not \(Self.token)")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "--case", "RILL-1")
    try bench.prepare(
      "set", "RILL-1", "--by", Self.token, "title=Sums are wrong", "owner=Ines",
      "cause.mechanism=\(Bench.mechanism)", "fix.summary=add() keeps the carry",
      "fix.reason=No carry is dropped",
      "no_actions=It is a small tool")
    let text = try bench.caseText().replacing(
      "symptom:\n  text:", with: "symptom:\n  text: 401 for \(Self.token)")
    try bench.writeCase(text)
    let draft = try bench.call("draft", "RILL-1", "--json")
    #expect(draft.ending == .exit(0))
    #expect(!draft.output.contains(Self.token))
    let record = String(
      decoding: try FileTree.read("\(bench.repository.path)/docs/postmortems/RILL-1.md"), as: UTF8.self)
    #expect(record.contains("401 for \(Self.mark)"))
    #expect(
      try Self.leaks(under: [
        "\(bench.repository.path)/.postmortem", "\(bench.repository.path)/docs", bench.program.cache,
      ]) == ["\(bench.place())/case.yaml"])
    #expect(try !bench.call("show", "RILL-1").output.contains(Self.token))
  }
}
