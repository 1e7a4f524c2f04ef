/// What stands where a credential would, and is none.
enum Dummy {
  private static let words = [
    "example", "placeholder", "dummy", "redacted", "your", "masked-", "changeme", "change_me", "change-me",
    "replace_", "replace-", "insert_", "not-a-", "not_a_", "notreal", "not_real", "fakefake",
  ]

  /// Whether the variable part of a token is one that nobody was given: "xxxxxx", "…EXAMPLE", "12345678".
  static func isToken(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count < 128 else { return false }
    return distinct(value) < min(6, value.count / 2) || hasSteps(value) || holdsWord(value)
  }

  /// Whether what is assigned to a password or a token only says where one would be.
  static func isValue(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    if ByteSet("$%<{*@&#").contains(first) { return true }
    let text = String(decoding: value, as: UTF8.self).lowercased()
    if plain.contains(text) { return true }
    let signs = ["${", "{{", "$(", "%(", "<%", "%s", "***", "...", "\u{2026}", "xxxx", "XXXX", "{}", "#{"]
    return signs.contains { text.contains($0) } || holdsWord(value) || distinct(value) < 3
      || (value.count < 40 && hasSteps(value))
  }

  private static let plain: Set<String> = [
    "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "none", "null", "nil", "true",
    "false", "undefined", "test", "testing", "xxx", "foo", "bar", "guest", "admin", "root", "user",
    "required",
    "optional", "string", "hidden", "unset", "empty", "default", "credentials", "mypassword", "mysecret",
  ]

  private static func holdsWord(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    return words.contains { text.contains($0) }
  }

  private static func distinct(_ value: ArraySlice<UInt8>) -> Int { Set(value).count }

  /// Whether it counts, or says the same character again and again.
  private static func hasSteps(_ value: ArraySlice<UInt8>) -> Bool {
    var same = 0
    var up = 0
    for (one, next) in zip(value, value.dropFirst()) {
      same = next == one ? same + 1 : 0
      up = next == one &+ 1 ? up + 1 : 0
      if same >= 5 || up >= 6 { return true }
    }
    return false
  }
}
