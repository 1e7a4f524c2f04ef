import CLibXML2

/// A document of XML as libxml2 reads it, one step after the other.
enum XMLEvent {
  case open(name: String, attributes: [String: String])
  case close(name: String)

  /// Text, or a section of CDATA.
  case text(String)
}

/// Why a document could not be read to its end.
struct NotWellFormed: Error {
  var line: Int32
}

enum XMLEvents {
  /// To be called before threads read at once.
  private static let isReady: Void = xmlInitParser()

  /// The steps; no element may stand deeper than 256 levels, which is where libxml2 refuses it.
  ///
  /// - Throws: `NotWellFormed`.
  static func of(_ bytes: [UInt8]) throws(NotWellFormed) -> [XMLEvent] {
    _ = isReady
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    var events: [XMLEvent] = []
    let failure = bytes.withUnsafeBytes { buffer -> NotWellFormed? in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, "UTF-8", options) else {
        return NotWellFormed(line: 0)
      }
      defer { xmlFreeTextReader(reader) }
      var status = xmlTextReaderRead(reader)
      while status == 1 {
        add(reader, to: &events)
        status = xmlTextReaderRead(reader)
      }
      return status == 0 ? nil : NotWellFormed(line: xmlTextReaderGetParserLineNumber(reader))
    }
    if let failure { throw failure }
    return events
  }

  private static func add(_ reader: xmlTextReaderPtr, to events: inout [XMLEvent]) {
    let name = string(xmlTextReaderConstName(reader))
    switch UInt32(xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        attributes[string(xmlTextReaderConstName(reader))] = string(xmlTextReaderConstValue(reader))
      }
      events.append(.open(name: name, attributes: attributes))
      if isEmpty { events.append(.close(name: name)) }
    case XML_READER_TYPE_END_ELEMENT.rawValue: events.append(.close(name: name))
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      events.append(.text(string(xmlTextReaderConstValue(reader))))
    default: events.append(.text("[\(name)]"))
    }
  }

  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
