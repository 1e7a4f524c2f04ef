import Rendering
import Testing

@Suite struct JiraMarkupTextTests {
  @Test(arguments: [
    ("It hangs.\r\nAlways.", "It hangs.\nAlways."), ("h2. Root cause\nx", "Root cause\nx"),
    ("h2.x", "h2.x"),
    (
      "{code:java|title=a}\nint x = a[0]; // {{no}} [a|http://b]\nh1. no\n{code}\nafter",
      "int x = a[0]; // {{no}} [a|http://b]\nh1. no\nafter"
    ),
    ("{noformat}{code}{noformat} x", "{code} x"), ("{quote}\nwords\n{quote}", "words"),
    ("call {{scheduler_submit}} twice", "call scheduler_submit twice"),
    ("{color:red}red{color} and {unknown} and {", "red and {unknown} and {"),
    (
      "see [the log|https://ci.example.org/1], [https://a.example], [~ada] and a[0]",
      "see the log (https://ci.example.org/1), https://a.example, [~ada] and a[0]"
    ),
    ("*bold* _it_ -not-", "*bold* _it_ -not-"), ("{code}\nno end", "no end"), ("", ""), ("{{open", "{{open"),
  ])
  func `marks go where they are plainly marks, and every other sign stays`(markup: String, expected: String) {
    #expect(JiraMarkupText(markup).text == expected)
  }
}
