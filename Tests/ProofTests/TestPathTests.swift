import Proof
import Repository
import Testing

@Suite struct TestPathTests {
  @Test(arguments: [
    // Swift, Objective-C
    ("Tests/StreamTests/StreamTests.swift", "under Tests/"),
    ("Sources/StreamTests/Fixture.swift", "under StreamTests/"),
    ("MyAppUITests/LaunchTests.m", "under MyAppUITests/"),
    ("Stream/StreamTests.swift", "named *Tests.swift"),
    ("App/ModelTest.mm", "named *Test.mm"),
    // Python
    ("test_queue.py", "named test_*.py"),
    ("src/queue/queue_test.py", "named *_test.py"),
    ("pkg/conftest.py", "named conftest.py"),
    ("pkg/tests/__init__.py", "under tests/"),
    ("pkg/test/data/golden.json", "under test/"),
    // Go
    ("internal/queue/queue_test.go", "named *_test.go"),
    ("internal/queue/testdata/input.txt", "under testdata/"),
    // Rust
    ("tests/integration.rs", "under tests/"),
    ("src/parser/parser_test.rs", "named *_test.rs"),
    ("crates/cli/tests/snapshots/a.snap", "under tests/"),
    // JavaScript, TypeScript
    ("src/queue.test.js", "named *.test.js"),
    ("src/queue.spec.ts", "named *.spec.ts"),
    ("src/Button.test.tsx", "named *.test.tsx"),
    ("src/__tests__/queue.js", "under __tests__/"),
    ("src/__snapshots__/queue.js.snap", "under __snapshots__/"),
    ("src/__mocks__/fs.js", "under __mocks__/"),
    ("src/__fixtures__/a.json", "under __fixtures__/"),
    ("test/unit/queue.mjs", "under test/"),
    ("cypress/e2e/login.cy.js", "under e2e/"),
    ("lib/queue-test.cjs", "named *-test.cjs"),
    ("test-queue.js", "named test-*.js"),
    // Java, Kotlin, Scala, Groovy
    ("src/test/java/org/example/QueueTest.java", "under test/"),
    ("src/androidTest/java/LoginTest.kt", "under androidTest/"),
    ("src/integrationTest/resources/data.sql", "under integrationTest/"),
    ("src/main/java/org/example/QueueTests.java", "named *Tests.java"),
    ("src/main/java/org/example/QueueIT.java", "named *IT.java"),
    ("src/main/java/org/example/QueueTestCase.java", "named *TestCase.java"),
    ("src/main/scala/QueueSpec.scala", "named *Spec.scala"),
    ("app/QueueTest.kt", "named *Test.kt"),
    // C, C++
    ("test/queue.c", "under test/"),
    ("unittests/Support/QueueTest.cpp", "under unittests/"),
    ("lib/queue_test.cc", "named *_test.cc"),
    ("lib/test_queue.c", "named test_*.c"),
    ("lib/queue-test.c", "named *-test.c"),
    ("lib/QueueTest.cpp", "named *Test.cpp"),
    ("testsuite/gcc.dg/pr1.c", "under testsuite/"),
    ("src/test/regress/sql/join.sql", "under test/"),
    ("regress/usr.bin/ssh/Makefile", "under regress/"),
    // C#, F#
    ("Queue.Tests/QueueFixture.cs", "under Queue.Tests/"),
    ("src/QueueTests.cs", "named *Tests.cs"),
    ("src/QueueSpec.fs", "named *Spec.fs"),
    // Ruby, Perl, PHP
    ("spec/models/queue_spec.rb", "under spec/"),
    ("lib/queue_spec.rb", "named *_spec.rb"),
    ("test/fixtures/users.yml", "under test/"),
    ("t/basic.t", "under t/"),
    ("lib/basic.t", "named *.t"),
    ("src/QueueTest.php", "named *Test.php"),
    ("Zend/tests/bug1.phpt", "under tests/"),
    // Shell, Lua, Elixir, Erlang, Haskell, Clojure, Julia, Dart
    ("queue_test.sh", "named *_test.sh"),
    ("queue.test.bash", "named *.test.bash"),
    ("scripts/test_build.bats", "named test_*.bats"),
    ("lib/queue_spec.lua", "named *_spec.lua"),
    ("lib/queue_test.exs", "named *_test.exs"),
    ("src/QueueSpec.hs", "named *Spec.hs"),
    ("src/queue_test.clj", "named *_test.clj"),
    ("lib/queue_test.dart", "named *_test.dart"),
    // Data and settings under the folders of tests
    ("tests/CMakeLists.txt", "under tests/"),
    ("tests/data/image.png", "under tests/"),
    ("fixtures/users.json", "under fixtures/"),
    ("packages/core/test-data/a.bin", "under test-data/"),
    ("modules/queue/unit-tests/helper.h", "under unit-tests/"),
    ("modules/queue_tests/helper.h", "under queue_tests/"),
    ("TEST/UPPER.C", "under TEST/"),
  ])
  func `a test is known by its place or its name`(path: String, reason: String) {
    #expect(TestPath.reason(TreePath(path)) == reason)
  }

  @Test(arguments: [
    "src/latest.c", "lib/contest.py", "Sources/Testing/Foo.swift", "docs/testing.md", "src/latest/index.js",
    "src/contest/main.go", "app/greatest.h", "lib/attest.rb", "src/Manifest.java", "src/Latest.java",
    "src/Contest.kt", "lib/backtest.py", "src/protest.ts", "src/detest.rs", "docs/test-plan.md",
    "test_plan.txt",
    "test.config", "Makefile.test", ".test", "tests", "test", "spec", "README.tests", "inspect/foo.py",
    "respec/foo.js", "src/aspect.cs", "special/offer.rb", "src/fastest/x.c", "src/Testable.swift",
    "src/TestRunner.swift", "src/tester.go", "src/testing.go", "attestation/key.pem", "src/Test.swift",
    "src/IT.java", "src/main/Spec.scala", "requirements-test.txt", "src/queue_test.md", "src/bitest.png",
    "src/QueueTest.md", "lib/time.c", "src/unittested.py", "hottests/x.py", "Fastest/x.swift", "",
  ])
  func `what only looks like a test is none`(path: String) {
    #expect(TestPath.reason(TreePath(path)) == nil)
  }

  @Test(
    arguments: [
      ("app/tests.py", "Django"), ("src/parser/tests.rs", "Rust"), ("src/parser/test.rs", "Rust"),
      ("base/files/file_util_unittest.cc", "Chromium, Google"), ("src/lib_SUITE.erl", "Common Test"),
      ("src/main/java/org/example/TestQueue.java", "Surefire"), ("Queue_Test.cpp", "capitals"),
    ])
  func `names that build tools know by themselves are tests`(path: String, custom: String) {
    #expect(TestPath.reason(TreePath(path)) != nil, "\(custom)")
  }

  @Test(
    arguments: ["src/main/java/org/example/EXIT.java", "Sources/SPLIT.swift", "src/CIRCUIT.cpp"])
  func `a word in capitals that ends in IT is no integration test`(path: String) {
    #expect(TestPath.reason(TreePath(path)) == nil)
  }
}
