/// Tells test files from the rest by where they are and how they are named, as build tools do.
public enum TestPath {
  /// Why the file at `path` counts as a test, or part of one, in a few words; nil where it does not.
  public static func reason(_ path: TreePath) -> String? {
    let parts = path.parts
    guard let name = parts.last else { return nil }
    if let directory = parts.dropLast().first(where: isTestDirectory) { return "under \(directory)/" }
    return nameReason(name)
  }

  /// The directory of tests that the file at `path` lies in, or itself where its name makes it a test; nil where it is none.
  public static func place(_ path: TreePath) -> TreePath? {
    let parts = path.parts
    if let depth = parts.dropLast().firstIndex(where: isTestDirectory) {
      return TreePath(parts[...depth].joined(separator: "/"))
    }
    return reason(path) == nil ? nil : path
  }

  /// Directories that hold tests, with their fixtures and data, whatever the language.
  private static let directories: Set<String> = [
    "test", "tests", "__tests__", "__test__", "spec", "specs", "unittest", "unittests", "testdata",
    "test-data",
    "test_data", "testcases", "test-cases", "testsuite", "test-suite", "__snapshots__", "__fixtures__",
    "__mocks__", "fixtures", "e2e", "integration-tests", "integration_tests", "functional-tests", "regress",
    "androidtest", "uitests", "acceptance", "fuzz-corpus",
  ]

  private static let helperEndings = ["testsupport", "testutil", "testutils", "testhelpers", "testlib"]

  private static func isTestDirectory(_ directory: String) -> Bool {
    let lower = directory.lowercased()
    if directories.contains(lower) { return true }
    // Perl's and git's own "t/".
    if directory == "t" { return true }
    // Helpers that only tests use: TestSupport, test_utils, _InternalTestSupport.
    let letters = lower.filter(\.isLetter)
    if helperEndings.contains(where: { letters.hasSuffix($0) }) { return true }
    // Sources/…Tests of SwiftPM and Xcode, Foo.Tests of .NET, foo-tests, foo_test.
    for ending in ["tests", "test"] where lower.hasSuffix(ending) {
      let stem = directory.dropLast(ending.count)
      if stem.hasSuffix("-") || stem.hasSuffix("_") || stem.hasSuffix(".") { return true }
      // A capital T in the middle: "StreamTests", not "latest" or "contest".
      if directory.hasSuffix("Tests") || directory.hasSuffix("Test") { return !stem.isEmpty }
    }
    return false
  }

  /// Names that build tools know by themselves: of pytest, Django, Rust.
  private static let wholeNames: Set<String> = ["conftest.py", "tests.py", "test.py", "tests.rs", "test.rs"]

  /// Endings of test files' names, before the file extension.
  private static let stemEndings = [
    "_test", "-test", ".test", "_tests", "-tests", "_spec", "-spec", ".spec", "_unittest", "_unittests",
    "_SUITE",
  ]

  private static func nameReason(_ name: String) -> String? {
    if wholeNames.contains(name) { return "named \(name)" }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let stem = name[..<dot]
    let type = name[name.index(after: dot)...].lowercased()
    guard sourceTypes.contains(type) else { return nil }
    if type == "t" { return "named *.t" }
    for beginning in ["test_", "test-"] where stem.hasPrefix(beginning) {
      return "named \(beginning)*.\(type)"
    }
    for ending in stemEndings where stem.hasSuffix(ending) { return "named *\(ending).\(type)" }
    // FooTest.java, FooTests.swift, FooSpec.scala: the capital keeps "latest" and "contest" out.
    for ending in ["Test", "Tests", "Spec", "Specs", "TestCase"]
    where stem.hasSuffix(ending) && camelTypes.contains(type) && stem.count > ending.count {
      return "named *\(ending).\(type)"
    }
    guard surefireTypes.contains(type) else { return nil }
    if stem.hasPrefix("Test"), stem.dropFirst(4).first?.isUppercase == true { return "named Test*.\(type)" }
    // QueueIT.java, and neither EXIT.java nor SPLIT.java.
    if stem.hasSuffix("IT"), stem.dropLast(2).last.map({ $0.isLowercase || $0.isNumber }) == true {
      return "named *IT.\(type)"
    }
    return nil
  }

  /// Types whose tests Maven finds by its default patterns.
  private static let surefireTypes: Set<String> = ["java", "kt", "scala", "groovy"]

  /// Types of files that can be tests by their name alone.
  private static let sourceTypes: Set<String> = [
    "c", "cc", "cpp", "cxx", "m", "mm", "h", "hpp", "py", "rb", "pl", "t", "go", "rs", "js", "jsx", "mjs",
    "cjs",
    "ts", "tsx", "mts", "cts", "java", "kt", "kts", "scala", "swift", "cs", "fs", "vb", "php", "lua", "sh",
    "bash", "bats", "ex", "exs", "erl", "hs", "ml", "clj", "cljs", "jl", "r", "dart", "zig", "nim", "d",
    "vue",
  ]

  /// Types whose tests are named in camel case.
  private static let camelTypes: Set<String> = [
    "java", "kt", "kts", "scala", "swift", "cs", "fs", "vb", "php", "groovy", "m", "mm", "cc", "cpp", "hs",
    "dart",
  ]
}
