import JSONRPC
import Declaration
import Storage
import Terminal
import Workspace

/// Records, cases and ledgers of the client's repository, to be read.
extension ModelContextServer {
  /// More would not fit on one page, which is all that some clients read.
  private static let listedCases = 100

  func resourceList(for call: Call) throws -> [String: JSONTree] {
    try call.requireFirstPage()
    let fixed = [
      Self.entry(.records, name: "records", title: "Records of fixed bugs"),
      Self.entry(.cases, name: "cases", title: "Cases of fixed bugs"),
      Self.entry(.fields, name: "fields", title: "The fields of a case"),
    ]
    // Outside of a repository there is nothing but these.
    let entries = (try? shelf(for: call).entries().prefix(Self.listedCases)) ?? []
    let records = entries.filter(\.hasRecord).map {
      Self.entry(.record($0.key), name: "record of \($0.key)", title: $0.title)
    }
    let cases = entries.map { Self.entry(.facts($0.key), name: "case \($0.key)", title: $0.title) }
    let list = (fixed + records + cases).map { JSONTree.object(Self.fitting($0, call.client.revision)) }
    return ["resources": .list(list)].cached(.none, in: call.client.revision)
  }

  func templateList(for call: Call) throws -> [String: JSONTree] {
    try call.requireFirstPage()
    let list = ResourceAddress.templates.map { template in
      JSONTree.object([
        "uriTemplate": .text(template.template), "name": .text(template.name),
        "description": .text(template.description), "mimeType": .text(template.mediaType),
      ])
    }
    return ["resourceTemplates": .list(list)].cached(.forAnHour, in: call.client.revision)
  }

  func readResource(for call: Call) throws -> [String: JSONTree] {
    let uri = try call.text("uri")
    guard let address = ResourceAddress(uri) else { throw missing(uri, for: call) }
    let text: String
    do {
      text = try self.text(of: address, for: call)
    } catch let mistake as ArgumentMistake {
      throw ProtocolFault(.internalError, mistake.message)
    } catch {
      let failure = Failure(error)
      // What is not there is not found, and the client's mistake; anything else is not.
      guard failure.isAboutKey else {
        throw ProtocolFault(
          .internalError, Sanitized(failure.message, keeping: .newlinesAndTabs, limit: 2000).description)
      }
      throw missing(uri, for: call)
    }
    let contents = JSONTree.object([
      "uri": .text(uri), "mimeType": .text(address.mediaType), "text": .text(text),
    ])
    return ["contents": .list([contents])].cached(.none, in: call.client.revision)
  }

  private func text(of address: ResourceAddress, for call: Call) throws -> String {
    switch address {
    case .fields: return SetFields.configuration.discussion ?? ""
    case .cases: return try index(shelf(for: call).entries())
    case .records: return try index(shelf(for: call).entries().filter(\.hasRecord))
    case .facts(let key): return MarkedData.fenced(try shelf(for: call).facts(of: key), from: "case.yaml")
    case .record(let key):
      var show = Show()
      show.key = key
      return MarkedData.fenced(try show.run(in: workspace(for: call)).bytes, from: "the record")
    case .ledger(let key):
      var show = ShowLedger()
      show.key = key
      let report = try show.run(in: workspace(for: call))
      return try MarkedData.document(["ledger": JSONTree(report)])
    }
  }

  private func index(_ entries: [CaseShelf.Entry]) throws -> String {
    try MarkedData.document(["cases": JSONTree(entries)])
  }

  func shelf(for call: Call) throws -> CaseShelf { try CaseShelf(in: workspace(for: call)) }

  private func workspace(for call: Call) throws -> Workspace {
    try workspace(in: directory(named: nil, for: call), for: call)
  }

  private func missing(_ uri: String, for call: Call) -> ProtocolFault {
    ProtocolFault(
      call.client.revision == .stateless ? .invalidParameters : .noSuchResource,
      "There is no such resource.", data: .object(["uri": .text(uri)]))
  }

  private static func entry(
    _ address: ResourceAddress, name: String, title: String
  ) -> [String: JSONTree] {
    [
      "uri": .text(address.text), "name": .text(name), "mimeType": .text(address.mediaType),
      "title": .text(Sanitized(title, limit: 120).description),
    ]
  }

  /// Without what a revision does not know.
  private static func fitting(_ entry: [String: JSONTree], _ revision: Revision) -> [String: JSONTree] {
    revision.isStructured && entry["title"] != .text("") ? entry : entry.filter { $0.key != "title" }
  }
}

extension Failure {
  /// Whether there is no case, or no record, of a key.
  fileprivate var isAboutKey: Bool { ["no-case", "bad-key", "no-record"].contains(code) }
}
