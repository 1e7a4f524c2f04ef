import Digest
import Scratch
import Storage
import Subprocess
import Testing

@Suite struct PreviewTests {
  let program: PostmortemProgram
  let directory: TemporaryDirectory

  init() throws {
    program = try PostmortemProgram()
    directory = try TemporaryDirectory()
    try write("# A\n\n- # b\n\n[c](d.md)\n", to: "a.md")
  }

  private func write(_ text: String, to path: String, mode: UInt32 = 0o644) throws {
    try FileTree.write(Array(text.utf8), to: "\(directory.path)/\(path)", mode: mode)
  }

  private func preview(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) throws -> PostmortemProgram.Result {
    try program.run(["preview"] + arguments, in: directory.path, adding: environment, input: input)
  }

  @Test func `a comment is drawn, and below it stands what would be posted`() throws {
    let result = try preview("a.md")
    #expect(result.ending == .exit(0), "\(result.error)")
    let json = try program.run(["render", "a.md", "--to", "adf", "--fit"], in: directory.path).output
      .dropLast()
    let digest = SHA256.hexadecimal(of: json.utf8)
    expectEqualText(
      result.output,
      """
      A
      =

      • b

      c (d.md)

      ────────────────────────────────────────────────────────────────────────────────
        destination  a comment of Jira Cloud
        payload      \(json.utf8.count) bytes of JSON
        sha256       \(digest)
        length       text 6 characters, JSON \(json.utf8.count); a comment takes 32767
        changed      heading (1), relative-address (1)
        shortened    nothing

      """)
  }

  @Test func `the digest is that of what is rendered with the same options, shortened to fit`() throws {
    try write("```\n" + String(repeating: "0123456789\n", count: 5_000) + "```\n[a](b)\n", to: "log.md")
    let options = ["log.md", "--base-url", "https://x.y"]
    let report = try preview(options[0], options[1], options[2], "--json").json()
    let json = try program.run(["render"] + options + ["--to", "adf", "--fit"], in: directory.path).output
    #expect(report["sha256"].text == SHA256.hexadecimal(of: json.dropLast().utf8))
    #expect(report["bytes"].integer == json.utf8.count - 1)
    #expect(report["characters"]["limit"].integer == 32_767)
    #expect((report["characters"]["text"].integer ?? .max) <= 32_767)
    #expect((report["characters"]["leftOut"].integer ?? 0) > 22_000)
    #expect(report["changes"].elements.count == 0)
    #expect(report["warnings"].elements.count == 1)
    #expect(report["destination"].text == "jira-comment")
  }

  @Test func `a page is written where it is asked for, and opened without waiting`() throws {
    try write("#!/bin/sh\nprintf %s \"$*\" >\"$PIPE\"\n", to: "browser", mode: 0o755)
    // Nobody reads the pipe before the preview has ended: one that waited for its browser would never end.
    let script = #"mkfifo "$PIPE" && "$POSTMORTEM" preview a.md --open --output out/../p.html && cat "$PIPE""#
    let variables = [
      "BROWSER": "none-such:\(directory.path)/browser -w %s", "PIPE": "\(directory.path)/pipe",
      "POSTMORTEM": program.path,
    ]
    let result = try Spawner().capture(
      Command(
        "sh", ["-c", script], environment: program.environment.merging(variables) { $1 },
        workingDirectory: directory.path), timeLimit: .seconds(60))
    let output = String(decoding: result.output, as: UTF8.self)
    #expect(result.outcome.ending == .exit(0), "\(output)")
    #expect(output.hasPrefix("  destination  a comment of Jira Cloud\n"))
    #expect(
      output.hasSuffix(
        "  page         \(directory.path)/p.html\n  opened       with \(directory.path)/browser\n-w \(directory.path)/p.html"
      ),
      "\(output)")
    let page = String(decoding: try FileTree.read("\(directory.path)/p.html"), as: UTF8.self)
    #expect(page.contains("<h1>A</h1>\n<ul><li><strong>b</strong></li>\n</ul>\n<p>c</p>"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `without a browser the path of the page is told`() throws {
    let environment = [
      "BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": "", "POSTMORTEM_CACHE": directory.path,
      "PATH": "/none",
    ]
    let result = try preview("-", "--open", "--json", environment: environment, input: "a")
    #expect(result.ending == .exit(0), "\(result.error)")
    let path = "\(directory.path)/previews/standard-input.html"
    #expect(try result.json()["page"].text == path)
    #expect(FileTree.isFile(path))
    let text = try preview("-", "--open", environment: environment, input: "a")
    #expect(text.output.contains("there is no browser"))
  }

  @Test func `what cannot be shown is an error`() throws {
    #expect(try preview("b.md").ending == .exit(1))
    #expect(try preview().ending == .exit(2))
    try write(String(repeating: "word ", count: 7_000), to: "long.md")
    let result = try preview("long.md")
    #expect(result.ending == .exit(1))
    #expect(result.error.contains("a comment of Jira takes 32767"))
  }
}
