import Repository
import Synchronization

/// Tells names that only the fix brings from names that the code before it knew, by measuring both trees.
///
/// A test of the fix that fails before it with "has no attribute 'subfactorial'" has not seen the bug: it has seen that
/// the fix is not there. But where the code before the fix calls a name that nothing defines, that *is* the bug.
final class NewNames: Sendable {
  private let borrowing: BorrowingRepository
  private let before: ObjectID
  private let after: ObjectID
  private let known = Mutex<[String: Bool]>([:])

  init(before: ObjectID, after: ObjectID, in borrowing: BorrowingRepository) {
    self.borrowing = borrowing
    self.before = before
    self.after = after
  }

  /// Whether the fix defines `name`, and the tree before it neither defines nor uses it.
  func contain(_ name: String) -> Bool {
    if let answer = known.withLock({ $0[name] }) { return answer }
    let answer = measure(name)
    known.withLock { $0[name] = answer }
    return answer
  }

  private func measure(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isIdentifierByte) else { return false }
    let definition = Self.definition(of: name)
    do {
      return try borrowing.matches(definition, in: after) && !borrowing.matches(definition, in: before)
        && !borrowing.matches(Self.use(of: name), in: before)
    } catch {
      // What cannot be measured is no reason to refuse a failure.
      return false
    }
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  /// A line that defines a name, in the languages that complain at run time of one that is missing: a POSIX extended
  /// regular expression.
  private static func definition(of name: String) -> String {
    let keyword =
      "(^|[^[:alnum:]_])(def|class|function|func|fn|fun|sub|const|let|var|module|type|interface|enum|struct)"
      + "[[:space:]]+(self[.])?\(name)([^[:alnum:]_]|$)"
    let assignment = "(^|[.])[[:space:]]*\(name)[[:space:]]*(:[^:]|=[^=])"
    return "\(keyword)|\(assignment)"
  }

  /// A line that uses a name as code does: after a dot, or with a call behind it.
  private static func use(of name: String) -> String {
    "[.]\(name)([^[:alnum:]_]|$)|(^|[^[:alnum:]_.])\(name)[(]"
  }
}
