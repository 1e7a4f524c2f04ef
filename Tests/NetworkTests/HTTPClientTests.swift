import Network
import Scratch
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct HTTPClientTests {
  private static let token = "ATATT3xFfGF0-not-a-real-one"
  private let bearer = Authorization.bearer(Secret(Self.token))

  private func client(
    _ change: (inout HTTPClient.Limits) -> Void = { _ in }, environment: [String: String] = [:],
    interrupt: Interrupt = .never
  ) -> HTTPClient {
    var limits = HTTPClient.Limits()
    change(&limits)
    return HTTPClient(
      limits: limits, proxies: ProxySettings(environment: environment), interrupt: interrupt)
  }

  private func request(
    _ method: HTTPRequest.Method = .get, _ text: String, body: String? = nil
  ) throws -> HTTPRequest {
    HTTPRequest(
      method, try #require(WebAddress(text)), authorization: bearer,
      headers: [("Accept", "application/json")],
      body: body.map { Array($0.utf8) })
  }

  /// What a request fails with.
  private func failure(_ client: HTTPClient, _ request: HTTPRequest) throws -> HTTPError {
    let error = #expect(throws: HTTPError.self) { try client.answer(to: request) }
    let found = try #require(error)
    #expect(!"\(found)".contains(Self.token))
    return found
  }

  @Test func `an answer comes with its status, its headers and its bytes`() throws {
    let server = try ScriptedServer(
      .answer(
        "HTTP/1.1 100 Continue\r\nX-Early: yes\r\n\r\n"
          + ScriptedServer.text("201 Created", "ü\0", headers: ["X-One:  a b "])))
    let answer = try client().answer(to: request(.post, server.address("/x?y=1"), body: #"{"a":1}"#))
    #expect(answer.status == 201)
    #expect(answer.body == Array("ü\0".utf8))
    #expect(answer.header("x-ONE") == "a b")
    #expect(answer.header("X-Early") == nil)
    let sent = try #require(server.requests.first)
    #expect(sent.hasPrefix("POST /x?y=1 HTTP/1.1\r\n"))
    #expect(sent.hasSuffix("\r\n\r\n{\"a\":1}"))
    #expect(sent.contains("\r\nAuthorization: Bearer \(Self.token)\r\n"))
    #expect(sent.contains("\r\nAccept: application/json\r\n"))
    #expect(!sent.lowercased().contains("expect:"))
  }

  @Test func `a name and a password go as Basic`() throws {
    let server = try ScriptedServer(.answer(ScriptedServer.text()))
    let address = try #require(WebAddress(server.address()))
    _ = try client().answer(
      to: HTTPRequest(.get, address, authorization: .basic(user: "ada@example.org", password: Secret("a:b"))))
    #expect(
      try #require(server.requests.first).contains("Authorization: Basic YWRhQGV4YW1wbGUub3JnOmE6Yg==\r\n"))
  }

  @Test func `reading keeps the connection, and every write has one of its own`() throws {
    let server = try ScriptedServer(
      .answer(ScriptedServer.text()), .answer(ScriptedServer.text()), .answer(ScriptedServer.text()))
    let client = client()
    _ = try client.answer(to: request(.get, server.address()))
    _ = try client.answer(to: request(.get, server.address()))
    #expect(server.connections == 1)
    _ = try client.answer(to: request(.post, server.address(), body: "x"))
    #expect(server.connections == 2)
  }

  @Test func `a write that an open connection swallows is not sent again`() throws {
    let server = try ScriptedServer(.answer(ScriptedServer.text()), .reset, .answer(ScriptedServer.text()))
    let client = client()
    _ = try client.answer(to: request(.get, server.address()))
    let error = try failure(client, request(.post, server.address(), body: "x"))
    #expect(error.mayHaveArrived)
    #expect(server.requests.count == 2)
  }

  @Test func `where nobody listens nothing was sent`() throws {
    // A port that was free a moment ago.
    let port = try ScriptedServer().port
    let error = try failure(
      client(), request(.post, "http://127.0.0.1:\(port == 1 ? 2 : 1)", body: "x"))
    #expect(!error.mayHaveArrived)
    guard case .noConnection = error.cause else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func `where the name is unknown nothing was sent`() throws {
    let error = try failure(client(), request(.post, "https://nobody.invalid", body: "x"))
    #expect(error == HTTPError(.noSuchHost, origin: "https://nobody.invalid", mayHaveArrived: false))
  }

  @Test(arguments: [
    ScriptedServer.Step.reset, .answerAndClose(""), .answerAndClose("HTTP/1.1 200 OK\r\nContent-Le"),
    .answerAndClose("HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\nhalf"),
    .answerAndClose("SSH-2.0-OpenSSH\r\n"),
    .answerAndClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
    .answerAndClose("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz"),
  ])
  func `what breaks after sending may have arrived`(step: ScriptedServer.Step) throws {
    let server = try ScriptedServer(step)
    let error = try failure(client(), request(.post, server.address(), body: "x"))
    #expect(error.mayHaveArrived)
    guard case .broken = error.cause else {
      Issue.record("\(error)")
      return
    }
    #expect(server.requests.count == 1)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na"])
  func `an answer that does not end is not waited for longer than the limit`(start: String) throws {
    let server = try ScriptedServer(.stall(start))
    let error = try failure(
      client { $0.request = .milliseconds(150) }, request(.post, server.address(), body: "x"))
    #expect(error.cause == .timedOut)
    #expect(error.mayHaveArrived)
  }

  @Test func `no more of an answer is read than the limit`() throws {
    let long = String(repeating: "x", count: 1001)
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("200 OK", long)),
      .answer(ScriptedServer.text("200 OK", String(long.dropLast()))),
      .answer(ScriptedServer.text("200 OK", headers: [String](repeating: "X: \(long)", count: 300))))
    let client = client { $0.body = 1000 }
    #expect(try failure(client, request(.get, server.address())).cause == .tooLong(limit: 1000))
    #expect(try client.answer(to: request(.get, server.address())).body.count == 1000)
    #expect(try failure(client, request(.get, server.address())).cause == .tooLong(limit: 1000))
  }

  @Test func `a wish to stop ends a request that waits`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var byte: UInt8 = 2
    #expect(write(ends[1], &byte, 1) == 1)
    let server = try ScriptedServer(.stall(""))
    let error = try failure(
      client(interrupt: .reading(descriptor: ends[0])), request(.get, server.address()))
    #expect(error.cause == .interrupted)
  }

  // MARK: Redirects

  @Test func `a redirect within the server is followed for reading`() throws {
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("302 Found", headers: ["Location: /there"])),
      .answer(ScriptedServer.text("200 OK", "there")))
    #expect(try client().answer(to: request(.get, server.address("/here"))).body == Array("there".utf8))
    #expect(server.requests.last?.hasPrefix("GET /there ") == true)
  }

  @Test func `a redirect to another server is refused, and it is not asked`() throws {
    let other = try ScriptedServer(.answer(ScriptedServer.text()))
    let server = try ScriptedServer(
      .answer(
        ScriptedServer.text("307 Temporary Redirect", headers: ["Location: \(other.address("/?key=x"))"])),
      .answer(ScriptedServer.text("302 Found", headers: ["Location: https://127.0.0.1:\(other.port)/login"])),
      .answer(
        ScriptedServer.text("302 Found", headers: ["Location: //evil.example@127.0.0.1:\(other.port)/"])))
    let client = client()
    #expect(try failure(client, request(.get, server.address())).cause == .redirected(to: other.address()))
    #expect(
      try failure(client, request(.get, server.address())).cause
        == .redirected(to: "https://127.0.0.1:\(other.port)"))
    #expect(
      try failure(client, request(.get, server.address())).cause == .redirected(to: "an address that is none")
    )
    #expect(other.connections == 0)
  }

  @Test func `a write is not sent where a redirect points, not even within the server`() throws {
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("307 Temporary Redirect", headers: ["Location: /there"])),
      .answer(ScriptedServer.text()))
    let error = try failure(client(), request(.post, server.address("/here"), body: "x"))
    #expect(error.cause == .redirected(to: server.address()))
    #expect(server.requests.count == 1)
  }

  @Test func `redirects in a circle end`() throws {
    let answer = ScriptedServer.Step.answer(ScriptedServer.text("302 Found", headers: ["Location: /here"]))
    let server = try ScriptedServer(answer, answer, answer, answer, answer, answer, answer)
    #expect(
      try failure(client(), request(.get, server.address("/here"))).cause == .redirected(to: server.address())
    )
    #expect(server.requests.count == 6)
  }

  // MARK: Where credentials go

  @Test func `a credential does not go over the network in the clear`() throws {
    let error = try failure(client(), request(.get, "http://jira.invalid"))
    #expect(error == HTTPError(.unprotected, origin: "http://jira.invalid", mayHaveArrived: false))
  }

  @Test func `a proxy is asked for a tunnel, and does not see the credential`() throws {
    let proxy = try ScriptedServer(.answerAndClose(ScriptedServer.text("403 Forbidden")))
    let environment = ["https_proxy": "http://user:word%21@127.0.0.1:\(proxy.port)"]
    let error = try failure(
      client(environment: environment), request(.post, "https://jira.invalid/x", body: "x"))
    #expect(!error.mayHaveArrived)
    #expect(!"\(error)".contains("word"))
    let sent = try #require(proxy.requests.first)
    #expect(sent.hasPrefix("CONNECT jira.invalid:443 HTTP/1.1\r\n"))
    #expect(sent.contains("\r\nProxy-Authorization: Basic dXNlcjp3b3JkIQ==\r\n"))
    #expect(!sent.contains(Self.token))
  }

  @Test func `no_proxy and this machine are asked directly`() throws {
    let proxy = try ScriptedServer(.answer(ScriptedServer.text("200 OK", "proxy")))
    let server = try ScriptedServer(.answer(ScriptedServer.text("200 OK", "server")))
    let environment = [
      "http_proxy": "http://127.0.0.1:\(proxy.port)", "https_proxy": "http://127.0.0.1:\(proxy.port)",
      "no_proxy": ".invalid",
    ]
    #expect(
      try client(environment: environment).answer(to: request(.get, server.address())).body
        == Array("server".utf8))
    #expect(
      try failure(client(environment: environment), request(.get, "https://jira.invalid")).cause
        == .noSuchHost)
    #expect(proxy.connections == 0)
  }

  @Test func `HTTP_PROXY in capitals is not read`() throws {
    let server = try ScriptedServer(.answer(ScriptedServer.text("200 OK", "by proxy")))
    let plain = HTTPRequest(.get, try #require(WebAddress("http://jira.invalid/x")))
    let proxy = server.address()
    #expect(
      try client(environment: ["http_proxy": proxy]).answer(to: plain).body == Array("by proxy".utf8))
    #expect(throws: HTTPError.self) { try client(environment: ["HTTP_PROXY": proxy]).answer(to: plain) }
  }

  @Test func `a header cannot be smuggled in`() throws {
    let server = try ScriptedServer(.answer(ScriptedServer.text()))
    var request = try request(.get, server.address())
    request.headers.append(("X-One", "a\r\nX-Two: b"))
    let error = try failure(client(), request)
    #expect(!error.mayHaveArrived)
    #expect(server.connections == 0)
  }
}
