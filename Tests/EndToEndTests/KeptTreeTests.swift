import Scratch
import Storage
import Subprocess
import Testing

/// Trees that were set up, and outlive the call that did so.
@Suite struct KeptTreeTests {
  /// A history whose set-up tells in a file beside it what it has built, and how large it makes each tree.
  private struct Builds {
    var history: OriginHistory
    let origin: String
    var place: String { history.repository.surroundings.path }

    init(check: String = OriginHistory.check, kilobytes: Int = 1) throws {
      history = try OriginHistory()
      let place = history.repository.surroundings.path
      let build = """
        cat step.txt >>\(place)/built
        head -c \(kilobytes * 1024) /dev/zero >out
        [ ! -e \(place)/stop ] || { rm \(place)/stop; kill -INT $PPID; exec tail -f /dev/null; }
        """
      try history.add("good\n", ["check.sh": check, "build.sh": build])
      for _ in 0..<6 { try history.add("good\n") }
      origin = try history.add("bad\n")
      for _ in 0..<7 { try history.add("bad\n") }
      try history.add("good again\n")
    }

    func search(_ words: [String], repro: String = "[ -e out ] && sh check.sh") throws -> JSONValue {
      try history.origin(["--setup", "sh build.sh"] + words, repro: repro).report["running"]
    }

    /// What was set up, in order.
    var built: [Substring] {
      get throws {
        String(decoding: try FileTree.read("\(place)/built"), as: UTF8.self).split(separator: "\n")
      }
    }

    /// The trees that are kept.
    var kept: [String] {
      get throws {
        try FileTree.list("\(history.cache)/trees").filter {
          FileTree.isDirectory("\(history.cache)/trees/\($0)")
        }
      }
    }
  }

  @Test func `a commit that was set up is not set up again by a later call`() throws {
    let builds = try Builds()
    #expect(try builds.search(["--max-runs", "4"])["outcome"].text == "undecided")
    // Another repro has runs of its own, and the same trees.
    let other = try builds.search([], repro: "[ -e out ] && sh ./check.sh")
    #expect(other["commit"]["commit"].text == builds.origin)
    #expect(try Set(builds.built).count == builds.built.count)
    #expect(try #require(other["trees"].integer) < builds.built.count)
    for tree in try builds.kept {
      #expect(!FileTree.isDirectory("\(builds.history.cache)/trees/\(tree)/work"))
    }
    // To begin anew is to set up anew.
    let before = try builds.built.count
    #expect(try #require(builds.search(["--again"])["trees"].integer) > 0)
    #expect(try builds.built.count > before)
  }

  @Test func `what a run writes into its tree is not there in the next call`() throws {
    let spoiling =
      "[ \"$(cat mark 2>/dev/null || cat \"$MARKS/call\")\" = \"$(cat \"$MARKS/call\")\" ] || exit 9\n"
      + "cat \"$MARKS/call\" >mark; rm -f out.copy; git tag spoiled-$$; printf x >>step.txt\n"
    let builds = try Builds(check: spoiling + OriginHistory.check)
    for call in ["one", "two"] {
      try FileTree.write(Array("\(call)\n".utf8), to: "\(builds.place)/call")
      let repro =
        "[ $(git tag | wc -l) -lt 20 ] && [ -e out ] && MARKS=\(builds.place) sh check.sh || exit $?"
      let running = try builds.search(
        ["--env", "MARKS=\(builds.place)"], repro: call == "one" ? repro : "\(repro) ")
      #expect(running["commit"]["commit"].text == builds.origin)
      #expect(running["trials"].elements.allSatisfy { $0["others"].integer == 0 })
    }
    #expect(try Set(builds.built).count == builds.built.count)
  }

  @Test func `no more is kept than there is room for, and nothing where there is to be none`() throws {
    let builds = try Builds(kilobytes: 300)
    #expect(try builds.search(["--cache-size", "1M"])["commit"]["commit"].text == builds.origin)
    let use = try Spawner().capture(
      Command(
        "du", ["-sk", "\(builds.history.cache)/trees"], environment: ["PATH": ProcessVariables.path],
        workingDirectory: "/"))
    let kilobytes = try #require(Int(String(decoding: use.output, as: UTF8.self).split(separator: "\t")[0]))
    #expect(kilobytes < 1100)
    let kept = try builds.kept.count
    #expect(kept >= 1 && kept <= 3)
    let none = try Builds()
    _ = try none.search(["--cache-size", "0"])
    #expect(!FileTree.isDirectory("\(none.history.cache)/trees"))
  }

  @Test func `a tree whose set-up was interrupted is set up again`() throws {
    let builds = try Builds()
    try FileTree.write([], to: "\(builds.place)/stop")
    #expect(try builds.search([])["outcome"].text == "interrupted")
    #expect(try builds.kept.isEmpty)
    #expect(try builds.search([])["commit"]["commit"].text == builds.origin)
    #expect(try builds.built.prefix(2).allSatisfy { $0 == "14" })
  }

  @Test func `several at once take from what is kept, each its own`() throws {
    let builds = try Builds()
    #expect(try builds.search(["--parallel", "4"])["commit"]["commit"].text == builds.origin)
    let before = try builds.built.count
    let again = try builds.search(["--parallel", "4"], repro: "[ -e out ] && sh ./check.sh")
    #expect(again["commit"]["commit"].text == builds.origin)
    // Two runs at one commit at once may have set up a second tree.
    #expect(try builds.built.count - before <= 4)
  }

  @Test(arguments: ["2X", "-1", "G", "99999999T"])
  func `a size that is none is refused`(_ size: String) throws {
    let builds = try Builds()
    #expect(try builds.history.origin(["--cache-size", size]).ending == .exit(2))
  }
}
