/// A mark that a debugging session leaves in code, so that its probes are found again: `[DBG-4f2a]`.
public struct ProbeTag: Sendable, Equatable {
  /// The mark, as it stands there.
  public var text: String

  /// The files that hold it, in the order of git, each once.
  public var paths: [TreePath]

  /// The marks in the lines that a patch adds, each once, in the order in which they come.
  public static func added(by patch: Patch) -> [ProbeTag] {
    var tags: [ProbeTag] = []
    var places: [String: Int] = [:]
    for file in patch.files {
      for text in file.added.flatMap(marks) {
        if let place = places[text] {
          if tags[place].paths.last != file.path { tags[place].paths.append(file.path) }
        } else {
          places[text] = tags.count
          tags.append(ProbeTag(text: text, paths: [file.path]))
        }
      }
    }
    return tags
  }

  /// The marks in a line: `[DBG-`, letters and digits, `]`.
  private static func marks(in line: String) -> [String] {
    var marks: [String] = []
    var rest = line.utf8[...]
    let opening = Array("[DBG-".utf8)
    while let start = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[start...]
      let name = rest.dropFirst(opening.count).prefix { isLetterOrDigit($0) }
      if rest.starts(with: opening), !name.isEmpty, rest[name.endIndex...].first == UInt8(ascii: "]") {
        marks.append("[DBG-\(Substring(name))]")
      }
      rest = rest.dropFirst()
    }
    return marks
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
