public import Origin
import Storage

extension OriginReport {
  /// The report as a file of its format; nil where it is a text for people.
  ///
  /// - Throws: errors of encoding.
  public var file: [UInt8]? {
    get throws {
      switch format {
      case .text: nil
      case .json: try JSONText.encodePretty(self) + [0x0A]
      case .osv: try JSONText.encodePretty(OSVRange(self)) + [0x0A]
      case .svg: TimelineDrawing(self).svg
      case .mermaid: Array(TimelineDiagram(self).mermaid.utf8)
      }
    }
  }
}
