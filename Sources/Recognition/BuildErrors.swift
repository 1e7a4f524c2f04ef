/// Compilers, linkers and builders, known by the way they complain.
struct BuildErrors {
  private let lines: [Line]
  private let command: Command
  private let isClang: Bool
  /// Whether Go's compiler may speak: it says `# package` first.
  private let mayBeGo: Bool

  init(_ run: Run) {
    lines = run.lines
    command = run.command
    isClang =
      run.lines.contains { $0.has("clang") || $0.ends(" error generated.") || $0.ends(" errors generated.") }
      || run.command.words.contains { $0.has("clang") }
    mayBeGo =
      ["build", "run", "vet"].contains { run.command.runs("go", $0) }
      || run.lines.contains { $0.starts("# ") }
  }

  /// The first complaint in the run, compilers before linkers and linkers before whoever called them.
  var obstacle: Obstacle? {
    for complaint in [compiler, linker, driver, builder] {
      for (index, line) in lines.enumerated() {
        guard let tool = complaint(line) else { continue }
        if isAssertion(after: index) { return nil }
        return .buildError(tool: tool, line: line.quoted)
      }
    }
    return nil
  }

  /// Whether an assertion fails later on: then the complaint was printed by what is tested.
  private func isAssertion(after index: Int) -> Bool {
    lines[index...].dropFirst().contains { line in
      line.starts("AssertionError") || line.has(": Assertion `") || line.has("' panicked at ")
        || line.has("Assertion failed: ")
        || line.has("AssertionError [ERR_ASSERTION]")
    }
  }

  // MARK: Compilers

  private func compiler(_ line: Line) -> String? {
    if line.starts("error[E"), line.number(after: "error[E") != nil { return "rustc" }
    if line.has("error TS"), let number = line.after("error TS"), number.number != nil, number.has(": ") {
      return "tsc"
    }
    if line.has(": error CS"), line.number(after: ": error CS") != nil { return "csc" }
    if line.starts("e: "), line.has(".kt:") { return "kotlinc" }
    if line.starts("[ERROR] "), line.has(".java:["), line.has("] ") { return "javac" }
    if let tool = positioned(line) { return tool }
    return goCompiler(line)
  }

  /// `path.ext:3:5: error: text`, where the extension tells the language.
  private func positioned(_ line: Line) -> String? {
    for mark in [": error: ", ": fatal error: ", ": Error: "] {
      guard let place = line.before(mark), let text = line.after(mark), !text.starts(anyOf: Self.notCompilers)
      else { continue }
      return language(of: place)
    }
    return nil
  }

  /// Linkers, CppUTest and XCTest name a place in the same way.
  private static let notCompilers = ["undefined reference to ", "Failure in ", "Failure!", "-["]

  /// The compiler of the file in `path.ext:3:5`, or in `path.ext:3` where compilers leave the column out.
  private func language(of place: Line) -> String? {
    let parts = place.split(UInt8(ascii: ":"))
    guard parts.count >= 2, parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.bytes.allSatisfy(\.isDigit) }),
      let ending = parts[0].afterLast(".")?.text
    else { return nil }
    switch ending {
    case "swift":
      // XCTest prints its failures as `path.swift:4: error: Suite.test : …`, without a column.
      return parts.count >= 3 ? "swiftc" : nil
    case "java": return "javac"
    case "kt": return "kotlinc"
    case "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "ipp", "inc", "inl", "m", "mm", "S", "s", "cu":
      return isClang ? "clang" : "gcc"
    case "f", "f90", "F90": return "gfortran"
    default: return nil
    }
  }

  private func goCompiler(_ line: Line) -> String? {
    if line.has(anyOf: [
      "no required module provides package ", "cannot find module providing package ",
      "go: cannot find main module",
      "directory prefix . does not contain main module", "cannot find package \"",
      "go: go.mod file not found",
    ]) {
      return "go"
    }
    guard mayBeGo, let place = line.before(": "), place.has(".go:") else { return nil }
    let parts = place.split(UInt8(ascii: ":"))
    return parts.count == 3 && parts[0].ends(".go") && parts[1].number != nil && parts[2].number != nil
      ? "go" : nil
  }

  // MARK: Linkers

  private func linker(_ line: Line) -> String? {
    line.has(anyOf: [
      "undefined reference to ", "ld: symbol(s) not found", "Undefined symbols for architecture ",
      "ld: cannot find ",
      "ld: library not found for ", "ld returned 1 exit status", "linker command failed with exit code ",
      "ld.lld: error: ", "ld: error: ", "ld.gold: error: ", ": multiple definition of ",
    ]) ? "ld" : nil
  }

  // MARK: What calls them

  private func driver(_ line: Line) -> String? {
    if let name = line.before(": ")?.afterLast("/") ?? line.before(": "), let tool = Self.drivers[name.text],
      line.has(": error: ") || line.has(": fatal error: ")
    {
      return tool
    }
    if line.starts("error: could not compile `") || line.starts("error: aborting due to ") { return "rustc" }
    if line.starts(anyOf: [
      "error: could not find `Cargo.toml`", "error: failed to parse manifest",
      "error: failed to load manifest",
      "error: no matching package ", "error: failed to select a version for ", "error: failed to get `",
    ]) {
      return "cargo"
    }
    if line.starts(anyOf: [
      "error: Could not find Package.swift", "error: emit-module command failed",
      "error: link command failed",
      "error: compile command failed", "error: no such module '", "error: root manifest not found",
    ]) || (line.starts("error: fatalError") && command.runs("swift")) {
      return "swift build"
    }
    return nil
  }

  private static let drivers: [String: String] = [
    "gcc": "gcc", "g++": "gcc", "cc": "gcc", "c++": "gcc", "cc1": "gcc", "cc1plus": "gcc", "clang": "clang",
    "clang++": "clang", "collect2": "ld", "ld": "ld", "javac": "javac", "swiftc": "swiftc",
    "<unknown>:0": "swiftc",
  ]

  private func builder(_ line: Line) -> String? {
    if line.has(": *** "), line.ends("Stop.") || line.has(": *** No rule to make target ") {
      // A recipe that failed says `make: *** [target] Error 1`, and that says nothing of why.
      return line.has(": *** [") ? nil : "make"
    }
    if line.starts("CMake Error") { return "cmake" }
    if line.starts("ninja: error: ") { return "ninja" }
    if line.starts("configure: error: ") { return "configure" }
    if line.starts("meson.build:"), line.has(": ERROR: ") { return "meson" }
    if line.starts("[ERROR] COMPILATION ERROR") { return "maven" }
    if line.starts("> Task :compile"), line.ends(" FAILED") { return "gradle" }
    return nil
  }
}
