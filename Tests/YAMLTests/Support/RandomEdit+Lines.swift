import YAML

/// Where a text may change.
struct Concern {
  /// Lines, the first being 0, that alone may differ.
  let lines: Range<Int>

  /// How many of the old lines may differ.
  let count: Int
}

extension RandomEdit {
  /// The lines of a document that the edit may change; all others must stay.
  func concern(in document: YAMLDocument) -> Concern {
    let bytes = document.bytes
    let node = document.root[path]
    let isBlock = node?.isFilledBlock == true
    let parent = YAMLPath(path.steps.dropLast())
    if kind == .append, isBlock { return Self.addition(in: bytes) }
    if kind == .insert, document.root[parent]?.isFilledBlock == true { return Self.addition(in: bytes) }
    let lines = Self.lines(of: kind == .insert ? parent : path, in: document, isRemoval: kind == .remove)
    return Concern(lines: lines, count: lines.count)
  }

  /// An addition changes no line, except a last one that has no line break.
  private static func addition(in bytes: [UInt8]) -> Concern {
    Concern(lines: 0..<Int.max, count: bytes.last == UInt8(ascii: "\n") ? 0 : 1)
  }

  private static func lines(of path: YAMLPath, in document: YAMLDocument, isRemoval: Bool) -> Range<Int> {
    let bytes = document.bytes
    guard let last = path.steps.last, let node = document.root[path] else { return 0..<Int.max }
    let parentPath = YAMLPath(path.steps.dropLast())
    guard let parent = document.root[parentPath] else { return 0..<Int.max }
    let isOnly = isRemoval && (parent.entries?.count ?? parent.elements?.count) == 1
    if isOnly || !parent.isFilledBlock { return lines(of: parentPath, in: document, isRemoval: false) }
    var end = line(of: node.range.upperBound, in: bytes) + 1
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while isRemoval, end < all.count, [nil, UInt8(ascii: "#"), 13].contains(all[end].first { $0 != 32 }) {
      end += 1
    }
    // What follows moves up to a `-` or byte order mark in the same line.
    let start = parent.entries?.first { $0.value.range == node.range }?.key.range.lowerBound
    let elementStart = last == .index(0) ? parent.range.lowerBound : node.range.lowerBound
    let lead = bytes[..<(start ?? elementStart)]
    let indentation = lead.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? []
    if isRemoval, indentation.contains(where: { $0 != 32 }) { end += 1 }
    switch last {
    case .key(let key):
      let start = parent.entries?.first { $0.name == key }?.key.position.line ?? 1
      return start - 1..<end
    case .index(0): return parent.position.line - 1..<end
    case .index(let index):
      let previous = parent.elements?[index - 1].range.upperBound ?? 0
      return line(of: previous, in: bytes) + 1..<end
    }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
  }
}

extension YAMLNode {
  fileprivate var isFilledBlock: Bool {
    switch content {
    case .scalar: false
    case .sequence(let elements, let style): style == .block && !elements.isEmpty
    case .mapping(let entries, let style): style == .block && !entries.isEmpty
    }
  }
}
