import Storage

/// A sentence of a model's, with the facts that it says it rests on.
public struct WrittenSentence: Sendable, Equatable {
  /// The section that it is for, as the model names it.
  public var section: String

  /// What it says.
  public var text: String

  /// The numbers of facts; empty where the model gave none, or something that is no number.
  public var facts: [Int]

  /// A sentence from its parts.
  public init(section: String, text: String, facts: [Int]) {
    self.section = section
    self.text = text
    self.facts = facts
  }
}

/// Reads the text of an answer, whatever the server promised of it: several pass over the schema in silence.
public enum AnswerReading {
  /// More than that is no record.
  private static let mostSentences = 200

  /// The sentences in an answer, in their order.
  ///
  /// Around the JSON there may be a fence or words, which models put there; nothing is read of them.
  ///
  /// - Throws: `WriterError.cutOff` where the JSON ends before it is whole, whatever the server says of it;
  ///   `WriterError.malformed` where it is none, or not of the form that was asked for.
  public static func sentences(in text: String) throws(WriterError) -> [WrittenSentence] {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else {
      throw .malformed(bytes.isEmpty ? "it is empty" : "there is no JSON object in it")
    }
    guard let end = objectEnd(in: bytes, from: start) else {
      throw .cutOff("the JSON ends before it is whole")
    }
    let json = Array(bytes[start..<end])
    if let fault = JSONFault(in: json) {
      throw .malformed("at byte \(start + fault.offset) of its JSON, \(fault.expected) should stand")
    }
    guard let tree = try? JSONText.decode(JSONTree.self, from: json) else {
      throw .malformed("its JSON cannot be read")
    }
    guard case .list(let sections) = tree["sections"] else {
      throw .malformed("its JSON has no list of “sections”")
    }
    var sentences: [WrittenSentence] = []
    for section in sections {
      guard let heading = section["section"].text, case .list(let written) = section["sentences"] else {
        throw .malformed("one of its sections has no “section”, or no list of “sentences”")
      }
      for sentence in written {
        guard let text = sentence["text"].text else { throw .malformed("one of its sentences has no “text”") }
        sentences.append(
          WrittenSentence(section: heading, text: text, facts: numbers(in: sentence["facts"])))
      }
    }
    guard sentences.count <= mostSentences else {
      throw .malformed("it has \(sentences.count) sentences; a record needs no \(mostSentences)")
    }
    return sentences
  }

  /// All of a list, or nothing of it.
  private static func numbers(in list: JSONTree) -> [Int] {
    let numbers = list.elements.compactMap { element -> Int? in
      if case .whole(let number) = element { Int(exactly: number) } else { nil }
    }
    return numbers.count == list.elements.count ? numbers : []
  }

  /// Where the object that begins at `start` ends; nil where the text ends first.
  private static func objectEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for place in start..<bytes.count {
      let byte = bytes[place]
      if isInString {
        switch byte {
        case _ where isEscaped: isEscaped = false
        case UInt8(ascii: "\\"): isEscaped = true
        case UInt8(ascii: "\""): isInString = false
        default: break
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: continue
      }
    }
    return nil
  }
}
