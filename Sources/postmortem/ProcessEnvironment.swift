#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this process was given by the one that started it.
enum ProcessEnvironment {
  /// Its environment variables.
  static func current() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return variables
  }

  /// The real path of a directory, or of the current one; nil where there is none.
  static func directory(_ path: String?) -> String? {
    guard let resolved = realpath(path ?? ".", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The home of the user as the system's list of users has it: no variable moves it.
  static func home() -> String? {
    #if DEBUG
      // Tests have homes of their own; what is released knows no such variable.
      if let home = current()["POSTMORTEM_TEST_HOME"] { return home }
    #endif
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
    return String(cString: home)
  }
}
