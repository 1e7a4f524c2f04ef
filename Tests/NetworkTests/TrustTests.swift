import Network
import Scratch
import Storage
import Subprocess
import Testing

/// Whom a client believes to be who they say they are.
@Suite struct TrustTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func openssl(_ arguments: [String]) -> Command {
    Command(
      "openssl", arguments, environment: ["PATH": ProcessVariables.path], workingDirectory: directory.path)
  }

  /// A server of TLS whose certificate, which nobody else has signed, is of a name; and its port.
  private func server(named name: String) throws -> (TerminalSession, port: String) {
    let made = try Spawner().capture(
      openssl([
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
        "key.pem",
        "-out", "certificate.pem", "-days", "2", "-subj", "/CN=\(name)", "-addext",
        "subjectAltName=DNS:\(name)",
      ]))
    #expect(made.outcome.ending == .exit(0))
    let session = try TerminalSession(
      openssl(["s_server", "-accept", "127.0.0.1:0", "-key", "key.pem", "-cert", "certificate.pem", "-www"]))
    let shown = try session.expect("ACCEPT 127.0.0.1:") + session.expect("\n")
    let port = shown.split(separator: ":").last.map { $0.filter(\.isNumber) } ?? ""
    return (session, port)
  }

  private func answer(of port: String, certificates: String?) throws -> HTTPResponse {
    let client = HTTPClient(
      proxies: ProxySettings(environment: [:]), certificates: certificates, interrupt: .never)
    return try client.answer(
      to: HTTPRequest(
        .get, try #require(WebAddress("https://localhost:\(port)/")), authorization: .bearer(Secret("token")))
    )
  }

  @Test func `a private authority is believed where its file is named, and nowhere else`() throws {
    let (session, port) = try server(named: "localhost")
    defer { _ = session }
    #expect(try answer(of: port, certificates: "\(directory.path)/certificate.pem").status == 200)
    let error = #expect(throws: HTTPError.self) { try answer(of: port, certificates: nil) }
    #expect(error?.mayHaveArrived == false)
    guard case .notTrusted = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a certificate of another name is refused before anything is sent`() throws {
    let (session, port) = try server(named: "other.example")
    defer { _ = session }
    let error = #expect(throws: HTTPError.self) {
      try answer(of: port, certificates: "\(directory.path)/certificate.pem")
    }
    #expect(error?.mayHaveArrived == false)
    guard case .notTrusted = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a file of certificates that is none is named as the reason`() throws {
    let (session, port) = try server(named: "localhost")
    defer { _ = session }
    try FileTree.write(Array("no certificate".utf8), to: "\(directory.path)/none.pem")
    let error = #expect(throws: HTTPError.self) {
      try answer(of: port, certificates: "\(directory.path)/none.pem")
    }
    guard case .badCertificates = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
