/// One step of an edit: what is to become of a document's value.
enum Change {
  case replace(YAMLPath, with: YAMLValue)
  case insertEntry(YAMLValue.Entry, into: YAMLPath, after: String?)
  case insertElement(YAMLValue, into: YAMLPath, at: Int)
  case remove(YAMLPath)

  /// What it is about.
  var path: YAMLPath {
    switch self {
    case .replace(let path, _), .insertElement(_, let path, _), .remove(let path): path
    case .insertEntry(let entry, let path, _): path.appending(.key(entry.key))
    }
  }

  /// The value that the document must have afterwards.
  func applied(to value: YAMLValue) -> YAMLValue {
    switch self {
    case .replace(let path, let new): return value.changed(at: path.steps[...]) { _ in new }
    case .insertEntry(let entry, let path, let key):
      return value.changed(at: path.steps[...]) { mapping in
        guard case .map(var entries) = mapping else { return .map([entry]) }
        let index = entries.firstIndex { $0.key == key }.map { $0 + 1 } ?? entries.count
        entries.insert(entry, at: index)
        return .map(entries)
      }
    case .insertElement(let element, let path, let index):
      return value.changed(at: path.steps[...]) { list in
        guard case .list(var elements) = list else { return .list([element]) }
        elements.insert(element, at: min(index, elements.count))
        return .list(elements)
      }
    case .remove(let path):
      guard let last = path.steps.last else { return .null }
      return value.changed(at: path.steps.dropLast()) { $0.removing(last) }
    }
  }
}

extension YAMLValue {
  /// The value with one of its parts changed.
  fileprivate func changed(at steps: ArraySlice<YAMLPath.Step>, _ change: (YAMLValue) -> YAMLValue)
    -> YAMLValue
  {
    guard let step = steps.first else { return change(self) }
    switch (self, step) {
    case (.map(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return self }
      entries[index].value = entries[index].value.changed(at: steps.dropFirst(), change)
      return .map(entries)
    case (.list(var elements), .index(let index)) where elements.indices.contains(index):
      elements[index] = elements[index].changed(at: steps.dropFirst(), change)
      return .list(elements)
    default: return self
    }
  }

  fileprivate func removing(_ step: YAMLPath.Step) -> YAMLValue {
    switch (self, step) {
    case (.map(let entries), .key(let key)): return .map(entries.filter { $0.key != key })
    case (.list(var elements), .index(let index)) where elements.indices.contains(index):
      elements.remove(at: index)
      return .list(elements)
    default: return self
    }
  }
}
