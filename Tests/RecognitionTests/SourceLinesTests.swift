import Recognition
import Testing

/// What stays of a failure's fingerprint where those of two commits are compared.
@Suite struct SourceLinesTests {
  @Test(arguments: [
    (
      "cJSON.c:2330:33: runtime error: member access within null pointer",
      "cJSON.c: runtime error: member access within null pointer"
    ),
    (
      "SUMMARY: AddressSanitizer: heap-buffer-overflow a/../cJSON.c:787 in parse",
      "SUMMARY: AddressSanitizer: heap-buffer-overflow a/../cJSON.c in parse"
    ),
    ("src/lib.rs:12:5", "src/lib.rs"),
    ("tests/test_a.py:8: AssertionError", "tests/test_a.py: AssertionError"),
    ("check.sh: line 3: [: too many arguments", "check.sh: line : [: too many arguments"),
    ("File \"a.py\", line 12, in f", "File \"a.py\", line , in f"),
    ("parse.cpp(12,5): error", "parse.cpp: error"),
    ("parse.cpp(12): error", "parse.cpp: error"),
    ("a.c:1:2:3", "a.c"),
    ("Assertion failed: read == len (test/read.c: 744)", "Assertion failed: read == len (test/read.c)"),
    ("Test.hs:12:5-9: error", "Test.hs: error"),
    ("File \"a.ml\", line 12, characters 4-19:", "File \"a.ml\", line , characters :"),
    ("1) test: A::b (F) line: 31 a_test.cpp", "1) test: A::b (F) line:  a_test.cpp"),
    ("t.nim(12, 5) Error", "t.nim Error"),
  ])
  func `lines and columns of source files go`(_ text: String, _ rest: String) {
    #expect(withoutSourceLines(text) == rest)
  }

  @Test(arguments: [
    "24 passed, 1 failed", "expected: 12, got: 13", "127.0.0.1:8080 refused", "localhost:80", "exit 1",
    "assert(3)", "f(1, 2) == 3", "deadline 12", "airline 3", "12:30:05", ".c:12", "a.c:", "a.c:x",
    "signal 11", "v1.2:3", "",
    "5 lines", "sizes in a.c: 12", "(a.c: 12 of 13)", "characters 4-9",
    "inline: 7", "f(a.c, 12)", "a.c(12, x)", "a.c(x)", "a.c(1", "line", "line x",
  ])
  func `other numbers stay`(_ text: String) {
    #expect(withoutSourceLines(text) == text)
  }
}
