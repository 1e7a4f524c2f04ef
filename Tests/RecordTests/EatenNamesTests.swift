import Casework
@testable import Record
import Testing

@Suite struct EatenNamesTests {
  static let mechanisms: [(text: String, message: String?)] = [
    (
      "`Queue` calls __init__ twice.",
      "cause.mechanism says __init__, which Markdown sets in bold, without its underscores."
    ),
    (
      "A vector<int> is moved from.",
      "cause.mechanism says <int>, which Markdown reads as HTML: a page of the record may not show it."
    ),
    ("`__init__` of `vector<int>` runs twice.", nil),
    ("It is __never called__, and **not** _once_.", nil),
    ("snake_case_names and a < b stay as they are<br>", nil),
  ]

  @Test(arguments: mechanisms) func `a name of code that Markdown takes for markup is remarked on`(
    _ example: (text: String, message: String?)
  ) {
    var facts = RecordDraftTests.facts
    facts.facts.cause.mechanism = example.text
    #expect(facts.remarks.map(\.message) == [example.message].compactMap { $0 })
  }
}
