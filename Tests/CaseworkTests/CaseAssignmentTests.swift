@testable import Casework
import Scratch
import Testing
import YAML

@Suite struct CaseAssignmentTests {
  private func file(_ text: String = "") throws -> CaseFile {
    try CaseFile(Array("key: K-1\n\(text)".utf8), name: "case.yaml")
  }

  /// The facts after some assignments.
  private func facts(_ assignments: String..., in text: String = "") throws -> Case {
    try CaseAssignment.apply(assignments.map { try CaseAssignment($0) }, to: file(text)).file.facts()
  }

  @Test func `every field can be set, on a file that has none of them and on a new one`() throws {
    for field in CaseField.all {
      let value =
        switch field.kind {
        case .text: "a: text"
        case .texts: "one, two"
        case .flag: "true"
        case .word(let words): words[0]
        }
      let list = String(field.path.prefix { $0 != "." })
      let required = ["actions": "what", "attempts": "commit", "validation": "what"][list]
      let wishes =
        (required.map { ["\(list).new.\($0)=it"] } ?? []) + [
          "\(field.path.replacing("NEW", with: "new"))=\(value)"
        ]
      for start in [try file(), try CaseFile(newFor: "K-1")] {
        let changed = try CaseAssignment.apply(wishes.map { try CaseAssignment($0) }, to: start).file
        #expect(throws: Never.self, "\(field.path)") { try changed.facts() }
        #expect(try changed.facts() != Case(key: "K-1"), "\(field.path)")
      }
    }
  }

  @Test func `a value is all that follows the first equals sign`() throws {
    #expect(try facts("title=a=b = c").title == "a=b = c")
    #expect(try facts("title==").title == "=")
  }

  @Test(arguments: [
    "a: b # c", " leads", "trails ", "two\nlines", "- x", "{", "null", "~", "'", "\"", "ü", "\t", "\\n",
  ])
  func `any text can be a value`(text: String) throws {
    #expect(try facts("cause.mechanism=\(text)").cause.mechanism == text)
    #expect(try facts("actions.new.what=\(text)").actions.map(\.what) == [text])
  }

  @Test func `an empty value clears a field`() throws {
    let text = "title: x\nfix: {commits: [a], branch: b}\nslipped: {category: ci-gap}\n"
    let facts = try facts("title=", "fix.commits=", "fix.branch=", "slipped.category=", in: text)
    #expect(facts == Case(key: "K-1"))
  }

  @Test func `an empty value clears a flag`() throws {
    let text = "outage: {customer_visible: true}\n"
    #expect(try facts("outage.customer_visible=", in: text) == Case(key: "K-1"))
  }

  @Test func `a list of texts is given with commas; blanks around them are not meant`() throws {
    #expect(try facts("fix.commits=a").fix.commits == ["a"])
    #expect(try facts("fix.commits= a , b,c ").fix.commits == ["a", "b", "c"])
    #expect(
      try facts("not_covered=Windows,,big-endian machines").notCovered == ["Windows", "big-endian machines"])
  }

  @Test func `new adds a text to a list of texts, commas and all`() throws {
    let facts = try facts("not_covered.new=Windows, on ARM", "not_covered.new=big-endian machines")
    #expect(facts.notCovered == ["Windows, on ARM", "big-endian machines"])
  }

  @Test func `the paths that come out have the numbers of new elements`() throws {
    let wishes = [
      "actions.new.what=y", "actions.new.owner=Ada", "actions.0.owner=Bob", "not_covered.new=a", "title=x",
    ]
    let paths = try CaseAssignment.apply(
      wishes.map { try CaseAssignment($0) }, to: file("actions: [{what: x}]\nnot_covered: [b]\n")
    ).paths
    #expect(paths == ["actions.1.what", "actions.1.owner", "actions.0.owner", "not_covered.1", "title"])
  }

  // MARK: Lists of mappings

  @Test func `new is the same new element in all assignments of a call`() throws {
    let facts = try facts(
      "actions.new.what=x", "validation.new.what=soak", "actions.new.owner=Ada", "validation.new.passes=false"
    )
    #expect(facts.actions == [Case.Action(what: "x", owner: "Ada")])
    #expect(facts.validation == [.sample("soak", passes: false, Attestation())])
  }

  @Test func `new in a second call is a second element`() throws {
    let first = try CaseAssignment.apply([CaseAssignment("actions.new.what=x")], to: file()).file
    let second = try CaseAssignment.apply([CaseAssignment("actions.new.what=y")], to: first).file
    #expect(try second.facts().actions.map(\.what) == ["x", "y"])
  }

  @Test func `an element is named by its number, from 0`() throws {
    let text = "actions:\n  - what: x # c\n  - {what: y}\n"
    #expect(
      try facts("actions.1.owner=Ada", "actions.0.what=z", in: text).actions == [
        Case.Action(what: "z"), Case.Action(what: "y", owner: "Ada"),
      ])
  }

  @Test func `new and numbers go together, old elements keep their numbers`() throws {
    let facts = try facts("actions.new.what=y", "actions.0.owner=Ada", in: "actions: [{what: x}]\n")
    #expect(facts.actions == [Case.Action(what: "x", owner: "Ada"), Case.Action(what: "y")])
  }

  @Test(arguments: ["actions.1.what=x", "attempts.0.commit=x"])
  func `an element that is not there is an error`(text: String) throws {
    let assignment = try CaseAssignment(text)
    #expect(throws: YAMLError.self) {
      try CaseAssignment.apply([assignment], to: file("actions: [{what: y}]\n"))
    }
  }

  @Test func `a list that is a text cannot be added to`() throws {
    let assignment = try CaseAssignment("actions.new.what=x")
    #expect(throws: YAMLError.self) { try CaseAssignment.apply([assignment], to: file("actions: none\n")) }
  }

  // MARK: Refusals

  @Test(arguments: ["", "title", "cause.mechanism"])
  func `without an equals sign nothing is set`(text: String) {
    #expect(throws: CaseAssignmentError.noValue(text)) { try CaseAssignment(text) }
  }

  @Test(arguments: [
    "titel", "", "key", "cause", "cause.mechanism.x", "mechanism", "actions", "actions.what", "actions.new",
    "actions.0", "actions.-1.what", "actions.new.new", "title.new", "repro.attested",
    "validation.new.attested.by", ".title", "title.", "cause..chain", " title", "TITLE", "actions.first.what",
    "actions.NEW.what", "not_covered.NEW", "not_covered.0",
  ])
  func `what is no field is an unknown one`(name: String) {
    #expect(throws: CaseAssignmentError.unknownField(name)) { try CaseAssignment("\(name)=x") }
  }

  @Test(arguments: ["True", "yes", "1", " true"])
  func `a flag takes true or false`(value: String) {
    #expect(
      throws: CaseAssignmentError.wrongValue(
        field: "validation.new.passes", value: value, expected: ["true", "false"])
    ) { try CaseAssignment("validation.new.passes=\(value)") }
  }

  @Test func `a category takes one of its words`() {
    #expect(
      throws: CaseAssignmentError.wrongValue(
        field: "slipped.category", value: "latent",
        expected: [
          "ci-gap", "latent-code", "workload-gap", "incomplete-fix", "review-miss", "no-good-reason",
        ])
    ) { try CaseAssignment("slipped.category=latent") }
  }

  @Test func `every field says what a good answer holds`() {
    #expect(CaseField.all.allSatisfy { $0.help.hasSuffix(".") && $0.help.utf8.count <= 120 })
    #expect(Set(CaseField.all.map(\.path)).count == CaseField.all.count)
  }
}
