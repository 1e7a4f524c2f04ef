import Storage
import Workspace

/// The page of the rules on the disk, which editors open from a finding.
struct RulePageFile: Sendable {
  private let path: String

  /// The line of each rule, from 1.
  private let lines: [String: Int]

  /// Writes the page for this version, unless it is there; nil where there is no place for it.
  init?(version: String, environment: [String: String]) {
    guard let directory = UserDirectory.cache.path(in: environment) else { return nil }
    let page = Array(RulePages.all.markdown.utf8)
    path = "\(directory)/rules-\(version).md"
    if (try? FileTree.read(path)) != page {
      guard (try? FileTree.makeDirectory(directory)) != nil, (try? FileTree.write(page, to: path)) != nil
      else {
        return nil
      }
    }
    var lines: [String: Int] = [:]
    for (number, line) in page.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.starts(with: "## ".utf8) {
      lines[String(decoding: line.dropFirst(3), as: UTF8.self)] = number + 1
    }
    self.lines = lines
  }

  /// The address of a rule's page; editors know `#L12` for a line.
  func address(of rule: String) -> String? {
    lines[rule].map { "\(FileAddress.address(of: path))#L\($0)" }
  }
}
