/// Markdown that tries to run a program in a browser, to load something, or to break out of the page.
///
/// `top.hit(self.name)` is what a script of it would call; all that it would load is at `hostile.invalid`.
struct HostileMarkdown: CustomStringConvertible {
  let name: String
  let markdown: String

  /// What a reader has to see of it, in order.
  let visible: [String]

  var description: String { name }

  /// One whose source is what is to be seen.
  private init(_ name: String, literal: String) {
    self.init(name, literal, [literal])
  }

  private init(_ name: String, _ markdown: String, _ visible: [String]) {
    self.name = name
    self.markdown = markdown
    self.visible = visible
  }

  static let all = [
    Self("script", literal: "<script>top.hit(self.name)</script>"),
    Self("script-inline", literal: "a <script>top.hit(self.name)</script> b"),
    Self("script-loaded", literal: "<SCRIPT/SRC=https://hostile.invalid/a.js></SCRIPT>"),
    Self(
      "script-noscript", literal: "<noscript><p title=\"</noscript><img src=x onerror=top.hit(self.name)>\">"),
    Self(
      "handlers",
      literal:
        "a <img src=x onerror=\"top.hit(self.name)\"> <b onmouseover=top.hit(self.name)>b</b> <input autofocus "
        + "onfocus=top.hit(self.name)> <details open ontoggle=top.hit(self.name)>"),
    Self("unterminated-script", literal: "<script>top.hit(self.name)"),
    Self("unterminated-tag", literal: "a <img src=x onerror=top.hit(self.name) "),
    Self("unterminated-attribute", literal: "<a href=\"https://hostile.invalid/"),
    Self("unterminated-data", literal: "<![CDATA[ <img src=x onerror=top.hit(self.name)>"),
    Self("unterminated-comment", literal: "a <!-- <img src=x onerror=top.hit(self.name)>"),
    Self(
      "end-of-everything",
      literal:
        "</code></pre></p></details></main></style></title></head></body></html><script>top.hit(self.name)"),
    Self(
      "title",
      "# </title><script>top.hit(self.name)</script>\n\n## </style><script>top.hit(self.name)</script>\n",
      ["</title><script>top.hit(self.name)</script>", "</style><script>top.hit(self.name)</script>"]),
    Self(
      "fence",
      "```css\"onclick=\"top.hit(self.name)\n</code></pre><script>top.hit(self.name)</script>\n```\n",
      ["</code></pre><script>top.hit(self.name)</script>"]),
    Self(
      "code-span",
      "`</code><img src=x onerror=top.hit(self.name)>` ``</p><svg/onload=top.hit(self.name)>``\n",
      ["</code><img src=x onerror=top.hit(self.name)>", "</p><svg/onload=top.hit(self.name)>"]),
    Self(
      "javascript",
      """
      [one](javascript:top.hit(self.name)) [two](JaVaScRiPt:top.hit(self.name)) [three](java&#10;script:top.hit(self.name))
      [four](&#x6A;avascript:top.hit(self.name)) [five](<\tjavascript:top.hit(self.name)>) [six](java&Tab;script:top.hit(self.name))
      [seven](&#1;javascript:top.hit(self.name)) [eight](javascript&colon;top.hit(self.name)) [nine][]
      ![ten](javascript:top.hit(self.name)) [eleven](view-source:javascript:top.hit(self.name))

      [nine]: javascript:top.hit(self.name)
      """, ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]),
    Self(
      "other-schemes",
      """
      [one](vbscript:top.hit(self.name)) [two](data:text/html,<script>top.hit(self.name)</script>)
      [three](data:text/html;base64,PHNjcmlwdD50b3AuaGl0KHNlbGYubmFtZSk8L3NjcmlwdD4=) [four](file:///etc/passwd)
      [five](blob:https://hostile.invalid/1) ![six](data:image/svg+xml,<svg/onload=top.hit(self.name)>)
      """, ["one", "two", "three", "four", "five", "six"]),
    Self(
      "attributes",
      """
      [one](https://hostile.invalid/ 'x" onmouseover="top.hit(self.name)') ![two" onerror="top.hit(self.name)](x.png)
      [three](https://hostile.invalid/"onclick="top.hit\\(self.name\\)) <https://hostile.invalid/'onclick='top.hit(self.name)>
      [four][a"><script>top.hit(self.name)</script>]

      [a"><script>top.hit(self.name)</script>]: https://hostile.invalid/ "\\"><script>top.hit(self.name)</script>"
      """, ["one", "two\"onerror=\"top.hit(self.name)", "three", "https://hostile.invalid/", "four"]),
    Self(
      "style",
      literal:
        "<style>@import 'https://hostile.invalid/a.css'; body { background: url(https://hostile.invalid/b) }"
        + " * { display: none }</style>"),
    Self(
      "style-attributes",
      literal:
        "<p style=\"position:fixed;inset:0;background:url(https://hostile.invalid/a)\" class=\"hidden\">b</p>"
    ),
    Self(
      "style-linked",
      literal: "<link rel=\"stylesheet prefetch preconnect\" href=\"https://hostile.invalid/a.css\">"),
    Self(
      "frames",
      literal:
        "<iframe src=\"https://hostile.invalid/\" srcdoc=\"<script>parent.top.hit(self.name)</script>\"></iframe>"
        + "<object data=\"https://hostile.invalid/a\"></object><embed src=\"https://hostile.invalid/b\">"),
    Self("refresh", literal: "<meta http-equiv=\"refresh\" content=\"0;url=https://hostile.invalid/\">"),
    Self("base", literal: "<base href=\"https://hostile.invalid/\">"),
    Self(
      "form",
      literal:
        "<form action=\"https://hostile.invalid/\"><button formaction=\"javascript:top.hit(self.name)\">a</button>"
    ),
    Self(
      "svg",
      literal:
        "<svg onload=top.hit(self.name)><script>top.hit(self.name)</script><a xlink:href=\"javascript:top.hit(self.name)\">a</a>"
        + "<animate onbegin=top.hit(self.name) attributeName=x dur=1s><use href=\"https://hostile.invalid/a.svg#b\"/></svg>"
    ),
    Self(
      "mathml",
      literal:
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=top.hit(self.name)&gt;\">"
    ),
    Self(
      "images",
      "![one](https://hostile.invalid/a.png) [![two](//hostile.invalid/b.png)](https://hostile.invalid/)",
      ["one", "two"]),
    Self(
      "table",
      "| a<script>top.hit(self.name)</script> | b |\n|---|---|\n| `c\\|<img src=x onerror=top.hit(self.name)>` | d |\n",
      ["a<script>top.hit(self.name)</script>", "b", "c|<img src=x onerror=top.hit(self.name)>", "d"]),
    Self(
      "footnote",
      "a[^\"><script>top.hit(self.name)</script>] b[^c]\n\n[^c]: d <img src=x onerror=top.hit(self.name)>\n",
      ["a", "b", "d", "<img src=x onerror=top.hit(self.name)>"]),
    Self(
      "entities",
      "&lt;script&gt;top.hit(self.name)&lt;/script&gt; &#0; &#x110000; &bogus; &amp &#60;img src=x onerror=top.hit(self.name)&#62;\n",
      [
        "<script>top.hit(self.name)</script>", "\u{FFFD}", "\u{FFFD}", "&bogus;", "&amp",
        "<img src=x onerror=top.hit(self.name)>",
      ]),
    Self("other-charset", literal: "+ADw-script+AD4-top.hit(self.name)+ADw-/script+AD4-"),
    Self(
      "long-words",
      "\(String(repeating: "a", count: 5_000))\n\n`\(String(repeating: "b", count: 5_000))`\n\n"
        + "- | \(String(repeating: "c", count: 5_000))\n\n# \(String(repeating: "d", count: 5_000))\n\n"
        + "```\n\(String(repeating: "e", count: 5_000))\n```\n",
      [
        String(repeating: "a", count: 5_000), String(repeating: "b", count: 5_000),
        String(repeating: "c", count: 5_000), String(repeating: "d", count: 5_000),
        String(repeating: "e", count: 5_000),
      ]),
    Self(
      "alert", "> [!NOTE]\n> <script>top.hit(self.name)</script>\n",
      ["Note", "<script>top.hit(self.name)</script>"]),
    Self(
      "record",
      """
      ---
      key: "<script>top.hit(self.name)</script>"
      "\\" onclick=\\"top.hit(self.name)": </td></table><img src=x onerror=top.hit(self.name)>
      ---

      # <img src=x onerror=top.hit(self.name)>

      ## Summary

      It was so <script>top.hit(self.name)</script>, attested by "><script>top.hit(self.name)</script>, not measured.

      ## Root cause

      - # <iframe srcdoc="<script>top.hit(self.name)</script>">

      ## Fix

      > - <svg onload=top.hit(self.name)>

      ## Validation

      - Attested ("><script>top.hit(self.name)</script>): a
      """,
      [
        "<script>top.hit(self.name)</script>", "<svg onload=top.hit(self.name)>",
        "\"><script>top.hit(self.name)</script>): a",
      ]),
  ]
}
