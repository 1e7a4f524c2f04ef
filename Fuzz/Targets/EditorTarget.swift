import JSONRPC
import LanguageServer
import Storage
import Subprocess

/// What an editor sends to `postmortem lsp`, from its first byte to the end of its input; parts are messages without their
/// headers.
struct EditorTarget: FuzzTarget {
  let name = "editor"

  let shapes = [
    GrowingShape("x"), GrowingShape("\r\n"), GrowingShape("a: b\r\n"), GrowingShape("Content-Length: x\r\n"),
    GrowingShape("Content-Length: 2\r\n\r\n{}"), GrowingShape("xContent-Length: "),
    GrowingShape("Content-Length: 0\r\n\r\n"),
  ]

  func read(_ bytes: [UInt8]) { _ = answers(to: bytes) }

  func check(_ input: FuzzInput) throws {
    var bytes: [UInt8] = []
    for part in input.parts { bytes += framed(part) }
    // What is behind the last message has no header: it may be one.
    bytes += input.parts.last ?? []
    let frames = try frames(of: answers(to: bytes))
    for frame in frames {
      guard let message = try? JSONText.decode(JSONTree.self, from: frame) else {
        throw BrokenPromise("this is no JSON: \(shown(frame[...]))")
      }
      try promise(message["jsonrpc"] == .text("2.0"), "this is no message: \(shown(frame[...]))")
      try promise(
        message["method"] != .nothing || message.members["id"] != nil,
        "this is neither told nor an answer: \(shown(frame[...]))")
    }
  }

  private func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// The bodies of messages that stand one behind the other.
  private func frames(of bytes: [UInt8]) throws -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var rest = bytes[...]
    let opening = Array("Content-Length: ".utf8)
    while !rest.isEmpty {
      try promise(rest.starts(with: opening), "there is no header: \(shown(rest.prefix(40)))")
      let digits = rest.dropFirst(opening.count).prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      let length = Int(String(decoding: digits, as: UTF8.self)) ?? .max
      try promise(rest.starts(with: "\r\n\r\n".utf8), "the header has no end")
      rest = rest.dropFirst(4)
      try promise(rest.count >= length, "a message is shorter than its header says")
      frames.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return frames
  }

  /// All that is said to these bytes, in a place without git.
  private func answers(to bytes: [UInt8]) -> [UInt8] {
    let settings = LanguageServerSettings(
      name: "postmortem", version: "0", environment: ["PATH": "/nonexistent"], pause: .zero)
    return ServerAnswers.all(to: bytes) { streams in
      _ = try? LanguageServer(settings, over: streams).run(until: .never)
    }
  }
}
