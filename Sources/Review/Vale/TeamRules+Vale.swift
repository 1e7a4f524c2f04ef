import YAML

extension TeamRules {
  /// Reads a file of a style that is written for Vale; its rule is called as Vale calls it: `write-good.Weasel`.
  ///
  /// What cannot be read is no error, since the style is somebody else's: it is in `unread`, with the reason.
  ///
  /// - Parameters:
  ///   - style: the name of the style.
  ///   - file: the path, as pages show it.
  public init(vale bytes: [UInt8], style: String, file: String) {
    let id = "\(style).\(Self.name(of: file))"
    do throws(YAMLError) {
      var reader = ValeRuleReader(try YAMLDocument(text: bytes, name: file).root, id: id, file: file)
      do throws(ValeRuleReader.Unreadable) {
        rules.append(try reader.rule())
        unread = reader.leftOut.map { Unread(rule: id, file: file, reason: $0) }
      } catch {
        unread.append(Unread(rule: id, file: file, reason: error.reason))
      }
    } catch {
      let place = "\(error.position.line):\(error.position.column)"
      unread.append(Unread(rule: id, file: file, reason: "\(place): \(error.problem)"))
    }
  }
}

extension TeamMessage {
  /// A message of Vale, in which `%s` stands for the words that were found.
  ///
  /// - Parameter replacesFirst: whether the first one stands for what is to stand there.
  init(vale text: String, replacesFirst: Bool) {
    var parts: [Part] = []
    let pieces = text.split(separator: "%s", omittingEmptySubsequences: false)
    for (place, piece) in pieces.enumerated() {
      if place > 0 { parts.append(replacesFirst && place == 1 ? .replacement : .match) }
      parts.append(.text(String(piece)))
    }
    self.init(parts: parts)
  }
}
