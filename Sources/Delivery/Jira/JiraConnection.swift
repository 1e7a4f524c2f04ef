import Network
import Storage

/// Asks an interface of Jira, and understands what it answers.
///
/// A write is sent again only where the answer is 429, which says that it was not looked at; a read also where an
/// answer was lost, cut off, or an error of the server.
struct JiraConnection: Sendable {
  /// Where the interface is.
  var interface: WebAddress

  /// In whose name it is asked; nil for nobody's.
  var authorization: Authorization?

  var client: HTTPClient
  var pace: JiraPace

  /// Reads something.
  func read<Value: Decodable>(
    _ type: Value.Type, _ steps: [String], query: KeyValuePairs<String, String> = [:]
  ) throws(TrackerError) -> Value {
    guard let value = try readUnlessTooLong(type, steps, query: query) else {
      throw .doubtful("The answer of \(interface.origin) is too long.")
    }
    return value
  }

  /// Reads something; nil where the answer is longer than is read of one.
  ///
  /// - Parameter document: what is asked for, where it is asked for by POST.
  func readUnlessTooLong<Value: Decodable>(
    _ type: Value.Type, _ steps: [String], query: KeyValuePairs<String, String>,
    asking document: JSONTree? = nil
  ) throws(TrackerError) -> Value? {
    let body = document.map { JSONText.encode($0) }
    let method: HTTPRequest.Method = document == nil ? .get : .post
    guard let response = try ask(method, steps, query: query, body: body, isRead: true) else { return nil }
    return try understood(type, response)
  }

  /// Writes something, once.
  func write<Value: Decodable>(
    _ type: Value.Type, _ method: HTTPRequest.Method, _ steps: [String], _ body: [UInt8]
  ) throws(TrackerError) -> Value {
    guard let response = try ask(method, steps, query: [:], body: body, isRead: false) else {
      preconditionFailure("Only a read comes back without an answer.")
    }
    return try understood(type, response)
  }

  private func understood<Value: Decodable>(
    _ type: Value.Type, _ response: HTTPResponse
  ) throws(TrackerError) -> Value {
    guard let value = try? JSONText.decode(type, from: response.body) else {
      throw .doubtful(
        "\(interface.origin) answered \(response.status) with what is no answer of Jira (\(Self.kind(of: response)))."
      )
    }
    return value
  }

  private static func kind(of response: HTTPResponse) -> String {
    response.body.isEmpty
      ? "nothing" : response.header("content-type").map { String($0.prefix(80)) } ?? "no type"
  }

  /// - Returns: nil where the answer to a read is too long.
  private func ask(
    _ method: HTTPRequest.Method, _ steps: [String], query: KeyValuePairs<String, String>,
    body: [UInt8]? = nil,
    isRead: Bool
  ) throws(TrackerError) -> HTTPResponse? {
    var headers = [("Accept", "application/json")]
    if body != nil {
      // The second keeps Jira from taking us for a page in a browser (XSRF).
      headers += [("Content-Type", "application/json"), ("X-Atlassian-Token", "no-check")]
    }
    let request = HTTPRequest(
      method, interface.appending(steps, query: query), authorization: authorization, headers: headers,
      body: body)
    var waiting = pace.begin()
    while true {
      let outcome: Result<HTTPResponse, HTTPError> = Result { () throws(HTTPError) in
        try client.answer(to: request)
      }
      switch outcome {
      case .success(let response):
        // Jira may answer nobody's request where it does not take the login; what it answers to a write is what it did.
        let isNobodys = response.header("x-seraph-loginreason")?.contains("AUTHENTICATED_FAILED") == true
        let status = isNobodys && isRead ? 401 : response.status
        switch status {
        case 200..<300: return response
        case 429:
          guard waiting.waits(as: response) else {
            throw .limited(status: status, messages: messages(in: response))
          }
        case 500...:
          guard isRead, waiting.waitsForTrouble(as: response) else {
            throw .doubtful(Self.sentence(status, messages(in: response), of: interface.origin))
          }
        default: throw .refused(status: status, messages: messages(in: response))
        }
      case .failure(let error):
        if isRead, case .tooLong = error.cause { return nil }
        guard isRead, error.isPassing, waiting.waitsForTrouble(as: nil) else { throw TrackerError(error) }
      }
    }
  }

  /// What Jira says, without the token that it may repeat.
  private func messages(in response: HTTPResponse) -> [String] {
    JiraFault.messages(in: response).map { authorization?.masked(in: $0) ?? $0 }
  }

  private static func sentence(_ status: Int, _ messages: [String], of origin: String) -> String {
    "\(origin) answered \(status), an error of its own\(messages.isEmpty ? "" : ": " + messages.joined(separator: " "))"
  }
}
