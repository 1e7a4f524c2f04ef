import Network
import Storage

/// What Jira says of a request that it does not carry out.
///
/// `{"errorMessages": ["…"], "errors": {"field": "…"}}`; the gateway says `{"message": "…"}`.
enum JiraFault {
  /// How many lines, and how much of each, are passed on.
  private static let mostLines = 20
  private static let longestLine = 500

  /// What an answer says, line by line.
  static func messages(in response: HTTPResponse) -> [String] {
    var lines: [String] = []
    if let tree = try? JSONText.decode(JSONTree.self, from: response.body) {
      lines += tree["errorMessages"].elements.compactMap(\.text)
      lines += tree["errors"].members.sorted { $0.key < $1.key }.compactMap { name, value in
        value.text.map { "\(name): \($0)" }
      }
      lines += [tree["message"].text, tree["error"].text].compactMap { $0 }
    }
    // A person who has typed the password wrong too often has to solve a riddle in the browser first.
    if let reason = response.header("x-authentication-denied-reason") { lines.append(reason) }
    return lines.filter { !$0.isEmpty }.prefix(mostLines).map { String($0.prefix(longestLine)) }
  }
}
