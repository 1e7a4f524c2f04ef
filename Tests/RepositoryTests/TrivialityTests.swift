@testable import Repository
import Testing

/// The lines of a small change of one file, and why it is trivial; nil where it is not.
struct SmallChange: Sendable, CustomTestStringConvertible {
  var path: String
  var removed: [String]
  var added: [String]
  var reason: String?

  init(_ path: String, _ removed: [String], _ added: [String], _ reason: String? = nil) {
    self.path = path
    self.removed = removed
    self.added = added
    self.reason = reason
  }

  var testDescription: String {
    "\(path): \(removed.joined(separator: " / ")) → \(added.joined(separator: " / "))"
  }

  var file: Patch.File {
    var file = Patch.File(path: TreePath(path))
    file.removed = removed
    file.added = added
    return file
  }

  static let documents = "it changes documents only"
  static let comments = "it changes comments only"
  static let blanks = "it changes white space only"
  static let text = "it changes one text on one line"

  static let trivial: [SmallChange] = [
    SmallChange("README.md", ["a"], ["b"], documents),
    SmallChange("docs/guide.rst", [], ["b", "c"], documents),
    SmallChange("CHANGELOG", ["a"], [], documents),
    SmallChange("LICENSE", ["2025"], ["2026"], documents),
    SmallChange("doc/rill.1", ["a"], ["b"], documents),
    SmallChange("notes.TXT", ["a"], ["b"], documents),
    SmallChange("src/a.c", ["  // old"], ["  // new"], comments),
    SmallChange("src/a.c", [], ["/*", " * Frees the ring.", " */"], comments),
    SmallChange("src/a.c", ["/* old */"], [], comments),
    SmallChange("main.go", ["// Old does."], ["// New does.", "//", "// More."], comments),
    SmallChange("a.py", ["    # old"], ["    # new"], comments),
    SmallChange("run.sh", ["# old"], [], comments),
    SmallChange("config.yaml", ["  # old"], ["  # new"], comments),
    SmallChange("Makefile", ["# old"], ["# new"], comments),
    SmallChange("Dockerfile", ["# old"], ["# new"], comments),
    SmallChange("a.sql", ["-- old"], ["-- new"], comments),
    SmallChange("src/a.c", ["\tfoo(a, b);"], ["    foo(a, b);"], blanks),
    SmallChange("main.go", ["  x := 1", "  y := 2"], ["\tx := 1", "\ty := 2"], blanks),
    SmallChange("run.sh", ["rm a", "rm b"], ["  rm a", "  rm b"], blanks),
    SmallChange("src/a.c", [], ["", ""], blanks),
    SmallChange("a.py", ["x = 1  "], ["x = 1"], blanks),
    SmallChange("a.py", [], [""], blanks),
    SmallChange("src/a.c", ["puts(\"helo\");"], ["puts(\"hello\");"], text),
    SmallChange("main.go", ["log.Println(\"helo\")"], ["log.Println(\"hello\")"], text),
    SmallChange("a.py", ["raise E('helo')"], ["raise E('hello')"], text),
    SmallChange("src/a.c", ["puts(\"a \\\"b\\\"\");"], ["puts(\"a \\\"c\\\"\");"], text),
  ]

  static let behaviour: [SmallChange] = [
    SmallChange("src/a.c", ["x = 1;"], ["x = 2;"]),
    SmallChange("src/a.c", ["if (a < b)"], ["if (a <= b)"]),
    SmallChange("src/a.c", [], ["lock(&m);"]),
    SmallChange("src/a.c", ["free(p);"], []),
    SmallChange("src/a.c", ["foo();"], ["// foo();"]),
    SmallChange("src/a.c", ["puts(\"a\");", "puts(\"b\");"], ["puts(\"c\");", "puts(\"d\");"]),
    SmallChange("src/a.c", ["#include <a.h>"], ["#include <b.h>"]),
    SmallChange("src/a.c", ["#define N 1"], ["#define N 2"]),
    SmallChange("src/a.c", ["*p = 1;"], ["*p = 2;"]),
    SmallChange("run.sh", ["#!/bin/sh"], ["#!/bin/bash"]),
    SmallChange("a.py", ["#!/usr/bin/python"], ["#!/usr/bin/python3"]),
    SmallChange("a.py", ["x = a"], ["x = b"]),
    SmallChange("main.go", ["return nil"], ["return err"]),
    SmallChange("config.yaml", ["retries: 3"], ["retries: 5"]),
    SmallChange("requirements.txt", ["a==1"], ["a==2"]),
    SmallChange("CMakeLists.txt", ["add(a)"], ["add(b)"]),
    SmallChange("robots.txt", ["Allow: /"], ["Disallow: /"]),
    SmallChange("go.sum", ["a"], ["b"]),
    SmallChange("tests/expected.txt", ["a"], ["b"]),
    SmallChange("src/a.c", ["foo('a', 1);"], ["foo('a', 2);"]),
    SmallChange("src/a.c", ["puts(\"a\");"], ["fputs(\"a\", f);"]),
    SmallChange("a.lua", ["x = 1"], ["x = 2"]),
    SmallChange("a.py", ["        total += x"], ["    total += x"]),
    SmallChange("a.py", ["    return x"], ["  return x", ""]),
    SmallChange("config.yaml", ["    image: a"], ["  image: a"]),
    SmallChange("Makefile", ["        cc a.c"], ["\tcc a.c"]),
    SmallChange("src/a.c", ["a = b - -c;"], ["a = b --c;"]),
    SmallChange("src/a.c", ["returnx;"], ["return x;"]),
    SmallChange("run.sh", ["rm -r a b"], ["rm -r ab"]),
    SmallChange("a.js", ["return x;"], ["return", "x;"]),
    SmallChange("a.rs", ["fn f<'a>(x: &'a T) -> A"], ["fn f<'a>(x: &'a U) -> B"]),
    SmallChange("src/a.c", ["\tfoo(a,b);"], ["  foo(a, b);"]),
    SmallChange("src/a.c", ["if (x) { y(); }"], ["if (x) {", "  y();", "}"]),
    SmallChange("main.go", ["x:=1"], ["x := 1"]),
  ]

