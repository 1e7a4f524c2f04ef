import Storage
import Workspace

/// The page of the rules on the disk, which editors open from a finding.
struct RulePageFile: Sendable {
  /// The address of each rule in it.
  private let addresses: [String: String]

  /// Writes the page for this version, unless it is there; nil where there is no place for it.
  init?(version: String, environment: [String: String]) {
    guard let directory = UserDirectory.cache.path(in: environment) else { return nil }
    let page = Array(RulePages.all.markdown.utf8)
    let path = "\(directory)/rules-\(version).md"
    if (try? FileTree.read(path)) != page {
      guard (try? FileTree.makeDirectory(directory)) != nil, (try? FileTree.write(page, to: path)) != nil
      else {
        return nil
      }
    }
    // Editors know `#L12` for a line, counted from 1.
    let file = FileAddress.address(of: path)
    var addresses: [String: String] = [:]
    for (number, line) in page.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.starts(with: "## ".utf8) {
      addresses[String(decoding: line.dropFirst(3), as: UTF8.self)] = "\(file)#L\(number + 1)"
    }
    self.addresses = addresses
  }

  /// The address of a rule's page.
  func address(of rule: String) -> String? { addresses[rule] }
}
