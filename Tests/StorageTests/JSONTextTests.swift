import Storage
import Storage
import Scratch
import Testing

@Suite struct JSONTextTests {
  @Test func `equal values give equal bytes, with the keys in order and slashes as they are`() throws {
    let value = ["b": "x/y", "a": "z", "c": "“ü”"]
    #expect(String(decoding: try JSONText.encode(value), as: UTF8.self) == #"{"a":"z","b":"x/y","c":"“ü”"}"#)
  }

  @Test func `the form for people says the same over several lines`() throws {
    let text = String(decoding: try JSONText.encodePretty(["a": [1]]), as: UTF8.self)
    #expect(text.split(separator: "\n").count > 1)
    #expect(try JSONText.decode(JSONValue.self, from: Array(text.utf8))["a"][0].integer == 1)
  }

  @Test(arguments: ["", "{", "{} {}", "nul"])
  func `what is no JSON is an error`(text: String) {
    #expect(throws: (any Error).self) { try JSONText.decode(JSONValue.self, from: Array(text.utf8)) }
  }
}
