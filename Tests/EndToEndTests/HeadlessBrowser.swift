import Scratch
import Storage
import Subprocess

/// A real browser without a screen: what became of pages that it opened.
struct HeadlessBrowser {
  /// The path of Chromium; nil where there is none.
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ProcessVariables.path.split(separator: ":").map { "\($0)/\(name)" } }
    .first(where: FileTree.isFile)

  /// A page as it is after its scripts and its loads, if it has any, are through.
  struct View {
    let name: String

    /// What can be seen of it.
    let text: String

    /// The names of its elements.
    let elements: [String]

    /// Its attributes that are programs.
    let handlers: [String]

    /// The schemes of its links, as the browser reads them.
    let schemes: [String]

    /// What its `<meta http-equiv>` are.
    let equivalents: [String]

    /// Whether one has to scroll sideways to read it.
    let isTooWide: Bool
  }

  /// What the browser found.
  struct Visit {
    let views: [View]

    /// The names of pages of which a script ran, or that led elsewhere.
    let hits: [String]

    /// All that the browser wrote down of its dealings with the network.
    let network: String
  }

  /// Opens the pages of a directory, each in a frame of its own, all at once.
  ///
  /// No name of a host leads anywhere meanwhile: what a page asks for is written down, and not found.
  static func visit(_ names: [String], in directory: String) throws -> Visit {
    let frames = names.map {
      "<iframe name=\"\($0)\" src=\"\($0).html\" width=\"800\" height=\"600\"></iframe>"
    }
    try FileTree.write(
      Array(before.utf8) + Array(frames.joined().utf8) + Array(after.utf8), to: "\(directory)/visit.html")
    let log = "\(directory)/network.json"
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--allow-file-access-from-files",
      "--user-data-dir=\(directory)/browser", "--log-net-log=\(log)", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--virtual-time-budget=10000", "--dump-dom", "file://\(directory)/visit.html",
    ]
    let capture = try Spawner().capture(
      Command(
        path ?? "chromium", arguments, environment: ["PATH": ProcessVariables.path, "HOME": directory],
        workingDirectory: directory), timeLimit: .seconds(60))
    let document = String(decoding: capture.output, as: UTF8.self)
    guard let start = document.firstRange(of: "<pre>")?.upperBound,
      let end = document[start...].firstRange(of: "</pre>")?.lowerBound
    else { throw NoReport(output: document, error: String(decoding: capture.error, as: UTF8.self)) }
    let report = try JSONText.decode(JSONValue.self, from: Array(document[start..<end].utf8))
    return Visit(
      views: report["views"].elements.map(View.init), hits: report["hits"].texts,
      network: String(decoding: try FileTree.read(log), as: UTF8.self))
  }

  /// The browser told nothing.
  struct NoReport: Error {
    var output: String
    var error: String
  }

  private static let before =
    "<!DOCTYPE html><meta charset=\"utf-8\"><script>const hits = []; function hit(name) { hits.push(name) }</script>"

  /// Looks into the frames when all are loaded and the time that pages have is over.
  private static let after = #"""
    <script>
    function view(frame) {
      const page = frame.contentDocument
      if (!page || !page.location.href.endsWith('/' + frame.name + '.html')) { hit(frame.name); return null }
      const all = [...page.querySelectorAll('*')]
      return {
        name: frame.name, text: page.body.innerText,
        elements: [...new Set(all.map(element => element.localName))],
        handlers: all.flatMap(element => element.getAttributeNames()).filter(name => name.startsWith('on')),
        schemes: [...new Set([...page.links].map(link => link.protocol))],
        equivalents: all.map(element => element.httpEquiv).filter(Boolean),
        isTooWide: page.scrollingElement.scrollWidth > page.scrollingElement.clientWidth,
      }
    }
    addEventListener('load', () => setTimeout(() => {
      const views = [...document.querySelectorAll('iframe')].map(view).filter(Boolean)
      const report = JSON.stringify({ hits, views })
      document.body.innerHTML = '<pre></pre>'
      document.querySelector('pre').textContent =
        report.replace(/[<>&\u00a0]/g, sign => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'))
    }, 2000))
    </script>
    """#
}

extension HeadlessBrowser.View {
  fileprivate init(_ json: JSONValue) {
    self.init(
      name: json["name"].text ?? "", text: json["text"].text ?? "", elements: json["elements"].texts,
      handlers: json["handlers"].texts, schemes: json["schemes"].texts,
      equivalents: json["equivalents"].texts,
      isTooWide: json["isTooWide"] != .bool(false))
  }
}
