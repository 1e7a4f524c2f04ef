import Storage
import Testing

@Suite struct JSONFaultTests {
  @Test(
    arguments: [
      "{}", "[]", " [ ] \n", "0", "-0.5e+10", "\"\"", #""a\"\\\u00e9\n""#, "null",
      #"{"a":[1,{"b":true},"c"],"d":false}"#,
      "\"\u{7F}é\"",
    ])
  func `JSON has no fault`(_ text: String) throws {
    #expect(JSONFault(in: Array(text.utf8)) == nil)
    _ = try JSONText.decode(AnyValue.self, from: Array(text.utf8))
  }

  @Test(
    arguments: [
      ("", 0, "a value"), ("  ", 2, "a value"), ("a", 0, "a value"), ("nul", 0, "a value"),
      ("{a:1}", 1, "a name in quotation marks"), (#"{"a" 1}"#, 5, "a colon"), (#"{"a":}"#, 5, "a value"),
      (#"{"a":1,}"#, 7, "a name in quotation marks"), ("[1,]", 3, "a value"), ("[1 2]", 3, "a comma or ]"),
      (#"{"a":1"#, 6, "a comma or }"), ("[1}", 2, "a comma or ]"), ("{} {}", 3, "the end of the text"),
      ("01", 1, "the end of the text"), ("-", 1, "a digit"), ("1.", 2, "a digit"), ("1e+", 3, "a digit"),
      ("\"a", 2, "the end of the string"), (#""\x""#, 2, "an escape of JSON"),
      (#""\u12g4""#, 5, "four hexadecimal digits"),
      ("\"a\nb\"", 2, "the end of the string: line ends and control characters are escaped in it"),
    ])
  func `the first fault is found, with what should stand there`(
    _ text: String, _ offset: Int, _ expected: String
  ) {
    let fault = JSONFault(in: Array(text.utf8))
    #expect(fault?.offset == offset)
    #expect(fault?.expected == expected)
    #expect(throws: (any Error).self) { try JSONText.decode(AnyValue.self, from: Array(text.utf8)) }
  }

  @Test func `depth is no fault and takes no recursion`() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(JSONFault(in: Array(deep.utf8))?.offset == 1_000_000)
    #expect(JSONFault(in: Array((deep + String(repeating: "]", count: 1_000_000)).utf8)) == nil)
  }

  /// What decodes from any JSON: a decoder has to agree.
  private struct AnyValue: Decodable {
    init(from decoder: any Decoder) throws {}
  }
}
