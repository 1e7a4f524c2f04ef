import Patterns
import Proof
import Testing

@Suite struct SymptomTests {
  @Test func `the word hang is the hang, and anything else a pattern`() throws {
    #expect(try Symptom(nil).text == nil)
    #expect(try Symptom("hang").text == "hang")
    guard case .hang = try Symptom("hang") else {
      Issue.record("not the hang")
      return
    }
    guard case .output(let pattern) = try Symptom("hangs?") else {
      Issue.record("not a pattern")
      return
    }
    #expect(pattern.firstMatch(in: Array("it hangs".utf8)) == 3..<8)
  }

  @Test(arguments: ["(", "a{2,1}", "[z-a]", "\\"])
  func `a pattern that is none is an error that quotes it`(text: String) {
    let error = #expect(throws: PatternError.self) { try Symptom(text) }
    #expect(error?.source == text)
  }
}
