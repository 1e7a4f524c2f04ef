import Origin

/// The timeline of a bug as text for Mermaid, which GitHub, GitLab and many editors draw.
///
/// See the syntax of timelines in Mermaid's documentation: a line for each day, its events behind colons.
struct TimelineDiagram {
  let mermaid: String

  init(_ report: OriginReport) {
    var lines = ["timeline", "    title \(Self.escape(report.sentence))"]
    for event in Timeline(report).events {
      let day = event.day.map { event.kind == .leftOut ? "from \($0)" : $0 } ?? "no day"
      lines.append("    \(day) : \(Self.escape(event.title)) : \(Self.escape(event.detail))")
    }
    mermaid = lines.joined(separator: "\n") + "\n"
  }

  /// Letters, digits and what is plain within a sentence stay; what Mermaid could read as more is a numbered character.
  private static func escape(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic
        || "0123456789 .,()/_-'".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }
}
