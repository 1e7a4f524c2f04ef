@testable import Casework
import Scratch
import Storage
import Testing
import YAML

@Suite struct CaseStoreTests {
  let directory: TemporaryDirectory
  let store: CaseStore

  init() throws {
    directory = try TemporaryDirectory()
    store = CaseStore(inWorkTree: directory.path)
  }

  private let now = "2026-07-14T09:30:00Z"

  private func text(_ file: String) throws -> String {
    String(decoding: try FileTree.read("\(directory.path)/.postmortem/\(file)"), as: UTF8.self)
  }

  @Test func `without a case there are no keys, and nothing is made`() throws {
    #expect(try store.keys() == [])
    #expect(throws: CaseStoreError.noSuchCase("K-1", known: [])) { try store.open("K-1") }
    #expect(try FileTree.list(directory.path) == [])
  }

  @Test func `a new case has the file of its key, no evidence, and is there from then on`() throws {
    let open = try store.create("RILL-142")
    #expect(try open.file.facts() == Case(key: "RILL-142"))
    #expect(open.evidence == [])
    #expect(open.directory == "\(directory.path)/.postmortem/cases/RILL-142")
    #expect(try store.keys() == ["RILL-142"])
    #expect(try text("cases/RILL-142/case.yaml") == open.file.document.text)
  }

  @Test func `a case is made once`() throws {
    _ = try store.create("K-1")
    #expect(throws: CaseStoreError.caseExists("K-1")) { try store.create("K-1") }
  }

