import Markdown
import Rendering

/// Any Markdown, rendered to every target.
struct RenderingTarget: FuzzTarget {
  let name = "rendering"

  let shapes =
    MarkdownTarget().shapes
    + ["> - ", "- [ ] a\n  ", "- \n\n  |a|\n  |-|\n\n  ", "> |a|\n> |-|\n>\n> a\n\n", "- - [x] a\n"].map {
      GrowingShape($0)
    }

  var readings: Int { RenderTarget.allCases.count }

  func read(_ bytes: [UInt8]) {
    for target in RenderTarget.allCases { _ = try? target.render(bytes) }
  }

  func check(_ input: FuzzInput) throws {
    let text = input.text
    let lines = LineIndex(text).count
    for target in RenderTarget.allCases {
      let rendering = try target.render(text)
      try promise(
        try target.render(text).bytes == rendering.bytes,
        "\(target) of \(shown(text)) differs from run to run")
      for change in rendering.changes {
        try promise(change.position.line <= lines, "\(change.rule) stands behind the end of \(shown(text))")
      }
    }
    let posted = try GitHubRendering(text).bytes
    try promise(
      try GitHubRendering(posted).bytes == posted, "\(shown(text)) still does something when it is posted")
    var options = RenderingOptions()
    options.fits = true
    if let fitted = try? ADFRendering(text, options: options) {
      try promise(
        fitted.document.plainLength <= ADFLimit.jira.units,
        "\(shown(text)) does not fit and says nothing of it")
      let preview = try ADFPreview(text)
      try promise(
        preview.bytes == fitted.document.json, "what is shown of \(shown(text)) is not what is rendered")
      _ = ADFText(preview.document, width: 60, usesColor: false)
      _ = preview.page(title: "", facts: [])
    }
    if let fitted = try? RenderTarget.jira.render(text, options: options) {
      try promise(
        fitted.excesses.isEmpty, "\(shown(text)) as wiki markup does not fit and says nothing of it")
    }
    if let fitted = try? GitHubRendering(text, options: options) {
      try promise(
        GitHubLimit.length(of: fitted.bytes) <= GitHubLimit.units,
        "\(shown(text)) for GitHub does not fit and says nothing of it")
    }
  }
}
