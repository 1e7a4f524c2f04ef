import Casework
import Grounding
import Record
import Repository
import Review
import Scratch
import Subprocess
import YAML

/// The repository, the case and the runs that the pages of the rules of grounding tell of.
///
/// Its commits have the names that stand on those pages, for all that goes into a name is fixed.
struct GroundingScene {
  private let repository: Repository
  private let sources: GroundingSources

  /// Holds the directory until the scene is over.
  private let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(
      [
        "src/copy.c":
          "int copy_file(const char *source, const char *target)\n{\n  return open(source, 0);\n}\n"
      ],
      "Copy files")
    let unlinking = "  if (link_count > 1)\n    unlink(target);\n"
    let head = "int copy_file(const char *source, const char *target, int link_count)\n{\n"
    try scratch.commit(
      ["src/copy.c": "\(head)\(unlinking)  return open(source, 0);\n}\n"],
      "Unlink a target with several names (#9)")
    try scratch.git("checkout", "--quiet", "-b", "fix/copy")
    try scratch.commit(["src/copy.c": "\(head)  return open(source, 0);\n}\n"], "Try to keep the target")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.commit(
      [
        "src/copy.c": "\(head)  int opened = open(source, 0);\n\(unlinking)  return opened;\n}\n",
        "tests/copy_twice.sh": "#!/bin/sh\n./copy a.txt b.txt && ./copy a.txt b.txt\n",
      ], "Open the source first (#12)")
    try scratch.commit(["src/tree.c": "int copy_tree(const char *source);\n"], "Copy whole trees (#15)")
    repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    var sources = GroundingSources(repository, fix: [try repository.commit("c8ebe78eff")])
    sources.persons = [
      "Ann Bell": "the owner of the record", "Mei-Lin Hart": "who attests E3", "Bo Li": "E3",
    ]
    sources.measured = [
      .init(label: "E1", bytes: Array("failed 10 of 10 in 1,450 ms\n\(Self.output)\n".utf8)),
      .init(label: "E2", bytes: Array("failed 0 of 200".utf8)),
    ]
    sources.attested = [.init(label: "E3", bytes: Array("seen 77 times since 2026-02-14".utf8))]
    sources.counts = EvidenceCounts("2 measured, 1 found, 0 attested")
    self.sources = sources
  }

  /// What the run before the fix printed.
  static let output = "copy: a.txt: no such file\n  at copy_file (src/copy.c:5)\nexit 1"

  /// The rules of grounding that find something in each of these texts.
  func rules(in examples: [ReviewRule.Example]) throws -> [Set<String>] {
    var found = examples.map { _ in Set<String>() }
    // One record has all bodies of sections: git is asked once.
    var text = "---\nkey: A-1\nfix: c8ebe78eff\n---\n# A-1: Copying a file twice loses it\n"
    var places: [(index: Int, range: Range<Int>)] = []
    for kind in SectionKind.allCases where kind != .evidence {
      let own = examples.indices.filter { examples[$0].section == kind }
      if !own.isEmpty { text += "\n## \(kind.heading)\n" }
      for index in own {
        // A comment keeps lists and blocks of code apart.
        text += "\n<!-- -->\n\n"
        let start = text.utf8.count
        text += "\(examples[index].text)\n"
        places.append((index, start..<text.utf8.count))
      }
    }
    let grounding = try Grounding(sources)
    for finding in try findings(in: text, by: grounding, sources) {
      for place in places where place.range.overlaps(finding.range) {
        found[place.index].insert(finding.rule)
      }
    }
    for (index, example) in examples.enumerated() {
      switch example.section {
      case .evidence:
        let text = "# A-1: Copying a file twice loses it\n\n## Evidence\n\n\(example.text)\n"
        found[index] = Set(try findings(in: text, by: grounding, sources).map(\.rule))
      case nil:
        var own = sources
        let matter = try RecordDocument(Array(example.text.utf8)).readFrontMatter()
        own.origins = ["introduced_by", "exposed_by"].compactMap { name in
          matter?[name]?.text.flatMap { try? repository.commit($0) }
        }
        found[index] = Set(try findings(in: example.text, by: Grounding(own), own).map(\.rule))
      default: break
      }
    }
    return found
  }

  private func findings(in text: String, by grounding: Grounding, _ sources: GroundingSources) throws
    -> [Finding]
  {
    let record = RecordDocument(Array(text.utf8))
    let claims = ClaimReader.claims(in: record, persons: Set(sources.persons.keys))
    return RecordReview().findings(in: record, families: [.grounding], claims: try grounding.judge(claims))
  }
}
