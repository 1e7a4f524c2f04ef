import JSONRPC
import Storage
import Testing

/// What a line of a client is taken for.
@Suite struct IncomingMessageTests {
  private func read(_ text: String) -> IncomingMessage? { IncomingMessage(Array(text.utf8)) }

  private func faultCode(_ text: String) -> ProtocolFault.Code? {
    guard case .fault(let fault, _) = read(text) else { return nil }
    return fault.code
  }

  @Test(arguments: ["", " ", "\r", " \t\r"])
  func `a blank line is nothing`(line: String) {
    #expect(read(line) == nil)
  }

  @Test(arguments: [
    ("{", ProtocolFault.Code.unparsable), (#"{"jsonrpc":"2.0","id":1,"method":"#, .unparsable),
    (#"{"jsonrpc":"2.0","id":1,"method":"a",}"#, .unparsable), ("[]", .invalidRequest),
    ("42", .invalidRequest),
    (#"{"jsonrpc":"1.0","id":1,"method":"a"}"#, .invalidRequest),
    (#"{"id":1,"method":"a"}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":1}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":null,"method":"a"}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"a"}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":true,"method":"a"}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":1,"method":7}"#, .invalidRequest),
    (#"{"jsonrpc":"2.0","id":1,"method":"a","params":[]}"#, .invalidParameters),
  ])
  func `what is no message is told with the code for it`(line: String, code: ProtocolFault.Code) {
    #expect(faultCode(line) == code)
  }

  @Test func `bytes that are no UTF-8 are no JSON`() {
    guard case .fault(let fault, _) = IncomingMessage([0x22, 0xFF, 0x22]) else {
      Issue.record("taken for a message")
      return
    }
    #expect(fault.code == .unparsable)
  }

  @Test func `a number and its text are two requests`() throws {
    guard case .request(let number, _, _) = read(#"{"jsonrpc":"2.0","id":1,"method":"a"}"#),
      case .request(let text, _, _) = read(#"{"jsonrpc":"2.0","id":"1","method":"a"}"#)
    else {
      Issue.record("no requests")
      return
    }
    #expect(number != text)
    #expect(number.value == .whole(1) && text.value == .text("1"))
  }

  @Test(arguments: [
    (#"\ud83d"#, "\u{FFFD}"), (#"a\ude00b"#, "a\u{FFFD}b"), (#"\ud83d\ude00"#, "😀"),
    (#"\\ud83d"#, #"\ud83d"#),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d\n"#, "\u{FFFD}\n"),
  ])
  func `half a character is read as its replacement`(written: String, meant: String) {
    guard
      case .request(_, _, let parameters) = read(
        #"{"jsonrpc":"2.0","id":1,"method":"a","params":{"text":"\#(written)","cut":"\ud800"}}"#)
    else {
      Issue.record("no request")
      return
    }
    #expect(parameters["text"]?.text == meant)
    #expect(parameters["cut"]?.text == "\u{FFFD}")
  }
}