  @Test func `keys are sorted, and directories without a case are none`() throws {
    for key in ["b", "K-10", "K-2", "a"] { _ = try store.create(key) }
    try FileTree.makeDirectory("\(store.directory)/empty")
    try FileTree.write([], to: "\(store.directory)/stray")
    #expect(try store.keys() == ["K-10", "K-2", "a", "b"])
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/etc", "a b", ".hidden", "-x", "K\n1", "K\0", "ü", "a:b", "a\\b", "~", "*",
    "K-1/",
    "💥", "null", "Null", String(repeating: "k", count: 101),
  ])
  func `what is no key opens nothing and makes nothing`(key: String) throws {
    #expect(throws: CaseStoreError.badKey(key)) { try store.open(key) }
    #expect(throws: CaseStoreError.badKey(key)) { try store.create(key) }
    #expect(try FileTree.list(directory.path) == [])
  }

  @Test(arguments: [
    "RILL-142", "slow-start", "a", "1", "2026-07-14", "A_b.c-9", "a..b", String(repeating: "k", count: 100),
  ])
  func `a ticket's key or a slug is a key`(key: String) throws {
    #expect(try store.create(key).file.facts().key == key)
    #expect(try store.open(key).file.facts().key == key)
  }

  @Test func `a key that is not there is told with those that are`() throws {
    _ = try store.create("K-2")
    _ = try store.create("K-1")
    #expect(throws: CaseStoreError.noSuchCase("K-3", known: ["K-1", "K-2"])) { try store.open("K-3") }
  }

  // MARK: Writing

  @Test func `what is written is there for the next one who opens`() throws {
    let open = try store.create("K-1")
    try open.write(open.file.setting(["title"], to: "It hangs"), stating: [], at: now)
    #expect(try open.file.facts().title == "It hangs")
    withExtendedLifetime(open) {}
    #expect(try text("cases/K-1/case.yaml").contains("title: It hangs\n"))
  }

  @Test func `what would no longer be a case is not written`() throws {
    let open = try store.create("K-1")
    let before = try text("cases/K-1/case.yaml")
    let fact = Evidence.Fact.attested(AttestedValue(field: "titel", value: "x", by: "Ada"))
    for path in ["titel", "key"] {
      let changed = try open.file.setting(YAMLPath([.key(path)]), to: .map([]))
      #expect(throws: YAMLErrors.self) { try open.write(changed, stating: [fact], at: now) }
    }
    #expect(try text("cases/K-1/case.yaml") == before)
    #expect(try store.read("K-1").evidence == [])
    #expect(open.file.document.text == before)
  }

  @Test func `a file that is no case any more is told with its path`() throws {
    _ = try store.create("K-1")
    let path = "\(store.directory)/K-1/case.yaml"
    try FileTree.write(Array("key: K-1\ntitel: x\n".utf8), to: path)
    let error = try #require(throws: YAMLErrors.self) { try store.open("K-1") }
    #expect(error.description.hasPrefix("\(path):2:1: "))
  }

  @Test func `a file that names another case is told`() throws {
    _ = try store.create("K-1")
    let path = "\(store.directory)/K-1/case.yaml"
    try FileTree.write(Array("key: K-2\n".utf8), to: path)
    #expect(throws: CaseStoreError.keyDiffers(path: path, named: "K-2", expected: "K-1")) {
      try store.open("K-1")
    }
  }

  @Test func `evidence is numbered on, whoever adds it`() throws {
    for (place, text) in ["a", "b", "c"].enumerated() {
      let open = place == 0 ? try store.create("K-1") : try store.open("K-1")
      let entry = try open.add(.found(FoundValue(field: "f", value: text, source: "s")), at: now)
      #expect(entry.label == "E\(place + 1)")
    }
    #expect(try store.open("K-1").evidence.map(\.number) == [1, 2, 3])
  }

  @Test func `a torn line of evidence is passed over, and the next number is free`() throws {
    let path = "\(store.directory)/K-1/evidence.jsonl"
    try store.create("K-1").add(.found(FoundValue(field: "f", value: "a", source: "s")), at: now)
    try FileTree.write(FileTree.read(path) + Array(#"{"at":"2026"#.utf8), to: path)
    let entry = try store.open("K-1").add(.found(FoundValue(field: "f", value: "b", source: "s")), at: now)
    #expect(entry.number == 2)
    #expect(try store.open("K-1").evidence.map(\.number) == [1, 2])
  }

  @Test func `a line of a later version keeps its number to itself`() throws {
    let line = #"{"at":"\#(now)","fact":{"experiment":{}},"number":1}"# + "\n"
    _ = try store.create("K-1")
    try FileTree.write(Array(line.utf8), to: "\(store.directory)/K-1/evidence.jsonl")
    let entry = try store.open("K-1").add(.found(FoundValue(field: "f", value: "b", source: "s")), at: now)
    #expect(entry.number == 2)
  }

  @Test func `files are kept beside the evidence`() throws {
    try store.create("K-1").keep([1, 2, 3], named: "proof-feed.json")
    #expect(try FileTree.read("\(store.directory)/K-1/logs/proof-feed.json") == [1, 2, 3])
  }

  @Test func `locks are kept out of git, and a person's own rules stay`() throws {
    _ = try store.create("K-1")
    #expect(try text(".gitignore").contains("\n.lock\n"))
    try FileTree.write(Array("*\n".utf8), to: "\(directory.path)/.postmortem/.gitignore")
    _ = try store.create("K-2")
    #expect(try text(".gitignore") == "*\n")
  }

  @Test func `what git is to leave alone is what is of this machine`() throws {
    try store.create("K-1")
    #expect(
      try text(".gitignore").split(separator: "\n").dropFirst() == [
        ".lock", "*.growing", "*.tmp", "case.edit*", "delivery.lock",
      ])
  }

  @Test(arguments: ["case.edit*\ndelivery.lock\n", "delivery.lock\n"])
  func `what an earlier version told git to leave alone is brought up to date`(_ later: String) throws {
    try store.create("K-1")
    let whole = try text(".gitignore")
    #expect(whole.hasSuffix(later))
    let earlier = whole.replacing(later, with: "")
    try FileTree.write(Array(earlier.utf8), to: "\(directory.path)/.postmortem/.gitignore")
    _ = try CaseEdit(of: "K-1", in: store)
    #expect(try text(".gitignore") == whole)
  }

  // MARK: What a crash, a full disk and a person leave

  /// The facts that a person attests: title and owner.
  private func attested(_ values: String...) -> [Evidence.Fact] {
    zip(["title", "owner"], values).map { .attested(AttestedValue(field: $0, value: $1, by: "Ada")) }
  }

  @Test func `values are written with their evidence, in one step`() throws {
    let open = try store.create("K-1", stating: attested("a"), at: now) { try $0.setting(["title"], to: "a") }
    try open.write(
      open.file.setting(["title"], to: "b").setting(["owner"], to: "Bo"), stating: attested("b", "Bo"),
      at: now)
    #expect(open.evidence.map(\.number) == [1, 2, 3])
    #expect(open.evidence.map(\.fact) == attested("a") + attested("b", "Bo"))
    let read = try store.read("K-1")
    #expect(try read.file.facts() == open.file.facts())
    #expect(read.evidence == open.evidence)
  }

  @Test func `a case that was made half is made whole, and its evidence is not doubled`() throws {
    let facts: [Evidence.Fact] = [.found(FoundValue(field: "fix.commits", value: "c", source: "git log"))]
    try store.create("K-1", stating: facts, at: now) { $0 }.add(
      .found(.init(field: "f", value: "v", source: "s")), at: now)
    try FileTree.remove("\(store.directory)/K-1/case.yaml")
    #expect(try store.keys() == [])
    #expect(throws: CaseStoreError.noSuchCase("K-1", known: [])) { try store.read("K-1") }
    let open = try store.create("K-1", stating: facts + attested("a"), at: now) { $0 }
    #expect(open.evidence.map(\.number) == [1, 2, 3])
    #expect(open.evidence.last?.fact == attested("a").last)
  }

  @Test func `evidence of a value that never arrived opens as it is`() throws {
    try store.create("K-1").add(.attested(AttestedValue(field: "title", value: "x", by: "Ada")), at: now)
    #expect(try store.open("K-1").file.facts().title == "")
  }

  @Test func `what cannot be filled in makes nothing`() throws {
    #expect(throws: (any Error).self) {
      try store.create("K-1", stating: [], at: now) { try $0.setting(["titel"], to: "x") }
    }
    #expect(try FileTree.list(directory.path) == [])
  }

  @Test func `what an editor saved meanwhile is not written over`() throws {
    let open = try store.create("K-1")
    let path = "\(store.directory)/K-1/case.yaml"
    let edited = Array("key: K-1\ntitle: by hand\n".utf8)
    try FileTree.write(edited, to: path)
    #expect(throws: CaseStoreError.editedMeanwhile(path: path)) {
      try open.write(open.file.setting(["title"], to: "x"), stating: attested("x"), at: now)
    }
    #expect(try FileTree.read(path) == edited)
    #expect(open.evidence == [])
    #expect(try FileTree.list("\(store.directory)/K-1") == [".lock", "case.yaml", "logs"])
  }

  @Test func `a file that was taken away meanwhile is not made anew`() throws {
    let open = try store.create("K-1")
    let path = "\(store.directory)/K-1/case.yaml"
    try FileTree.remove(path)
    #expect(throws: CaseStoreError.editedMeanwhile(path: path)) {
      try open.write(open.file, stating: attested("x"), at: now)
    }
    #expect(!FileTree.isFile(path))
  }

  @Test func `what killed writers left goes when a case is opened, and what living ones write stays`() throws
  {
    let place = "\(store.directory)/K-1"
    try store.create("K-1")
    for name in ["case.yaml.1.tmp", "logs/feed.log.1.tmp", "logs/beef.growing", "mine.tmp", "logs/growing"] {
      try FileTree.write([1], to: "\(place)/\(name)")
    }
    let living = try OpenFile(creating: "\(place)/logs/cafe.growing")
    _ = try store.open("K-1")
    #expect(try FileTree.list(place) == [".lock", "case.yaml", "logs", "mine.tmp"])
    #expect(try FileTree.list("\(place)/logs") == ["cafe.growing", "growing"])
    withExtendedLifetime(living) {}
  }

  @Test func `reading waits for nobody, and makes nothing`() throws {
    let open = try store.create("K-1")
    for name in [".lock", "logs"] { try FileTree.remove("\(store.directory)/K-1/\(name)") }
    #expect(try store.read("K-1").file.document.text == open.file.document.text)
    #expect(try FileTree.list("\(store.directory)/K-1") == ["case.yaml"])
    withExtendedLifetime(open) {}
  }

  // MARK: Several at once

  @Test func `who reads while others write sees no value without its evidence`() async throws {
    try store.create("K-1")
    let strangers = try await withThrowingTaskGroup(of: [String].self) { [store, now] group in
      group.addTask {
        for number in 0..<50 {
          let open = try store.open("K-1")
          try open.write(
            open.file.setting(["title"], to: .text("\(number)")),
            stating: [.attested(AttestedValue(field: "title", value: "\(number)", by: "x"))], at: now)
        }
        return []
      }
      group.addTask {
        try (0..<200).compactMap { _ in
          let read = try store.read("K-1")
          let title = try read.file.facts().title
          let known = Evidence.Fact.attested(AttestedValue(field: "title", value: title, by: "x"))
          return title.isEmpty || read.evidence.contains { $0.fact == known } ? nil : title
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(strangers == [])
  }

  @Test func `writers at once wait for each other, and nothing is lost`() async throws {
    _ = try store.create("K-1")
    try await withThrowingTaskGroup(of: Void.self) { [store, now] group in
      for number in 0..<40 {
        group.addTask {
          let open = try store.open("K-1")
          try open.write(
            CaseAssignment.apply([CaseAssignment("actions.new.what=\(number)")], to: open.file).file,
            stating: [.attested(AttestedValue(field: "f", value: "\(number)", by: "x"))], at: now)
        }
      }
      try await group.waitForAll()
    }
    let open = try store.open("K-1")
    #expect(try Set(open.file.facts().actions.map(\.what)) == Set((0..<40).map(String.init)))
    #expect(open.evidence.map(\.number) == Array(1...40))
  }

  @Test func `of several who make the same case at once one makes it`() async throws {
    for round in 0..<20 {
      let made = await withTaskGroup(of: Bool.self) { [store] group in
        for _ in 0..<4 { group.addTask { (try? store.create("K-\(round)")) != nil } }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(made == 1)
    }
  }
}
