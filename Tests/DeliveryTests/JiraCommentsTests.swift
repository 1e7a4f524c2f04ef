import Delivery
import Network
import Scratch
import Testing

@Suite struct JiraCommentsTests {
  private func ids(_ jira: Jira, bodyLimit: Int = 8 << 20, until last: String? = nil) throws -> [String] {
    var ids: [String] = []
    try jira.tracker(bodyLimit: bodyLimit).eachComment(of: "RILL-142") { comment in
      ids.append(comment.id)
      return comment.id == last ? .enough : .goOn
    }
    return ids
  }

  private func page(_ ids: some Sequence<Int>, total: Int) -> ScriptedServer.Step {
    Jira.page(ids.map { Jira.comment($0) }, total: total)
  }

  private func unmarked(_ ids: some Sequence<Int>) -> ScriptedServer.Step {
    .json(#"{"values":[\#(ids.map { Jira.comment($0) }.joined(separator: ","))]}"#)
  }

  @Test func `Cloud tells the marks of a whole page at once`() throws {
    let jira = try Jira([
      Jira.page([Jira.comment(9), Jira.comment(8)], total: 2),
      .json(
        #"{"values":[\#(Jira.comment(8, more: #","properties":[\#(Jira.markProperty)]"#)),\#(Jira.comment(9))]}"#
      ),
    ])
    var marks: [CommentMark?] = []
    try jira.tracker().eachComment(of: "RILL-142") {
      marks.append($0.mark)
      return .goOn
    }
    #expect(marks == [nil, Jira.mark])
    #expect(
      jira.asked == [
        "GET /rest/api/3/issue/RILL-142/comment?startAt=0&maxResults=50&orderBy=-created",
        "POST /rest/api/3/comment/list?expand=properties",
      ])
    #expect(jira.sent == #"{"ids":[9,8]}"#)
  }

  @Test func `what Cloud leaves out of the list of marks is asked for by itself`() throws {
    let jira = try Jira([
      page([9, 8], total: 2), .json(#"{"values":[\#(Jira.comment(8, more: #","properties":[]"#))]}"#),
      .json(Jira.markProperty), .json("{}", "404 Not Found"),
    ])
    var marks: [CommentMark?] = []
    try jira.tracker().eachComment(of: "RILL-142") {
      marks.append($0.mark)
      return .goOn
    }
    #expect(marks == [Jira.mark, nil])
    #expect(
      jira.asked.suffix(2) == [
        "GET /rest/api/3/comment/9/properties/postmortem",
        "GET /rest/api/3/comment/9/properties/sd.public.comment",
      ])
  }

  @Test func `a ticket without comments is read in one request`() throws {
    let jira = try Jira([Jira.page([], total: 0)])
    #expect(try ids(jira) == [])
    #expect(jira.asked.count == 1)
  }

