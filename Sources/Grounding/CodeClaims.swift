import Markdown

/// The claims of a code span.
enum CodeClaims {
  typealias Found = [(kind: Claim.Kind, text: [UInt8])]

  /// - Parameter branches: the known branches; `fix-carry` is one of them, or the names `fix` and `carry`.
  static func found(in code: [UInt8], branches: Set<String> = []) -> Found {
    let found = Self.found(inAnyCode: code)
    let text = Array(code[...].trimmedBlanks)
    // What is read as a commit, a version or a ticket is held against those.
    guard !found.isEmpty, found.allSatisfy({ $0.kind == .identifier || $0.kind == .path }),
      branches.contains(String(decoding: text, as: UTF8.self))
    else { return found }
    return [(.identifier, text)]
  }

  private static func found(inAnyCode code: [UInt8]) -> Found {
    let text = Array(code[...].trimmedBlanks)
    guard !text.isEmpty else { return [] }
    // Several words are a command, an expression or output: only what has the shape of a name is looked up in them.
    let words = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return words.flatMap { word(Array($0), isAlone: words.count == 1) }
  }

  private static func word(_ word: [UInt8], isAlone: Bool) -> Found {
    if let single = single(word) { return [single] }
    // `-Werror` and `-DNDEBUG` are for a compiler; options of one's own have two dashes.
    if word.first == UInt8(ascii: "-"), word.dropFirst().first != UInt8(ascii: "-") { return [] }
    if isSetting(word) { return [] }
    if let place = PathClaim(word) {
      if let line = place.line { return [(.line, place.path + [UInt8(ascii: ":")] + line)] }
      if let symbol = place.symbol { return [(.path, place.path)] + names(in: symbol, isAlone: true) }
      return [(.path, place.path)]
    }
    return (isAlone && PathClaim.isNearly(word) ? [(.path, word)] : []) + names(in: word, isAlone: isAlone)
  }

  /// A variable of the environment with its value, `GODEBUG=gctrace=1`: of whichever program that reads it.
  private static func isSetting(_ word: [UInt8]) -> Bool {
    let name = word.prefix { Letters.isCapital($0) || Letters.isDigit($0) || $0 == UInt8(ascii: "_") }
    return name.count > 1 && name.count < word.count && word[name.count] == UInt8(ascii: "=")
      && word.dropFirst(name.count + 1).first != UInt8(ascii: "=")
  }

  /// What a word is as a whole.
  private static func single(_ word: [UInt8]) -> (kind: Claim.Kind, text: [UInt8])? {
    if word.isCommitName { return (.commit, word) }
    if word.isVersion { return (.version, word) }
    return ReferenceClaim.isOne(word) ? (.reference, word) : nil
  }

  /// The names in a piece of code, such as `scheduler->stream_count`, `a.b()`, `Queue::push`.
  ///
  /// A plain word of two letters is none, and one of three is tentative: one slip away stands another, which is somewhere,
  /// too.
  private static func names(in word: [UInt8], isAlone: Bool) -> Found {
    // Quoted text, an address, a path of the machine or a variable of the shell says nothing of the code.
    if word.contains(where: { "\"'$@%{}\\/".utf8.contains($0) }) { return [] }
    let parts = word.split { !Letters.isWord($0) }
    return parts.compactMap { part in
      let name = Array(part)
      guard isName(name), isDistinct(name) || isAlone && name.count > 2 else { return nil }
      return (.identifier, name)
    }
  }

  /// A name begins with no digit and has two letters at least.
  private static func isName(_ part: [UInt8]) -> Bool {
    part.count >= 2 && !Letters.isDigit(part[0])
      && part.contains { !Letters.isDigit($0) && $0 != UInt8(ascii: "_") }
      && part.count <= 120
  }

  /// Whether a name can be nothing but one: it holds an underscore, or a capital behind a small letter.
  static func isDistinct(_ name: [UInt8]) -> Bool {
    let inner = name.dropFirst().dropLast()
    if inner.contains(UInt8(ascii: "_")) { return true }
    return zip(name, name.dropFirst()).contains { Letters.isSmall($0) && Letters.isCapital($1) }
  }
}

/// A path, with what may stand behind it: `src/a.c:12`, `src/a.c:12-14`, `src/a.c::name`.
struct PathClaim {
  var path: [UInt8]
  var line: [UInt8]?
  var symbol: [UInt8]?

