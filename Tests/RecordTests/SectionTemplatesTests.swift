@testable import Casework
@testable import Record
import Storage
import Templates
import Testing

@Suite struct SectionTemplatesTests {
  @Test func `a team's template takes the place of the tool's own, section by section`() throws {
    let text = Array("{{title.sentence}} Repaired by {{owner}}: {{fix.summary}}".utf8)
    let templates = try SectionTemplates(overriding: [.summary: (text, "summary.md")])
    let sections = try RecordDraft(RecordDraftTests.facts, templates: templates).sections
    #expect(
      sections.first?.body
        == "Evaluating a graph in small steps hangs. Repaired by Mei-Lin Hart: Every task is recorded")
    #expect(sections.contains { $0.body.contains("The event is recorded by the task itself.") })
  }

  @Test func `faults of all templates are told together, by file`() {
    let error = #expect(throws: TemplateErrors.self) {
      try SectionTemplates(overriding: [
        .validation: (Array("{{proof.labell}}".utf8), "validation.md"),
        .summary: (Array("\n{{#title}}".utf8), "summary.md"),
      ])
    }
    #expect(
      error?.errors.map { "\($0.file):\($0.line):\($0.column)" } == ["summary.md:2:1", "validation.md:1:1"])
  }

  @Test func `a mandatory section that a template leaves empty is refused`() throws {
    let templates = try SectionTemplates(overriding: [
      .rootCause: (Array("{{! later }}".utf8), "root-cause.md")
    ])
    #expect(throws: RecordDraftError.emptySection(.rootCause)) {
      try RecordDraft(RecordDraftTests.facts, templates: templates)
    }
  }

  @Test func `files are named after the sections`() {
    #expect(
      SectionTemplates.files.map(\.name) == [
        "summary.md", "symptom.md", "root-cause.md", "why-it-produced-the-symptom.md", "fix.md",
        "how-it-was-found.md", "why-it-slipped-through.md", "validation.md", "action-items.md",
      ])
  }

  @Test func `the page about templates lists every name, with what it stands for`() throws {
    func rows(_ names: [TemplateName], _ prefix: String) -> [String] {
      names.flatMap { name -> [String] in
        switch name.kind {
        case .text: ["| `\(prefix)\(name.name)` | text | \(name.help) |"]
        case .flag: ["| `\(prefix)\(name.name)` | flag | \(name.help) |"]
        case .list(let elements):
          ["| `\(prefix)\(name.name)` | list | \(name.help) |"] + rows(elements, "\(name.name) → ")
        }
      }
    }
    let root = Path.parent(Path.parent(Path.parent(#filePath)))
    let page = String(decoding: try FileTree.read("\(root)/docs/templates.md"), as: UTF8.self)
    let listed = page.split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `{{") }
    #expect(listed.map(String.init) == rows(RecordNames.all, ""))
  }

  @Test func `every element of a list has exactly the names that are declared for it`() {
    var facts = RecordDraftTests.facts
    facts.ledger = FindingStoryTests.ledger
    facts.facts.attempts = [.init()]
    facts.facts.validation = [.init()]
    facts.facts.actions = [.init()]
    let values = RecordNames.values(of: facts)
    for name in RecordNames.all {
      guard case .list(let declared) = name.kind else { continue }
      guard case .list(let elements)? = values[name.name], let element = elements.first else {
        Issue.record("\(name.name) has no element here")
        continue
      }
      #expect(element.keys.sorted() == declared.map(\.name).sorted(), "\(name.name)")
    }
  }
}
