extension YAMLDocument {
  /// The document with a value at a path, which is made where it is missing.
  ///
  /// Only the bytes that must change do: comments, order, quotes, blank lines and line endings of all else
  /// stay.
  /// A list or mapping over another one changes only the parts in which they differ, and keys that stay keep
  /// their order. An entry's comment is written only with a new key.
  ///
  /// - Parameter key: The key to put a new key after; else it goes to the end of its mapping.
  /// - Throws: `YAMLError` if the path leads through something that is no mapping or list, or to an element
  ///   that is not there, or if the document would be beyond what YAML or we allow.
  public func setting(
    _ path: YAMLPath, to value: YAMLValue, after key: String? = nil
  ) throws(YAMLError) -> YAMLDocument {
    var node = root
    for (index, step) in path.steps.enumerated() {
      let here = YAMLPath(Array(path.steps[..<index]))
      switch (step, node.content) {
      case (.key(let name), .mapping(let entries, _)):
        guard let entry = entries.first(where: { $0.name == name }) else {
          let isLast = index == path.steps.count - 1
          let new = YAMLValue.Entry(name, try wrapped(value, in: path, from: index + 1))
          return try applying(.insertEntry(new, into: here, after: isLast ? key : nil))
        }
        node = entry.value
      case (.index(let element), .sequence(let elements, _)):
        guard elements.indices.contains(element) else {
          throw error(.noSuchElement(YAMLPath(here.steps + [step]), count: elements.count), at: node)
        }
        node = elements[element]
      case (.key, _) where node.isNull:
        return try applying(.replace(here, with: wrapped(value, in: path, from: index)))
      default: throw error(.cannotEnter(YAMLPath(here.steps + [step]), node.kind), at: node)
      }
    }
    return try replacing(path, with: value)
  }

  /// The document with one more element at the end of a list, which is made where it is missing.
  ///
  /// - Throws: `YAMLError` if there is something at the path that is no list, as for `setting`.
  public func appending(_ value: YAMLValue, to path: YAMLPath) throws(YAMLError) -> YAMLDocument {
    guard let node = root[path], !node.isNull else { return try setting(path, to: .list([value])) }
    guard let elements = node.elements else { throw error(.cannotEnter(path, node.kind), at: node) }
    return try applying(.insertElement(value, into: path, at: elements.count))
  }

  /// The document without a key or element, and without the lines that it stands in.
  ///
  /// Comments above it stay; the last key or element of its collection leaves `{}` or `[]`.
  ///
  /// - Throws: `YAMLError` if nothing is there.
  public func removing(_ path: YAMLPath) throws(YAMLError) -> YAMLDocument {
    guard !path.steps.isEmpty, root[path] != nil else { throw error(.nothingThere(path), at: root) }
    return try applying(.remove(path))
  }

  private func error(_ problem: YAMLProblem, at node: YAMLNode) -> YAMLError {
    source.error(problem, at: node.range.lowerBound)
  }

  /// The value inside the mappings that the rest of a path asks for.
  private func wrapped(_ value: YAMLValue, in path: YAMLPath, from index: Int) throws(YAMLError) -> YAMLValue
  {
    var value = value
    for step in path.steps[index...].reversed() {
      guard case .key(let key) = step else { throw error(.noSuchElement(path, count: 0), at: root) }
      value = .map([YAMLValue.Entry(key, value)])
    }
    return value
  }
}
