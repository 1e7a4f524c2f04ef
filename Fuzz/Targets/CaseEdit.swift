import Casework
import YAML

/// A case before and after assignments.
struct CaseEdit {
  let before: YAMLDocument
  let after: YAMLDocument
  let wishes: [CaseAssignment]
  let paths: [YAMLPath]

  init(before: YAMLDocument, after: YAMLDocument, wishes: [CaseAssignment], paths: [String]) {
    self.before = before
    self.after = after
    self.wishes = wishes
    self.paths = paths.map { path in
      YAMLPath(path.split(separator: ".").map { part in Int(part).map { .index($0) } ?? .key(String(part)) })
    }
  }

  /// Whether what was wished is there, and nothing else has changed.
  func check() throws {
    try promise(paths.count == wishes.count, "\(wishes.count) assignments, \(paths.count) paths")
    for (index, wish) in wishes.enumerated()
    where !paths.indices.contains(where: { $0 != index && related(paths[$0], paths[index]) }) {
      let value = after.root[paths[index]]?.value
      try promise(
        value == Self.value(of: wish, at: paths[index]),
        "\(paths[index]) is \(String(describing: value)) after \(wish.value.debugDescription)\n\(after.text)")
    }
    for (path, node) in leaves(before.root) where !paths.contains(where: { related($0, path) }) {
      try promise(
        after.root[path]?.value == node.value,
        "\(path) was \(node.value), is \(String(describing: after.root[path]?.value))\n\(after.text)")
    }
    try checkComments()
    if wishes.count == 1 { try checkBytes(around: paths[0]) }
  }

  private static func value(of wish: CaseAssignment, at path: YAMLPath) -> YAMLValue {
    let isElement = if case .index = path.steps.last { true } else { false }
    guard wish.field.kind == .texts else { return wish.value.isEmpty ? .null : .text(wish.value) }
    if isElement { return .text(wish.value) }
    let parts = wish.value.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return .list(parts.map { .text($0) })
  }

  /// Whether one of two paths leads through the other.
  private func related(_ first: YAMLPath, _ second: YAMLPath) -> Bool {
    zip(first.steps, second.steps).allSatisfy { $0 == $1 }
  }

  private func leaves(_ node: YAMLNode, _ path: YAMLPath = []) -> [(YAMLPath, YAMLNode)] {
    let entries = (node.entries ?? []).map { (path.appending(.key($0.name)), $0.value) }
    let elements = (node.elements ?? []).enumerated().map { (path.appending(.index($0.offset)), $0.element) }
    let parts = entries + elements
    return parts.isEmpty ? [(path, node)] : parts.flatMap { leaves($0.1, $0.0) }
  }

  // MARK: Comments

  private func checkComments() throws {
    var left = comments(of: after)
    // Comments inside of a list or mapping that is set anew may go with what is in it.
    let replaced = paths.compactMap { path -> Range<Int>? in
      guard let node = before.root[path], node.elements != nil || node.entries != nil else { return nil }
      let around = before.root[YAMLPath(Array(path.steps.dropLast()))]?.entries ?? []
      let key = around.first { .key($0.name) == path.steps.last }?.key ?? node
      return lines(key.range.lowerBound..<node.range.upperBound)
    }
    for comment in comments(of: before)
    where !replaced.contains(where: { $0.contains(comment.place) }) {
      guard let index = left.firstIndex(where: { $0.text == comment.text }) else {
        throw BrokenPromise("the comment \(comment.text.debugDescription) is lost in\n\(after.text)")
      }
      left.remove(at: index)
    }
  }

  private func comments(of document: YAMLDocument) -> [(place: Int, text: String)] {
    let bytes = document.bytes
    var isText = [Bool](repeating: false, count: bytes.count + 1)
    for range in texts(document.root) {
      // A comment may stand behind the `|` that a text begins with.
      let isBlock = bytes[range].first == UInt8(ascii: "|") || bytes[range].first == UInt8(ascii: ">")
      for index in isBlock ? range.drop(while: { bytes[$0] != 0x0A }) : range[...] { isText[index] = true }
    }
    var comments: [(Int, String)] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "#"), !isText[index] else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      comments.append((index, String(decoding: bytes[index..<end], as: UTF8.self)))
      index = end
    }
    return comments
  }

  private func texts(_ node: YAMLNode) -> [Range<Int>] {
    let parts = (node.elements ?? []) + (node.entries ?? []).flatMap { [$0.key, $0.value] }
    return node.elements == nil && node.entries == nil ? [node.range] : parts.flatMap(texts)
  }

  // MARK: Bytes

  /// Whether the bytes around a text that was there stay, line by line.
  private func checkBytes(around path: YAMLPath) throws {
    guard let node = before.root[path], !node.isNull, node.text != nil else { return }
    let lines = lines(node.range)
    try promise(
      after.bytes.starts(with: before.bytes[..<lines.lowerBound]),
      "bytes above \(path) have changed\n\(after.text)")
    // A last line of blanks gets a line break.
    let rest = before.bytes[lines.upperBound...]
    let end = rest.isEmpty || rest.last == 0x0A ? rest : rest + [0x0A]
    try promise(
      after.bytes.reversed().starts(with: rest.reversed())
        || after.bytes.reversed().starts(with: end.reversed()),
      "bytes below \(path) have changed\n\(after.text)")
  }

  private func lines(_ range: Range<Int>) -> Range<Int> {
    let bytes = before.bytes
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let last = max(range.lowerBound, range.upperBound - 1)
    return start..<(bytes[last...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count)
  }
}
