/// Settings of git as text of a configuration file.
struct GitConfiguration {
  private var entries: [(name: String, value: String?)] = []

  /// Settings as `git config --list -z` prints them: name, newline, value, NUL; without newline, a bare name.
  init(listing: [UInt8]) {
    for record in listing.split(separator: 0) {
      let parts = record.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first else { continue }
      entries.append(
        (
          String(decoding: name, as: UTF8.self),
          parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : nil
        ))
    }
  }

  /// The last value of a setting, whose name is in lower case but for its subsection.
  func value(_ name: String) -> String? {
    entries.last { $0.name == name }?.value
  }

  /// Only the settings that `isWanted` accepts by name.
  func filtered(_ isWanted: (String) -> Bool) -> GitConfiguration {
    var copy = self
    copy.entries = entries.filter { isWanted($0.name) }
    return copy
  }

  mutating func append(_ name: String, _ value: String) {
    entries.append((name, value))
  }

  /// The text of a configuration file with these settings, in their order (git-config(1), "Syntax").
  var fileText: String {
    var text = ""
    for (name, value) in entries {
      guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: ".") else { continue }
      let section = name[..<first]
      let key = name[name.index(after: last)...]
      if first == last {
        text += "[\(section)]\n"
      } else {
        let subsection = name[name.index(after: first)..<last]
        text += "[\(section) \"\(Self.escape(String(subsection), newline: "\n"))\"]\n"
      }
      text += value.map { "\t\(key) = \"\(Self.escape($0, newline: "\\n"))\"\n" } ?? "\t\(key)\n"
    }
    return text
  }

  private static func escape(_ text: String, newline: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += newline
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
