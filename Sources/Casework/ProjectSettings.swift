import Storage
import YAML

/// The settings of a project, from `.postmortem/config.yaml`; all of them have a default.
public struct ProjectSettings: Sendable, Equatable {
  /// The directory of the records, from the root of the working tree.
  public var recordDirectory = "docs/postmortems"

  /// The name of a record's file, in which `{key}`, `{title}`, `{year}` and `{month}` stand for those of the case.
  public var recordName = "{key}.md"

  /// The Jira site that the tickets are on, such as `https://example.atlassian.net`; nil where nobody said.
  public var jiraURL: String?

  /// Where pull requests are, `{number}` in it; nil where nobody said.
  public var pullRequestURL: String?

  /// Where the settings are, from the root of the working tree.
  public static let path = ".postmortem/config.yaml"

  /// What stands at the top of the file; `review` is read by the room of that name.
  public static let keys = ["jira", "pull_request_url", "records", "review"]

  /// The defaults.
  public init() {}

  /// Settings from the bytes of a file.
  ///
  /// - Parameter name: what errors call it.
  /// - Throws: `YAMLErrors` with all that is not as it must be; `YAMLError` where it is no YAML.
  public init(_ bytes: [UInt8], name: String) throws {
    let reader = YAMLReader(try YAMLDocument(text: bytes, name: name))
    let root = reader.fields(known: Self.keys)
    if let records = root.fields("records", known: ["directory", "name"]) {
      if let directory = records.text("directory"), let node = records.node("directory") {
        recordDirectory = String(directory.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
        if directory.hasPrefix("/") || !Path.isWithin(recordDirectory) {
          reader.report(
            .wrongText(
              key: "directory", expected: "a path within the repository, without `..`", found: directory),
            at: node)
        }
      }
      if let name = records.text("name"), let node = records.node("name") {
        recordName = name
        if let expected = Self.fault(in: name) {
          reader.report(.wrongText(key: "name", expected: expected, found: name), at: node)
        }
      }
    }
    if let jira = root.fields("jira", known: ["url"]), let url = jira.text("url"), let node = jira.node("url")
    {
      jiraURL = url
      if !Self.isAddress(url) {
        reader.report(
          .wrongText(key: "url", expected: "an address that begins with https://", found: url), at: node)
      }
    }
    if let url = root.text("pull_request_url"), let node = root.node("pull_request_url") {
      pullRequestURL = url
      if !Self.isAddress(url) || !url.contains("{number}") {
        reader.report(
          .wrongText(
            key: "pull_request_url", expected: "an address that begins with https:// and holds {number}",
            found: url),
          at: node)
      }
    }
    try reader.finish()
  }

  /// Whether it is an address of the web, as a person would copy it.
  public static func isAddress(_ url: String) -> Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://"))
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// Where the record of a case is to stand, from the root of the working tree.
  ///
  /// - Parameter fixed: the day of the fix: "2026-07-09".
  public func recordPath(key: String, title: String, fixed: String) -> String {
    let year = fixed.count >= 4 ? String(fixed.prefix(4)) : "undated"
    let month = fixed.count >= 7 ? String(fixed.dropFirst(5).prefix(2)) : "undated"
    let name = recordName.replacing("{key}", with: key).replacing("{title}", with: Self.slug(of: title))
      .replacing("{year}", with: year).replacing("{month}", with: month)
    return "\(recordDirectory)/\(name)"
  }

  /// The words of a title, fit for a file's name.
  private static func slug(of title: String) -> String {
    var slug = ""
    for character in title.lowercased().prefix(120) {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if let last = slug.last, last != "-" {
        slug.append("-")
      }
    }
    let words = slug.prefix(60).reversed().drop { $0 == "-" }.reversed()
    return words.isEmpty ? "record" : String(words)
  }

  /// What a name is expected to be, where it is not that.
  private static func fault(in name: String) -> String? {
    guard name.contains("{key}") else { return "a name that holds {key}" }
    guard name.hasSuffix(".md"), Path.isWithin(name) else {
      return "a path below the directory of the records that ends in .md"
    }
    var rest = name
    for known in ["{key}", "{title}", "{year}", "{month}"] { rest = rest.replacing(known, with: "") }
    return rest.contains("{") || rest.contains("}")
      ? "no placeholders but {key}, {title}, {year}, {month}" : nil
  }
}
