import Delivery
import Testing

/// What Jira may do to a comment without changing what it says, and what it may not.
@Suite struct CommentMeaningTests {
  private func difference(_ one: String, _ other: String, _ kind: Destination.Kind = .cloud) -> String? {
    CommentMeaning(Array(one.utf8), of: kind).difference(from: CommentMeaning(Array(other.utf8), of: kind))
  }

  private static func document(_ content: String) -> String {
    #"{"type":"doc","version":1,"content":[\#(content)]}"#
  }

  @Test(arguments: [
    // Order, empty parts, blanks.
    (
      #"{"type":"paragraph","content":[{"type":"text","text":"a"}]}"#,
      #"{ "content" : [ {"text":"a","marks":[],"type":"text"} ], "attrs":{}, "type":"paragraph" }"#
    ),
    // Names that are given anew.
    (
      #"{"type":"taskList","attrs":{"localId":"tasks-1"},"content":[]}"#,
      #"{"type":"taskList","attrs":{"localId":"7f3a"}}"#
    ),
    (#"{"type":"rule"}"#, #"{"type":"rule","attrs":{"localId":null}}"#),
    // What a schema takes for granted.
    (#"{"type":"orderedList","content":[]}"#, #"{"type":"orderedList","attrs":{"order":1},"content":[]}"#),
    (#"{"type":"orderedList","attrs":{"order":1.0}}"#, #"{"type":"orderedList"}"#),
    (
      #"{"type":"table","content":[]}"#,
      #"{"type":"table","attrs":{"layout":"default","isNumberColumnEnabled":false},"content":[]}"#
    ),
    // Marks in another order, texts that are cut otherwise.
    (
      #"{"type":"text","text":"ab","marks":[{"type":"em"},{"type":"strong"}]}"#,
      #"{"type":"text","text":"a","marks":[{"type":"strong"},{"type":"em"}]},{"type":"text","text":"b","marks":[{"type":"strong"},{"type":"em"}]}"#
    ),
  ])
  func `what is written down otherwise says the same`(signed: String, stored: String) {
    #expect(difference(Self.document(signed), Self.document(stored)) == nil)
  }

  @Test(arguments: [
    (
      #"{"type":"text","text":"a"}"#, #"{"type":"text","text":"b"}"#,
      "the body, content 1, text: “a” signed, “b” stored"
    ),
    (
      #"{"type":"text","text":"a"}"#, #"{"type":"text","text":"a","marks":[{"type":"strong"}]}"#,
      "the body, content 1, marks: nothing signed, 1 parts stored"
    ),
    (#"{"type":"rule"}"#, "", "the body, content: 1 parts signed, nothing stored"),
    (
      #"{"type":"heading","attrs":{"level":2}}"#, #"{"type":"heading","attrs":{"level":3}}"#,
      "the body, content 1, attrs, level: 2 signed, 3 stored"
    ),
    (
      #"{"type":"orderedList","attrs":{"order":2}}"#, #"{"type":"orderedList"}"#,
      "the body, content 1, attrs: a part signed, nothing stored"
    ),
    (
      #"{"type":"rule"},{"type":"rule"}"#, #"{"type":"rule"}"#, "the body, content: 2 signed, 1 stored"
    ),
  ])
  func `any other change is one, and its place is told`(signed: String, stored: String, told: String) {
    #expect(difference(Self.document(signed), Self.document(stored)) == told)
  }

  @Test func `a text where a document was signed is a change`() {
    #expect(difference(Self.document(#"{"type":"rule"}"#), "broken") != nil)
    #expect(difference(Self.document(#"{"type":"rule"}"#), "\"a\"") != nil)
  }

  @Test(arguments: [("a\nb", "a\r\nb"), ("a\nb", "a\rb"), ("a\n\n", "a"), ("\n a", "a "), ("é", "é")])
  func `wiki markup may change its line ends, and what is blank around it`(signed: String, stored: String) {
    #expect(difference(signed, stored, .dataCenter) == nil)
  }

  @Test(arguments: [
    ("a\nb", "a\n\nb"), ("a b", "a  b"), ("{code}\n a\n{code}", "{code}\na\n{code}"), ("a", "A"), ("a", ""),
  ])
  func `wiki markup may change nothing else`(signed: String, stored: String) {
    #expect(difference(signed, stored, .dataCenter) != nil)
  }
}