  @Test func `pages follow each other until the end, each comment once`() throws {
    let first = (71...120).reversed()
    let second = (22...71).reversed()
    let third = (1...22).reversed()
    let jira = try Jira([
      page(first, total: 120), unmarked(first), page(second, total: 120), unmarked(second),
      page(third, total: 120),
      unmarked(third),
    ])
    #expect(try ids(jira) == (1...120).reversed().map(String.init))
    #expect(
      jira.asked.filter { $0.hasPrefix("GET") }.compactMap {
        $0.split(separator: "&").first?.split(separator: "=").last
      }
        == ["0", "49", "98"])
  }

  @Test func `who has seen enough causes no more requests`() throws {
    let first = (71...120).reversed()
    let jira = try Jira([page(first, total: 120), unmarked(first)])
    #expect(try ids(jira, until: "119") == ["120", "119"])
    #expect(jira.asked.count == 2)
  }

  @Test func `a comment that is removed meanwhile hides no other`() throws {
    // After the first page 120 is removed: what follows has moved up by one.
    let first = (71...120).reversed()
    let jira = try Jira([
      page(first, total: 120), unmarked(first), page((21...70).reversed(), total: 119),
      page((70...119).reversed(), total: 119), unmarked([70]), page((21...70).reversed(), total: 119),
      unmarked((21..<70).reversed()), page((1...21).reversed(), total: 119), unmarked((1..<21).reversed()),
    ])
    #expect(try ids(jira) == (1...120).reversed().map(String.init))
  }

  @Test func `comments that never stand still are an error`() throws {
    var script: [ScriptedServer.Step] = []
    for turn in 0..<4 {
      let top = 1000 - turn * 100
      script += [
        page((top - 49...top).reversed(), total: 900), unmarked((top - 49...top).reversed()),
        page((1...50).reversed(), total: 900),
      ]
    }
    let jira = try Jira(script)
    #expect(
      throws: TrackerError.doubtful("The comments of RILL-142 keep changing while they are being read.")
    ) {
      try ids(jira)
    }
  }

  @Test func `a page that is too long is asked for in halves`() throws {
    let long = #""\#(String(repeating: "x", count: 1000))""#
    func page(_ ids: some Sequence<Int>) -> ScriptedServer.Step {
      Jira.page(ids.map { Jira.comment($0, body: long) }, total: 40)
    }
    let jira = try Jira(
      .dataCenter,
      [page((1...40).reversed()), page((16...40).reversed())]
        + [ScriptedServer.Step](repeating: .json("{}", "404 Not Found"), count: 25) + [
          page((1...16).reversed())
        ]
        + [ScriptedServer.Step](repeating: .json("{}", "404 Not Found"), count: 15))
    #expect(try ids(jira, bodyLimit: 40_000) == (1...40).reversed().map(String.init))
    #expect(
      jira.asked.filter { $0.contains("maxResults") }.compactMap {
        $0.split(separator: "&").dropFirst().first
      } == [
        "maxResults=50", "maxResults=25", "maxResults=25",
      ])
  }

  @Test func `marks that make an answer too long are asked for in halves`() throws {
    let long = #""\#(String(repeating: "x", count: 3000))""#
    let marked = { (id: Int) in Jira.comment(id, body: long, more: #","properties":[\#(Jira.markProperty)]"#)
    }
    let jira = try Jira([
      page([2, 1], total: 2), .json(#"{"values":[\#(marked(2)),\#(marked(1))]}"#),
      .json(#"{"values":[\#(marked(2))]}"#),
      .json(#"{"values":[\#(marked(1))]}"#),
    ])
    var marks: [CommentMark?] = []
    try jira.tracker(bodyLimit: 5000).eachComment(of: "RILL-142") {
      marks.append($0.mark)
      return .goOn
    }
    #expect(marks == [Jira.mark, Jira.mark])
  }

  @Test func `a Data Center that gives the oldest first is read from its end`() throws {
    let none = ScriptedServer.Step.json("{}", "404 Not Found")
    let jira = try Jira(
      .dataCenter,
      [page(1...50, total: 70), page(21...70, total: 70)] + [ScriptedServer.Step](repeating: none, count: 50)
        + [page(1...21, total: 70)] + [ScriptedServer.Step](repeating: none, count: 20))
    #expect(try ids(jira) == (1...70).reversed().map(String.init))
    #expect(
      jira.asked.filter { $0.contains("maxResults") } == [
        "GET /rest/api/2/issue/RILL-142/comment?startAt=0&maxResults=50&orderBy=-created",
        "GET /rest/api/2/issue/RILL-142/comment?startAt=20&maxResults=50&orderBy=-created",
        "GET /rest/api/2/issue/RILL-142/comment?startAt=0&maxResults=21&orderBy=-created",
      ])
  }

  @Test func `Data Center is asked for the marks of what may be ours alone`() throws {
    func other(_ id: Int, _ body: String) -> String {
      #"{"id":"\#(id)","author":{"key":"JIRAUSER7","displayName":"Bob"},"body":"\#(body)"}"#
    }
    let jira = try Jira(
      .dataCenter,
      [
        Jira.page(
          [Jira.comment(4), other(3, "h2. Root cause\\nIt hangs."), other(2, "Me too!"), other(1, "he. ho")],
          total: 4),
        .json(Jira.markProperty), .json("{}", "404 Not Found"), .json("{}", "404 Not Found"),
      ])
    #expect(try ids(jira) == ["4", "3", "2", "1"])
    #expect(
      Array(jira.asked.dropFirst()) == [
        "GET /rest/api/2/comment/4/properties/postmortem",
        "GET /rest/api/2/comment/4/properties/sd.public.comment",
        "GET /rest/api/2/comment/3/properties/postmortem",
      ])
  }
}
