import Scratch
import Storage
import Subprocess
import Testing

/// What is written as a page is opened by a real browser, for the browser to say what it makes of hostile texts.
@Suite(
  .enabled(
    if: HeadlessBrowser.path != nil, "left out: there is no chromium (./dev setup installs it on Debian)"))
struct BrowserTests {
  let program: PostmortemProgram
  let directory: TemporaryDirectory

  init() throws {
    program = try PostmortemProgram()
    directory = try TemporaryDirectory()
  }

  /// What can neither run anything nor load anything.
  private static let inert: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "main", "a", "aside", "blockquote", "br", "code", "del",
    "details", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "input", "li", "ol", "p", "pre",
    "section",
    "span", "strong", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]

  /// A page that nobody made harmless: what it does has to be seen, or nothing that is not seen says anything.
  private static let control = """
    <!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="9999"><body style="width: 9999px">control
    <script>top.hit(self.name)</script><img src="https://control.invalid/a.png" onerror="top.hit(self.name)">
    <a href="java&#10;script:top.hit(self.name)">a</a>
    """

  @Test
  func
    `a browser finds nothing to run, to load or to follow in pages of hostile Markdown, and shows all of it`()
    throws
  {
    let pages = "\(directory.path)/pages"
    try FileTree.makeDirectory(pages)
    try FileTree.makeDirectory("\(directory.path)/in")
    try FileTree.write(Array(Self.control.utf8), to: "\(pages)/control.html")
    for hostile in HostileMarkdown.all {
      let source = "in/\(hostile.name).md"
      try FileTree.write(Array(hostile.markdown.utf8), to: "\(directory.path)/\(source)")
      let page = "pages/\(hostile.name)-preview.html"
      let result = try program.run(["preview", source, "--output", page], in: directory.path)
      #expect(result.ending == .exit(0), "\(hostile): \(result.error)")
    }
    let result = try program.run(["render", "--to", "html", "--batch", "in", "pages"], in: directory.path)
    #expect(result.ending == .exit(0), "\(result.error)")

    let names = HostileMarkdown.all.flatMap { [$0.name, "\($0.name)-preview"] }
    let visit = try HeadlessBrowser.visit(["control"] + names, in: pages)
    #expect(visit.views.map(\.name) == ["control"] + names)
    let control = try #require(visit.views.first)
    #expect(visit.hits == ["control", "control"])
    #expect(visit.network.contains("control.invalid"))
    #expect(control.handlers == ["onerror"] && control.isTooWide && control.schemes == ["javascript:"])
    #expect(control.equivalents == ["refresh"] && control.elements.contains("script"))

    #expect(!visit.network.contains("hostile.invalid"))
    for (hostile, views) in zip(HostileMarkdown.all, pairs(of: visit.views.dropFirst())) {
      for view in views { check(view, hostile) }
    }
  }

  /// The page and the preview of each text.
  private func pairs(of views: ArraySlice<HeadlessBrowser.View>) -> [[HeadlessBrowser.View]] {
    stride(from: views.startIndex, to: views.endIndex - 1, by: 2).map { Array(views[$0...($0 + 1)]) }
  }

  private func check(_ view: HeadlessBrowser.View, _ hostile: HostileMarkdown) {
    #expect(Set(view.elements).subtracting(Self.inert).isEmpty, "\(view.name)")
    #expect(view.handlers.isEmpty, "\(view.name)")
    #expect(view.equivalents == ["Content-Security-Policy"], "\(view.name)")
    // A relative address is one of the file that the page is.
    #expect(Set(view.schemes).isSubset(of: ["http:", "https:", "file:"]), "\(view.name)")
    #expect(!view.isTooWide, "\(view.name)")
    var rest = Self.withoutBlanks(view.text)[...]
    for words in hostile.visible.map(Self.withoutBlanks) {
      guard let place = rest.firstRange(of: words) else {
        Issue.record(
          "\(view.name) does not show “\(words.prefix(80))” where it should:\n\(view.text.prefix(500))")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  private static func withoutBlanks(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
