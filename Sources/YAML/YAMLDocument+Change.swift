extension YAMLDocument {
  /// The document with another value where there is one; only what differs is touched.
  func replacing(_ path: YAMLPath, with value: YAMLValue) throws(YAMLError) -> YAMLDocument {
    guard let node = root[path], node.value != value else { return self }
    switch (node.content, value) {
    case (.mapping(let old, _), .map(let new)) where isWorthMerging(old.map(\.name), new.map(\.key)):
      return try mergingEntries(path, old: old, new: new)
    case (.sequence(let old, _), .list(let new)) where !old.isEmpty && isWorthMerging(old.count, new.count):
      return try mergingElements(path, old: old.map(\.value), new: new)
    default: return try applying(.replace(path, with: value))
    }
  }

  /// Whether mappings share a key; a value with a key twice is left to be refused as a whole.
  private func isWorthMerging(_ old: [String], _ new: [String]) -> Bool {
    let names = Set(new)
    return names.count == new.count && isWorthMerging(old.count, new.count)
      && old.contains(where: names.contains)
  }

  /// Whether there are so few parts that parsing again after each change takes no time that one would notice.
  private func isWorthMerging(_ old: Int, _ new: Int) -> Bool {
    new > 0 && max(old, new) <= 256
  }

  private func mergingEntries(
    _ path: YAMLPath, old: [YAMLEntry], new: [YAMLValue.Entry]
  ) throws(YAMLError) -> YAMLDocument {
    var document = self
    let names = Set(new.map(\.key))
    for entry in old where !names.contains(entry.name) {
      document = try document.applying(.remove(path.appending(.key(entry.name))))
    }
    var previous: String?
    for entry in new {
      let place = path.appending(.key(entry.key))
      document =
        root[place] == nil
        ? try document.applying(.insertEntry(entry, into: path, after: previous))
        : try document.replacing(place, with: entry.value)
      previous = entry.key
    }
    return document
  }

  private func mergingElements(
    _ path: YAMLPath, old: [YAMLValue], new: [YAMLValue]
  ) throws(YAMLError) -> YAMLDocument {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let longest = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(longest).prefix { $0 == $1 }.count
    let common = prefix + longest - suffix
    var document = self
    for index in prefix..<common {
      document = try document.replacing(path.appending(.index(index)), with: new[index])
    }
    for index in (common..<max(common, old.count - suffix)).reversed() {
      document = try document.applying(.remove(path.appending(.index(index))))
    }
    for index in common..<max(common, new.count - suffix) {
      document = try document.applying(.insertElement(new[index], into: path, at: index))
    }
    return document
  }

  /// The document after one change: the most readable text that reads back as it must.
  ///
  /// - Throws: `YAMLError` if there is none, for the text is then beyond a limit or laid out in a way that we
  ///   do not know.
  func applying(_ change: Change) throws(YAMLError) -> YAMLDocument {
    let expected = change.applied(to: root.value)
    var failure: YAMLError?
    for manner in Renderer.Manner.allCases {
      let editor = Editor(document: self, renderer: Renderer(manner: manner))
      guard let splices = editor.splices(for: change),
        let text = Splice.applying(splices, to: source.bytes)
      else { continue }
      do {
        let document = try YAMLDocument(text: text, name: name, firstLine: source.firstLine)
        if document.root.value == expected { return try document.closingLastLine(after: self) }
      } catch  where error.problem.isOfValue {
        failure = failure ?? error
      } catch {
        continue
      }
    }
    throw failure ?? source.error(.cannotEdit(change.path), at: root[change.path]?.range.lowerBound ?? 0)
  }

  /// The document with a line break at its end if it now ends in a block, which others would read without.
  private func closingLastLine(after old: YAMLDocument) throws(YAMLError) -> YAMLDocument {
    let isOpen = root.range.upperBound == source.bytes.count && source.bytes.last != .lineFeed
    guard isOpen, root.endsInBlock, !old.root.endsInBlock else { return self }
    return try YAMLDocument(text: source.bytes + source.lineEnding, name: name, firstLine: source.firstLine)
  }
}

extension YAMLNode {
  /// Whether the last scalar in it is a block of lines.
  fileprivate var endsInBlock: Bool {
    switch content {
    case .scalar(_, let style): style.isBlock
    case .sequence(let elements, _): elements.last?.endsInBlock ?? false
    case .mapping(let entries, _): entries.last?.value.endsInBlock ?? false
    }
  }
}

extension YAMLProblem {
  /// Whether it lies in what was to be written rather than in the layout around it.
  fileprivate var isOfValue: Bool {
    switch self {
    case .tooLarge, .tooDeep, .duplicateKey, .keyIsTooLong: true
    default: false
    }
  }
}
