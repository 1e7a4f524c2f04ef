@testable import Templates
import Testing

@Suite struct TemplateTests {
  static let names = [
    TemplateName("title", .text, "A title."), TemplateName("note", .text, "A note."),
    TemplateName("is_late", .flag, "It is late."),
    TemplateName(
      "actions", .list([TemplateName("what", .text, "What."), TemplateName("note", .text, "A note.")]),
      "Actions."),
  ]

  static let values: [String: TemplateValue] = [
    "title": .text("It hangs"), "note": .text(""), "is_late": .flag(true),
    "actions": .list([
      ["what": .text("Add a test"), "note": .text("soon")],
      ["what": .text("Two\nlines\n\nand more"), "note": .text("")],
    ]),
  ]

  static let renderings: [(name: String, template: String, text: String)] = [
    ("a text", "{{title}}, it is", "It hangs, it is"),
    ("a text as a sentence", "{{title.sentence}} {{ title }}", "It hangs. It hangs"),
    ("what is not there", "a{{#note}} {{note}}{{/note}}{{^note}} without{{/note}}", "a without"),
    ("a flag", "{{#is_late}}late{{/is_late}}{{^is_late}}early{{/is_late}}", "late"),
    (
      "elements, with names of their own",
      "{{#actions}}{{what}}{{#note}} ({{note}}){{/note}}{{^last}}; {{/last}}{{#last}}.{{/last}}{{/actions}}",
      "Add a test (soon); Two\nlines\n\nand more."
    ),
    (
      "lines that hold a block's mark only are gone", "a\n{{#is_late}}\nb\n  {{/is_late}}  \nc", "a\nb\nc"
    ),
    ("blank lines that blocks leave are one", "a\n\n{{#note}}\nb\n{{/note}}\n\nc\n\n\n", "a\n\nc"),
    ("blank lines at the start are none", "{{#note}}b{{/note}}\n\nc", "c"),
    ("remarks", "a{{! of\nno use }}b\n{{! none }}\nc", "ab\nc"),
    (
      "lines of a text stay in their list item",
      "- {{#actions}}{{#last}}{{what}}{{/last}}{{/actions}}\n12. {{title}}",
      "- Two\n  lines\n\n  and more\n12. It hangs"
    ),
    ("CRLF", "{{title}}\r\n{{#note}}\r\n{{/note}}\r\nb", "It hangs\nb"),
    ("single braces are text", "{ {title} }", "{ {title} }"),
  ]

  @Test(arguments: renderings) func `facts are put in`(
    _ example: (name: String, template: String, text: String)
  )
    throws
  {
    let template = try Template(Array(example.template.utf8), file: "t", names: Self.names)
    #expect(template.rendered(with: Self.values) == example.text, "\(example.name)")
  }

  static let faults: [(template: String, problem: TemplateError.Problem, line: Int, column: Int)] = [
    ("a\n {{titel}}", .unknownName("titel", known: ["title", "note", "is_late", "actions"]), 2, 2),
    ("{{what}}", .unknownName("what", known: ["title", "note", "is_late", "actions"]), 1, 1),
    ("{{title", .unclosedTag, 1, 1),
    ("a {{title\n}}", .unclosedTag, 1, 3),
    ("{{ }}", .emptyTag, 1, 1),
    ("{{actions}}", .noText("actions"), 1, 1),
    ("x{{#title}}a", .unclosedBlock("title"), 1, 2),
    ("{{/title}}", .strayEnd("title", open: nil), 1, 1),
    ("{{#title}}{{/note}}", .strayEnd("note", open: "title"), 1, 11),
    (
      "{{is_late.sentence}}",
      .unknownName("is_late.sentence", known: ["title", "note", "is_late", "actions"]), 1, 1
    ),
  ]

  @Test(arguments: faults) func `a fault is told with its place`(
    _ example: (template: String, problem: TemplateError.Problem, line: Int, column: Int)
  ) {
    let expected = TemplateError(
      problem: example.problem, file: "t", line: example.line, column: example.column)
    #expect(throws: TemplateErrors(errors: [expected])) {
      try Template(Array(example.template.utf8), file: "t", names: Self.names)
    }
  }

  @Test func `all faults are told at once, in the order of the file`() {
    let error = #expect(throws: TemplateErrors.self) {
      try Template(Array("{{a}}\n{{#title}}{{b}}".utf8), file: "t", names: Self.names)
    }
    #expect(error?.errors.map(\.line) == [1, 2, 2])
  }

  @Test func `bytes that are no text are told of`() {
    let error = #expect(throws: TemplateErrors.self) {
      try Template([0x61, 0x0A, 0xC3, 0x28], file: "t", names: Self.names)
    }
    #expect(error?.errors == [TemplateError(problem: .notText, file: "t", line: 2, column: 1)])
  }
}