  init?(_ word: [UInt8]) {
    var rest = word[...]
    if rest.starts(with: "./".utf8) { rest = rest.dropFirst(2) }
    guard let head = rest.first, !"-/~.*<".utf8.contains(head) || Self.isHidden(rest) else { return nil }
    if rest.contains(where: { "()[]{}<>=\"'`$%!?;,|&*\\@#".utf8.contains($0) })
      || rest.place(of: "//".utf8) != nil
    {
      return nil
    }
    let colon = rest.firstIndex(of: UInt8(ascii: ":"))
    let path = rest[..<(colon ?? rest.endIndex)]
    // `github.com/owner/name` is no file here.
    if let slash = path.firstIndex(of: UInt8(ascii: "/")),
      let dot = path[..<slash].firstIndex(of: UInt8(ascii: ".")),
      dot > path.startIndex
    {
      return nil
    }
    // What git keeps is in no tree of it.
    if path.starts(with: ".git/".utf8) { return nil }
    guard Self.isPath(path) else { return nil }
    self.path = Array(path.last == UInt8(ascii: "/") ? path.dropLast() : path)
    guard let colon else { return }
    let behind = rest[(colon + 1)...]
    if behind.first == UInt8(ascii: ":") {
      symbol = Array(behind.dropFirst())
    } else {
      let number = behind.prefix(while: Letters.isDigit)
      let tail = behind.dropFirst(number.count)
      guard !number.isEmpty, tail.isEmpty || "-:".utf8.contains(tail.first ?? 0) else { return nil }
      line = Array(number)
    }
  }

  /// Whether a word is no path, but may be one with a slip in its ending: `queue.cc`, `src/queu.ec`, `src/queue.`.
  static func isNearly(_ word: [UInt8]) -> Bool {
    guard PathClaim(word) == nil, word.allSatisfy({ Letters.isWord($0) || "./-+".utf8.contains($0) }),
      word.first.map({ Letters.isSmall($0) || Letters.isCapital($0) }) == true,
      let name = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last,
      let dot = name.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    return dot - name.startIndex > 2 && name[(dot + 1)...].count <= 6
      && name[(dot + 1)...].allSatisfy { Letters.isSmall($0) || Letters.isCapital($0) }
  }

  /// `.github/workflows`, `.gitignore`.
  private static func isHidden(_ word: ArraySlice<UInt8>) -> Bool {
    word.first == UInt8(ascii: ".") && word.dropFirst().first.map(Letters.isSmall) == true
  }

  /// A slash between names, or an extension that files have.
  private static func isPath(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { Letters.isSmall($0) || Letters.isCapital($0) }) else { return false }
    let name = text.split(separator: UInt8(ascii: "/")).last ?? []
    let dot = name.lastIndex(of: UInt8(ascii: "."))
    let ending = dot.map { String(decoding: name[($0 + 1)...], as: UTF8.self) } ?? ""
    let hasEnding = endings.contains(ending.lowercased()) && dot.map { $0 > name.startIndex } == true
    if text.contains(UInt8(ascii: "/")) {
      // `read/write`, `and/or`, `I/O` are no paths: a file's ending or two slashes make one.
      return hasEnding || text.count { $0 == UInt8(ascii: "/") } > 1 || text.last == UInt8(ascii: "/")
        || text.first == UInt8(ascii: ".")
    }
    return hasEnding
  }

  /// The endings of names of files that stand in repositories; `.done` or `.count` is a member.
  private static let endings: Set<String> = [
    "c", "h", "cc", "cpp", "cxx", "hpp", "hh", "m", "mm", "swift", "rs", "go", "py", "pyi", "pyx", "rb", "js",
    "jsx",
    "mjs", "cjs", "ts", "tsx", "java", "kt", "kts", "scala", "cs", "fs", "php", "pl", "pm", "lua", "r", "jl",
    "ex", "exs",
    "erl", "hs", "ml", "mli", "clj", "sh", "bash", "zsh", "fish", "ps1", "bat", "s", "asm", "sql", "proto",
    "md", "rst",
    "txt", "adoc", "tex", "html", "css", "scss", "vue", "svelte", "json", "yaml", "yml", "toml", "ini", "cfg",
    "conf",
    "xml", "csv", "lock", "mk", "cmake", "gradle", "tf", "patch", "diff", "vim", "el", "zig", "nim", "dart",
    "v", "sv",
    "vhd", "cu", "cl", "glsl", "wgsl", "metal", "ll", "td", "y", "g4", "po", "in", "am", "ac", "vtc",
  ]
}

/// The number of a pull request, or the key of a ticket.
enum ReferenceClaim {
  /// `#67`, `!67`, `RILL-142`.
  static func isOne(_ word: some Collection<UInt8>) -> Bool {
    if let first = word.first, "#!".utf8.contains(first) {
      let digits = word.dropFirst()
      return !digits.isEmpty && digits.count < 8 && digits.allSatisfy(Letters.isDigit)
    }
    return false
  }
}
