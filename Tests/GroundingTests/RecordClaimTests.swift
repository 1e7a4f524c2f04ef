import Casework
import Grounding
import Record
import Repository
import Scratch
import Storage
import Subprocess
import Testing

/// Days, persons, addresses, the order of commits and the counts of evidence.
struct RecordClaimTests {
  let scratch: ScratchRepository
  let repository: Repository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["a.c": "int a;\n"], "Begin")
    try scratch.commit(["a.c": "int b;\n"], "Mend (#67)")
    repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
  }

  private func judge(
    _ body: String, in section: String = "Root cause", frontMatter: String = "",
    _ change: (inout GroundingSources) throws -> Void = { _ in }
  ) throws -> [JudgedClaim] {
    var sources = GroundingSources(repository, fix: [try repository.commit("main")])
    sources.persons = ["Mei-Lin Hart": "the owner of the record", "Ada Byron": "the author", "Bo Li": "E3"]
    try change(&sources)
    let text = "\(frontMatter)# A\n\n## \(section)\n\n\(body)\n"
    let claims = ClaimReader.claims(
      in: RecordDocument(Array(text.utf8)), persons: Set(sources.persons.keys))
    return try Grounding(sources).judge(claims)
  }

  // MARK: Days

  /// The fix is of 2026-03-01, noon at +01:00; `FIX` stands for it.
  @Test(arguments: [
    "`FIX` (2026-04-01)", "`FIX` of 2026-03-21", "`FIX` “Mend (#67)” (2025-03-01)",
    "`FIX` “Mend (#67)” (Ada Byron, 2026-02-01)", "FIX (1 May 2026)", "`FIX` from 2026-01-03 on",
    "`FIX` (May 1, 2026)", "`FIX` of May 1st, 2026", "`FIX` \"Mend\" (2026-03-10)", "`FIX` (from 2026-03-10)",
  ])
  func `a day behind a commit that is not its own is unsupported`(body: String) throws {
    let judged = try judge(body.replacing("FIX", with: try scratch.git("rev-parse", "main")))
    let day = try #require(judged.first { $0.claim.kind == .date })
    #expect(day.standing == .unsupported)
    #expect(day.source.hasSuffix("is of 2026-03-01"))
  }

  @Test(arguments: [
    "`FIX` (2026-03-01)", "`FIX` of 2 March 2026", "`FIX` (Ada Byron, 2026-02-28)",
    "`FIX` was shipped on 2026-04-01",
    "`FIX`, and on 2026-04-01 it hung", "`FIX` (merged 2026-04-01)", "`FIX` (see the notes of 2026-04-01)",
    "It hung on 2026-04-01.", "`FIX` is fine.\n\n(2026-04-01)", "`FIX` ran until 2026-04-01",
  ])
  func `other days are never called false`(body: String) throws {
    let judged = try judge(body.replacing("FIX", with: try scratch.git("rev-parse", "main")))
    #expect(judged.contains { $0.claim.kind == .date })
    #expect(!judged.contains { $0.standing == .unsupported })
  }

  @Test func `a day is found with its commit or its release, and attested where the evidence has it`() throws
  {
    _ = try scratch.git("tag", "v1.0")
    let judged = try judge("v1.0 came on 2026-03-01; it was seen on 9 July 2026, and never on 2026-08-01.") {
      $0.attested = [.init(label: "E4", bytes: Array("seen 2026-07-09".utf8))]
    }.filter { $0.claim.kind == .date }
    #expect(judged.map(\.standing) == [.found, .attested, nil])
    #expect(judged.map(\.source)[1] == "E4")
  }

  @Test(arguments: [
    "docs/2026-07-09.md", "2026-07-09-notes", "2026-13-01", "2026-02-30", "12026-01-01", "3 Mayhem 2026",
    "in May 2026", "1.2026-01-01", "may 3, 2026", "2026-07-09T12:00:00Z",
  ])
  func `what is no day is none`(body: String) throws {
    #expect(try !judge(body).contains { $0.claim.kind == .date })
  }

  @Test func `the figures of a day are none`() throws {
    let judged = try judge("It ran on 9 July 2026 and 2026-07-10.", in: "Validation")
    #expect(judged.map(\.claim.kind) == [.date, .date])
  }

  // MARK: Persons

  @Test(arguments: [
    "Mei-Lin Hartt", "Mei-Lin Hrat", "Mei-Lin Harte", "Mei-Ling Hart",
    "Mei Lin Hart’s".replacing("Mei Lin", with: "Mei-Lim"),
    "Mei-Lin Haart", "By Mei-Lin Hardt.", "(Mei-Lin Hartz)", "“Mei-Lin Harrt”", "Ada Byran",
  ])
  func `a name that is nearly a known one is unsupported, and the known one is told`(body: String) throws {
    let judged = try judge("It was \(body) who saw it.")
    #expect(judged.map(\.claim.kind) == [.person])
    #expect(judged.first?.standing == .unsupported)
    #expect(["Mei-Lin Hart", "Ada Byron"].contains(judged.first?.suggestion))
  }

  @Test(arguments: [
    "Root Cause", "Mei-Lin", "Hart", "Mei-Lin Berg", "Jo Hart", "Adam Byron", "Bo Lim", "Ada Lovelace",
    "Big Endian",
    "mei-lin hurt",
  ])
  func `another name, a word with a capital or a short one is no claim`(body: String) throws {
    #expect(try judge("It was \(body) that Sent It.").isEmpty)
  }

  @Test func `a known name is found, and a near one that wrote a commit, too`() throws {
    #expect(try judge("Ada Byron’s and Mei-Lin Hart.").map(\.standing) == [.found, .found])
    try scratch.commit(["c.c": "int c;\n"], "More")
    _ = try scratch.git(
      "commit", "--quiet", "--amend", "--no-edit", "--author", "Mei-Lin Harte <h@example.org>")
    #expect(try judge("Mei-Lin Harte").map(\.standing) == [.found])
  }

  // MARK: Addresses

  @Test(arguments: [
    "[a](htps://example.org/a)", "[a](http:/example.org/a)", "[a](https//example.org/a)", "[a](https://)",
    "[a](https://https://example.org)", "[a](http://example..org/)", "[a](http://.example.org)",
    "[a](https://example.org:99999/)", "See htps://example.org/a.", "[a](https:///a)",
  ])
  func `an address that is none by its shape is unsupported`(body: String) throws {
    let judged = try judge(body)
    #expect(judged.map(\.claim.kind) == [.address])
    #expect(judged.first?.standing == .unsupported)
  }

  @Test(arguments: [
    "[a](https://example.org/a)", "[a](http://localhost:8080/)", "[a](http://[::1]/a)",
    "[a](mailto:a@example.org)",
    "[a](docs/a.md)", "[a](#a)", "https://example.org/x(1)", "[a](http://jira/browse/A-1)",
    "[a](git://example.org/a)",
    "Addresses begin with http:// or https://.",
  ])
  func `an address that has its shape is not false, and others are none`(body: String) throws {
    #expect(try !judge(body).contains { $0.standing == .unsupported })
  }

  @Test func `what was meant is told`() throws {
    #expect(try judge("[a](htps://example.org/a)").first?.suggestion == "https://example.org/a")
    #expect(try judge("[a](http:/example.org/a)").first?.suggestion == "http://example.org/a")
  }

  // MARK: Order and counts

  @Test func `a commit that has the fix in its history did not bring the bug`() throws {
    let fix = try repository.commit("main")
    let late = try scratch.commit(["d.c": "int d;\n"], "Late")
    let first = try scratch.git("rev-parse", "main~2")
    let matter = { (one: String, two: String) in "---\nintroduced_by: \(one)\nexposed_by: \"\(two)\"\n---\n" }
    func standings(_ one: String, _ two: String) throws -> [Standing?] {
      try judge("It hangs.", frontMatter: matter(one, two)) { sources in
        sources.fix = [fix]
        sources.origins = [try repository.commit(one), try repository.commit(two)]
      }.map(\.standing)
    }
    #expect(try standings(late, late) == [.unsupported, .unsupported])
    #expect(try standings(first, first) == [.found, .found])
    #expect(try standings(fix.id.digits, first) == [.found, .unsupported])
    _ = try scratch.git("checkout", "--quiet", "--orphan", "other")
    let other = try scratch.commit("Other")
    #expect(try standings(other, other) == [nil, nil])
  }

  @Test func `the counts of the evidence are held against the case`() throws {
    let body = "- E1\n\nFacts behind this record: 2 measured, 1 found, 0 attested."
    let standing = { (text: String) in
      try judge(body, in: "Evidence") { $0.counts = EvidenceCounts(text) }.map(\.standing)
    }
    #expect(try standing("2 measured, 1 found") == [.found])
    #expect(try standing("1 measured, 1 found") == [.unsupported])
    #expect(try judge(body, in: "Evidence").map(\.standing) == [nil])
    #expect(try judge("Facts behind this record: many.", in: "Evidence").isEmpty)
  }
}
