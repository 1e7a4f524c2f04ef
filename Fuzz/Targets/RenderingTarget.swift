import Markdown
import Rendering

/// Any Markdown, rendered to ADF.
struct RenderingTarget: FuzzTarget {
  let name = "rendering"

  let shapes =
    MarkdownTarget().shapes
    + ["> - ", "- [ ] a\n  ", "- \n\n  |a|\n  |-|\n\n  ", "> |a|\n> |-|\n>\n> a\n\n", "- - [x] a\n"].map {
      GrowingShape($0)
    }

  func read(_ bytes: [UInt8]) {
    _ = try? RenderTarget.adf.render(bytes)
  }

  func check(_ input: FuzzInput) throws {
    let text = input.text
    let rendering = try RenderTarget.adf.render(text)
    try promise(
      try RenderTarget.adf.render(text).bytes == rendering.bytes, "\(shown(text)) differs from run to run")
    let lines = LineIndex(text).count
    for change in rendering.changes {
      try promise(change.position.line <= lines, "\(change.rule) stands behind the end of \(shown(text))")
    }
    var options = RenderingOptions()
    options.fits = true
    guard let fitted = try? ADFRendering(text, options: options) else { return }
    try promise(
      fitted.document.plainLength <= ADFLimit.jira.units, "\(shown(text)) does not fit and says nothing of it"
    )
  }
}
