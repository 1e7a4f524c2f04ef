import Testing
import Writer

/// What is read of the text of an answer, which may be anything.
@Suite struct AnswerReadingTests {
  private static let json =
    #"{"sections":[{"section":"Fix","sentences":[{"text":"A { is \"open\".","facts":[1,2]}]}]}"#
  private static let sentence = WrittenSentence(section: "Fix", text: #"A { is "open"."#, facts: [1, 2])

  @Test(arguments: [
    json, "```json\n\(json)\n```\n", "Here it is:\n\n\(json)\n\nAnything else?", "\(json){\"more\": 1}",
  ])
  func `the first JSON object is read, whatever stands around it`(text: String) throws {
    #expect(try AnswerReading.sentences(in: text) == [Self.sentence])
  }

  @Test func `JSON that ends at any byte before its end is cut off, whatever the server says`() throws {
    for length in 1..<Self.json.utf8.count {
      let text = String(decoding: Array(Self.json.utf8.prefix(length)), as: UTF8.self)
      #expect(throws: WriterError.cutOff("the JSON ends before it is whole")) {
        try AnswerReading.sentences(in: text)
      }
    }
  }

  static let faults: [(text: String, words: String)] = [
    ("", "it is empty"), ("Say OK.<|im_end|>", "there is no JSON object in it"),
    (#"{"sections": }"#, "at byte 13 of its JSON, a value should stand"), (#"{"sections": {}}"#, "no list"),
    (#"{}"#, "no list"), (#"{"sections": ["Fix"]}"#, "one of its sections"),
    (#"{"sections": [{"section": "Fix", "sentences": "A."}]}"#, "one of its sections"),
    (#"{"sections": [{"section": "Fix", "sentences": [{"facts": [1]}]}]}"#, "one of its sentences"),
    (#"{"sections": [{"section": "Fix", "sentences": ["A."]}]}"#, "one of its sentences"),
  ]

  @Test(arguments: faults)
  func `what is not what was asked for is told`(text: String, words: String) throws {
    let error = #expect(throws: WriterError.self) { try AnswerReading.sentences(in: text) }
    guard case .malformed(let why)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why.contains(words))
  }

  @Test(arguments: [#""1""#, #"["1"]"#, "[1, null]", "[1.5]", "[99999999999999999999]", "null", "[[1]]"])
  func `evidence that is no list of numbers is none`(facts: String) throws {
    let text = #"{"sections":[{"section":"Fix","sentences":[{"text":"A.","facts":\#(facts)}]}]}"#
    #expect(try AnswerReading.sentences(in: text).map(\.facts) == [[]])
  }

  @Test func `an answer of more sentences than any record has is refused`() throws {
    let sentence = #"{"text":"A.","facts":[1]}"#
    let many = Array(repeating: sentence, count: 201).joined(separator: ",")
    #expect(throws: WriterError.self) {
      try AnswerReading.sentences(in: #"{"sections":[{"section":"Fix","sentences":[\#(many)]}]}"#)
    }
  }

  @Test func `braces without an end take no time that one would notice`() throws {
    for text in [String(repeating: "{", count: 200_000), String(repeating: "[{", count: 100_000) + "}"] {
      #expect(throws: WriterError.self) { try AnswerReading.sentences(in: text) }
    }
    let deep = String(repeating: #"{"a":"#, count: 50_000) + "1" + String(repeating: "}", count: 50_000)
    #expect(throws: WriterError.self) { try AnswerReading.sentences(in: deep) }
  }
}
