import Chance
import YAML

/// An edit of a document, and what must come of it, worked out without the editor.
struct RandomEdit {
  enum Kind { case set, append, remove, insert }

  var kind: Kind
  var path: YAMLPath
  var value: YAMLValue

  /// All paths of a value but the root's.
  static func paths(_ value: YAMLValue, from path: YAMLPath = []) -> [YAMLPath] {
    switch value {
    case .null, .text: []
    case .list(let elements):
      elements.enumerated().flatMap { index, element in
        [path.appending(.index(index))] + paths(element, from: path.appending(.index(index)))
      }
    case .map(let entries):
      entries.flatMap { [path.appending(.key($0.key))] + paths($0.value, from: path.appending(.key($0.key))) }
    }
  }

  static func any(of value: YAMLValue, values: inout RandomValue, nasty: Bool) -> RandomEdit? {
    let paths = paths(value)
    guard !paths.isEmpty else { return nil }
    let path = values.random.pick(paths)
    let new = values.value(depth: values.random.number(0...2), nasty: nasty)
    switch (values.random.number(0...9), part(of: value, at: path.steps[...])) {
    case (0...1, _): return RandomEdit(kind: .remove, path: path, value: .null)
    case (2...5, .list): return RandomEdit(kind: .append, path: path, value: new)
    case (2...5, .map), (2...3, .null):
      return RandomEdit(kind: .insert, path: path.appending(.key("new key")), value: new)
    default: return RandomEdit(kind: .set, path: path, value: new)
    }
  }

  func applied(to document: YAMLDocument) throws -> YAMLDocument {
    switch kind {
    case .set, .insert: try document.setting(path, to: value)
    case .append: try document.appending(value, to: path)
    case .remove: try document.removing(path)
    }
  }

  func expected(of root: YAMLValue) -> YAMLValue { Self.change(root, path.steps[...], self) }

  static func part(of value: YAMLValue, at steps: ArraySlice<YAMLPath.Step>) -> YAMLValue {
    guard let step = steps.first else { return value }
    switch (value, step) {
    case (.map(let entries), .key(let key)):
      return entries.first { $0.key == key }.map { part(of: $0.value, at: steps.dropFirst()) } ?? .null
    case (.list(let elements), .index(let index)): return part(of: elements[index], at: steps.dropFirst())
    default: return .null
    }
  }

  private static func change(
    _ value: YAMLValue, _ steps: ArraySlice<YAMLPath.Step>, _ edit: RandomEdit
  ) -> YAMLValue {
    guard let step = steps.first else {
      if edit.kind == .append, case .list(let elements) = value { return .list(elements + [edit.value]) }
      return edit.value
    }
    let isLast = steps.count == 1
    switch (value, step) {
    case (.map(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }) else {
        return .map(entries + [.init(key, edit.value)])
      }
      if isLast, edit.kind == .remove {
        entries.remove(at: index)
      } else {
        entries[index].value = change(entries[index].value, steps.dropFirst(), edit)
      }
      return .map(entries)
    case (.list(var elements), .index(let index)):
      if isLast, edit.kind == .remove {
        elements.remove(at: index)
      } else {
        elements[index] = change(elements[index], steps.dropFirst(), edit)
      }
      return .list(elements)
    case (.null, .key(let key)): return .map([.init(key, edit.value)])
    default: return value
    }
  }
}

extension YAMLValue {
  /// The value with the keys of each mapping in a fixed order: a merged mapping keeps the file's order.
  var ordered: YAMLValue {
    switch self {
    case .null, .text: self
    case .list(let elements): .list(elements.map(\.ordered))
    case .map(let entries):
      .map(entries.map { Entry($0.key, $0.value.ordered) }.sorted { $0.key < $1.key })
    }
  }
}