  /// Changes of behaviour that are taken for trivial ones.
  static let mistaken: [SmallChange] = [
    // White space that means something.
    // Code that looks like a comment.
    SmallChange("src/a.c", ["--count;"], []),
    SmallChange("src/a.c", [], ["--count;"]),
    SmallChange("src/a.c", ["* p = 1;"], ["* p = 2;"]),
    SmallChange("src/a.c", [], ["/* always */ count += 1;"]),
    SmallChange("src/a.c", ["*/ count += 1;"], ["*/ count += 2;"]),
    SmallChange("main.go", ["//go:build linux"], ["//go:build linux || darwin"]),
    SmallChange("main.go", ["//go:embed a.txt"], ["//go:embed b.txt"]),
    SmallChange("a.py", ["# -*- coding: latin-1 -*-"], ["# -*- coding: utf-8 -*-"]),
    SmallChange("Dockerfile", ["# syntax=docker/dockerfile:1"], ["# syntax=docker/dockerfile:1.7"]),
    // Texts that mean something.
    SmallChange("src/a.c", ["printf(\"%d\", n);"], ["printf(\"%ld\", n);"]),
    SmallChange("src/a.c", ["scanf(\"%s\", s);"], ["scanf(\"%15s\", s);"]),
    SmallChange("src/a.c", ["#include \"a.h\""], ["#include \"b.h\""]),
    SmallChange("src/a.c", ["if (c == 'a')"], ["if (c == 'b')"]),
    SmallChange("src/a.cc", ["limit = 1'000'000;"], ["limit = 1'500'000;"]),
    SmallChange("main.go", ["import \"math/rand\""], ["import \"crypto/rand\""]),
    SmallChange("main.go", ["fmt.Printf(\"%d\", n)"], ["fmt.Printf(\"%v\", n)"]),
    SmallChange("a.py", ["print(f\"{total}\")"], ["print(f\"{count}\")"]),
    SmallChange("a.py", ["d[\"total\"] += 1"], ["d[\"count\"] += 1"]),
    SmallChange("a.py", ["open(p, 'w')"], ["open(p, 'a')"]),
    SmallChange("a.swift", ["print(\"\\(total)\")"], ["print(\"\\(count)\")"]),
    SmallChange("run.sh", ["rm -rf \"$a\""], ["rm -rf \"$b\""]),
    SmallChange("run.sh", ["sh -c 'make'"], ["sh -c 'make test'"]),
    SmallChange("config.yaml", ["version: \"1.2\""], ["version: \"1.3\""]),
    SmallChange("a.sql", ["SELECT 'a'"], ["SELECT 'b'"]),
    SmallChange("package.json", ["  \"main\": \"a.js\""], ["  \"main\": \"b.js\""]),
  ]
}

@Suite struct TrivialityTests {
  private func reason(_ changes: SmallChange...) -> String? {
    var patch = Patch([])
    patch.files = changes.map(\.file)
    return Triviality.reason(for: patch)
  }

  @Test(arguments: SmallChange.trivial)
  func `a change of no behaviour is trivial, and says what it is`(change: SmallChange) {
    #expect(reason(change) == change.reason)
  }

  @Test(arguments: SmallChange.behaviour)
  func `a change of behaviour is not trivial`(change: SmallChange) {
    #expect(reason(change) == nil)
  }

  @Test(arguments: SmallChange.mistaken)
  func `a change of behaviour that looks like none is not trivial`(change: SmallChange) {
    #expect(reason(change) == nil)
  }

  @Test func `documents beside trivial code leave it trivial`() {
    let document = SmallChange("README.md", ["a"], ["b"])
    #expect(reason(document, SmallChange("src/a.c", ["// a"], ["// b"])) == SmallChange.comments)
    #expect(reason(document, SmallChange("src/a.c", ["puts(\"a\");"], ["puts(\"b\");"])) == SmallChange.text)
    #expect(reason(document, SmallChange("src/a.c", ["a;"], ["b;"])) == nil)
  }

  @Test func `texts in two files are more than one text`() {
    let first = SmallChange("src/a.c", ["puts(\"a\");"], ["puts(\"b\");"])
    let second = SmallChange("src/b.c", ["puts(\"a\");"], ["puts(\"b\");"])
    #expect(reason(first, second) == nil)
  }

  @Test func `a test that comes with a comment is no trivial change`() {
    #expect(
      reason(SmallChange("src/a.c", ["// a"], ["// b"]), SmallChange("tests/a.c", [], ["assert(x);"])) == nil)
  }

  @Test func `a binary file is no document and no comment`() {
    var patch = Patch([])
    patch.files = [SmallChange("logo.png", [], []).file]
    patch.files[0].isBinary = true
    #expect(Triviality.reason(for: patch) == nil)
  }

  @Test func `a change of mode or an empty file is judged by nothing, and so is not trivial`() {
    #expect(reason(SmallChange("run.sh", [], [])) == nil)
  }

  @Test func `a change of nothing is not trivial`() {
    #expect(Triviality.reason(for: Patch([])) == nil)
  }
}
