import Origin
import Rendering

/// The timeline of a bug as one picture in SVG, without script, font or any other resource.
///
/// Rows are as far apart whatever the days between them: most of the time of a bug is silence.
struct TimelineDrawing {
  let svg: [UInt8]

  private static let width = 880
  private static let rowHeight = 46
  private static let top = 64
  private static let axis = 132

  /// So many characters of a subject have room.
  private static let textLimit = 84

  init(_ report: OriginReport) {
    let events = Timeline(report).events
    let height = Self.top + events.count * Self.rowHeight + 16
    var writer = MarkupWriter.xml
    writer.put("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" ")
    writer.put("viewBox=\"0 0 \(Self.width) \(height)\" width=\"\(Self.width)\" height=\"\(height)\">\n")
    Self.put("title", "id=\"title\"", report.sentence, to: &writer)
    let words = events.map { "\($0.day ?? "no day"): \($0.title): \($0.detail)" }.joined(separator: "; ")
    Self.put("desc", "id=\"desc\"", words, to: &writer)
    writer.put("<style>\n\(Self.sheet)\n</style>\n")
    writer.put("<rect class=\"ground\" width=\"\(Self.width)\" height=\"\(height)\"/>\n")
    Self.put("text", "class=\"head\" x=\"24\" y=\"34\"", Self.cut(report.sentence), to: &writer)
    Self.putLines(between: events, to: &writer)
    for (place, event) in events.enumerated() { Self.put(event, at: Self.middle(of: place), to: &writer) }
    writer.put("</svg>\n")
    svg = writer.output
  }

  private static func middle(of row: Int) -> Int { top + row * rowHeight + rowHeight / 2 }

  /// From one event to the next: with the bug, or without.
  private static func putLines(between events: [Timeline.Event], to writer: inout MarkupWriter) {
    let origin = events.firstIndex { $0.kind == .origin }
    let fix = events.firstIndex { $0.kind == .fix }
    for row in events.indices.dropLast() {
      let isAffected = origin.map { row >= $0 } == true && fix.map { row < $0 } == true
      writer.put(
        "<line class=\"\(isAffected ? "bug" : "calm")\" x1=\"\(axis)\" y1=\"\(middle(of: row))\" x2=\"\(axis)\" "
          + "y2=\"\(middle(of: row + 1))\"/>\n")
    }
  }

  private static func put(_ event: Timeline.Event, at middle: Int, to writer: inout MarkupWriter) {
    if let day = event.day, event.kind != .leftOut {
      put("text", "class=\"day\" x=\"\(axis - 18)\" y=\"\(middle + 5)\"", day, to: &writer)
    }
    writer.put("<circle class=\"\(style(event.kind))\" cx=\"\(axis)\" cy=\"\(middle)\" r=\"7\"/>\n")
    put("text", "class=\"title\" x=\"\(axis + 22)\" y=\"\(middle - 3)\"", cut(event.title), to: &writer)
    put("text", "class=\"detail\" x=\"\(axis + 22)\" y=\"\(middle + 15)\"", cut(event.detail), to: &writer)
  }

  private static func style(_ kind: Timeline.Event.Kind) -> String {
    switch kind {
    case .origin: "origin"
    case .attempt: "attempt"
    case .affectedRelease, .leftOut: "affected"
    case .fix, .backport, .fixedRelease: "fixed"
    }
  }

  private static func put(
    _ element: String, _ attributes: String, _ text: String, to writer: inout MarkupWriter
  ) {
    writer.put("<\(element) \(attributes)>")
    writer.text(text.utf8)
    writer.put("</\(element)>\n")
  }

  private static func cut(_ text: String) -> String {
    text.count <= textLimit ? text : text.prefix(textLimit - 1) + "…"
  }

  private static let sheet = """
    :root{color-scheme:light dark;--text:#1f2328;--faint:#59636e;--ground:#fff;--line:#d1d9e0;--bug:#d1242f;\
    --fixed:#1a7f37;--try:#9a6700}
    @media (prefers-color-scheme:dark){:root{--text:#e6edf3;--faint:#9198a1;--ground:#0d1117;--line:#3d444d;\
    --bug:#f85149;--fixed:#3fb950;--try:#d29922}}
    .ground{fill:var(--ground)}text{fill:var(--text);font:15px system-ui,sans-serif}
    .head{font-weight:600}.day{text-anchor:end;fill:var(--faint);font-variant-numeric:tabular-nums}
    .title{font-weight:600}.detail{fill:var(--faint);font-size:13px}
    .bug{stroke:var(--bug);stroke-width:4}.calm{stroke:var(--line);stroke-width:3}
    circle{stroke:var(--ground);stroke-width:2}.origin{fill:var(--bug)}.affected{fill:var(--ground);stroke:var(--bug)}
    .fixed{fill:var(--fixed)}.attempt{fill:var(--try)}
    """
}
