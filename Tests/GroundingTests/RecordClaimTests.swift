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

  @Test func `a day behind a commit is held against that of the commit`() throws {
    let day = try #require(
      try judge("`\(try scratch.git("rev-parse", "main"))` (2026-04-01)").first { $0.claim.kind == .date })
    #expect(day.standing == .unsupported)
    #expect(day.source.hasSuffix("is of 2026-03-01"))
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

  @Test func `what is no day is none`() throws {
    let texts = [
      "docs/2026-07-09.md", "2026-07-09-notes", "2026-13-01", "2026-02-30", "12026-01-01", "3 Mayhem 2026",
      "in May 2026", "1.2026-01-01", "may 3, 2026", "2026-07-09T12:00:00Z",
    ]
    #expect(try !judge(texts.joined(separator: "\n\n")).contains { $0.claim.kind == .date })
  }

  @Test func `the figures of a day are none`() throws {
    let judged = try judge("It ran on 9 July 2026 and 2026-07-10.", in: "Validation")
    #expect(judged.map(\.claim.kind) == [.date, .date])
  }

  // MARK: Persons

  @Test func `of a name that is nearly a known one the known one is told`() throws {
    let judged = try judge("Mei-Lin Hrat saw it, and so did Ada Byran.")
    #expect(judged.map(\.claim.kind) == [.person, .person])
    #expect(judged.map(\.suggestion) == ["Mei-Lin Hart", "Ada Byron"])
  }

  @Test func `another name, a word with a capital or a short one is no claim`() throws {
    let texts = [
      "Root Cause", "Mei-Lin", "Hart", "Mei-Lin Berg", "Jo Hart", "Adam Byron", "Bo Lim", "Ada Lovelace",
      "Big Endian", "mei-lin hurt",
    ].map { "It was \($0) that Sent It." }
    #expect(try judge(texts.joined(separator: "\n\n")).isEmpty)
  }

  @Test func `a known name is found, and a near one that wrote a commit, too`() throws {
    #expect(try judge("Ada Byron’s and Mei-Lin Hart.").map(\.standing) == [.found, .found])
    try scratch.commit(["c.c": "int c;\n"], "More")
    _ = try scratch.git(
      "commit", "--quiet", "--amend", "--no-edit", "--author", "Mei-Lin Harte <h@example.org>")
    #expect(try judge("Mei-Lin Harte").map(\.standing) == [.found])
  }

  // MARK: Addresses

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
