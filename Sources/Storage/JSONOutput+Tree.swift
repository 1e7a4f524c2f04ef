extension JSONOutput {
  /// Writes a tree, the keys of its objects sorted.
  ///
  /// What is neither finite nor a number is null, as JSON has no word for it.
  func put(_ tree: JSONTree) {
    switch tree {
    case .text(let text): quote(text)
    case .list(let elements):
      put("[")
      for element in elements {
        separate()
        put(element)
      }
      put("]")
    case .object(let members): put(members)
    case .whole(let number): put(plain: String(number))
    case .number(let number): put(number)
    case .flag(let flag): put(flag ? "true" : "false")
    case .nothing: put("null")
    }
  }

  private func put(_ members: [String: JSONTree]) {
    var isFirst = true
    put("{")
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if !isFirst { put(",") }
      isFirst = false
      quote(name)
      put(":")
      put(value)
    }
    put("}")
  }

  private func put(_ number: Double) {
    guard number.isFinite else { return put("null") }
    let digits = number.description
    put(plain: digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }
}
