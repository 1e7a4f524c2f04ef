import Record

/// Whole records for the rules about which sections there are, and under which names.
enum SectionTable {
  /// A record of sections with these headings, each as it is written.
  private static func record(_ headings: String...) -> String {
    "---\nkey: A-1\n---\n# A-1: It hangs\n\n" + headings.map { "\($0)\n\nText.\n" }.joined(separator: "\n")
  }

  private static func matter(_ content: String) -> String { "---\n\(content)---\n# A-1: It hangs\n" }

  static let rows: [RuleRow] = [frontMatter, missing, order, repeated, unknown, names]

  private static let frontMatter = RuleRow(
    rule: "front-matter", section: nil,
    fires: [
      "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n", "It hangs.\n", "", matter(""),
      matter("owner: Ann Bell\n"),
      matter("key:\n"), matter("key: \"\"\n"), matter("key: [A-1\n"), matter("key: A-1\n\tfix: x\n"),
      matter("Key: A-1\n"), "\n" + matter("key: A-1\n"), "# A-1: It hangs\n\n---\nkey: A-1\n---\n",
      "---\nkey: A-1\n\n# A-1: It hangs\n", "```\n---\nkey: A-1\n---\n```\n",
    ],
    passes: [
      matter("key: A-1\n"), matter("key: 'A-1'\n"), matter("key: 12\n"), matter("key: A-1 # the ticket\n"),
      matter("owner: Ann Bell\nkey: A-1\n"), matter("# of the ticket\nkey: A-1\n"), matter("\"key\": A-1\n"),
      matter("key: >-\n  A-1\n"), matter("key: A-1\nparts: {a: [1, 2]}\n"),
      matter("key: A-1\ntitle: \"a: b\"\n"),
      "---\r\nkey: A-1\r\n---\r\n# A-1: It hangs\r\n", "---\nkey: A-1\n---\n",
    ])

  private static let missing = RuleRow(
    rule: "missing-section", section: nil,
    fires: [
      record("## Root cause", "## Fix", "## Validation"), record("## Summary", "## Fix", "## Validation"),
      record("## Summary", "## Root cause", "## Validation"), record("## Summary", "## Root cause", "## Fix"),
      record(), record("## Symptom"), record("## Summary", "## Root cause", "## Fix", "**Validation**"),
      record("## Summary", "## Root cause", "## Fix", "> ## Validation"),
      record("## Summary", "## Root cause", "## Fix", "```\n## Validation\n```"),
      record("## Summary", "## Root cause", "## Fix", "<!--\n## Validation\n-->"),
      record("## Summary", "## Root cause", "## Fix", "- ## Validation"),
      record("## Summary", "## Root cause", "## Fix", "## Invalidation"),
      record("## Summary", "## Root cause", "## Fix", "##Validation"),
    ],
    passes: [
      record("## Summary", "## Root cause", "## Fix", "## Validation"),
      record("## Validation", "## Fix", "## Root cause", "## Summary"),
      record("## Summary", "## Symptom", "## Root cause", "## Fix", "## Validation"),
      record("## SUMMARY", "## root cause", "## fix", "## VALIDATION"),
      record("## 1. Summary", "## 2. Root cause:", "## 3. Fix", "## 4. Validation"),
      record("Summary\n-------", "Root cause\n---", "Fix\n--", "Validation\n-"),
      record("## *Summary*", "## **Root cause**", "## `Fix`", "## [Validation](#a)"),
      record("## Summary ##", "## Root cause ####", "## Fix #", "## Validation ##"),
      record("## Summary", "## Root-cause", "## Fix", "## Validation"),
      record("## Summary", "## Summary", "## Root cause", "## Fix", "## Validation"),
      record("## Summary", "## Root cause", "## Fix", "## Musings", "## Validation"),
      record("## Summary", "## Root cause", "## Fix", "## Validation").replacing("Text.\n", with: ""),
    ])

  private static let order = RuleRow(
    rule: "section-order", section: nil,
    fires: [
      record("## Root cause", "## Summary"), record("## Fix", "## Root cause"),
      record("## Validation", "## Fix"),
      record("## Symptom", "## Summary"), record("## Action items", "## Summary"),
      record("## Summary", "## Fix", "## Symptom", "## Root cause"),
      record("## Root cause", "## Fix", "## Validation", "## Summary"),
      record("## Summary", "## Musings", "## Fix", "## Root cause"), record("## 2. Fix", "## 1. Root-cause:"),
      record("Fix\n---", "Summary\n---"), record("## Evidence", "## Fix"),
      record("## Fix", "## Root cause", "## Fix"),
    ],
    passes: [
      record("## Summary", "## Root cause"), record("## Symptom", "## Fix"), record("## Fix"), record(),
      record("## Summary", "## Symptom", "## Root cause", "## Fix", "## Validation", "## Action items"),
      record("## Summary", "## Fix", "## Fix"), record("## Summary", "## Musings", "## Fix"),
      record("## Musings", "## Summary"), record("## Summary", "### Validation", "## Fix"),
      record("## Summary", "> ## Validation\n\nx", "## Fix"),
      record("## Summary", "```\n## Fix\n```", "## Symptom"),
      record("## 9. Summary", "## 1. Symptom"),
    ])

  private static let repeated = RuleRow(
    rule: "repeated-section", section: nil,
    fires: [
      record("## Fix", "## Fix"), record("## Fix", "## Validation", "## Fix"),
      record("## Summary", "## SUMMARY"),
      record("## Root cause", "## 3. Root cause:"), record("## Root cause", "## Root-cause"),
      record("## Symptom", "Symptom\n---"), record("## Evidence", "## Evidence"),
      record("## Fix", "## *Fix*"),
      record("## Fix", "## Fix ##"), record("## Action items", "## Musings", "## Action items"),
      record("## Fix", "## Fix", "## Fix"),
    ],
    passes: [
      record("## Fix", "## Validation"), record("## Fix", "### Fix"), record("## Fix", "> ## Fix"),
      record("## Fix", "```\n## Fix\n```"), record("## Fix", "**Fix**"), record("## Musings", "## Musings"),
      record("## Fix", "<!-- ## Fix -->"), record("## Fix", "- ## Fix"), record("## Fix", "##Fix"),
      record("## Fix", "    ## Fix"), record("## Symptom", "## Why it produced the symptom"),
    ])

  private static let unknown = RuleRow(
    rule: "unknown-section", section: nil,
    fires: [
      record("## Musings"), record("## Summary", "## Notes of the team"), record("## Timeline"),
      record("## Thanks"),
      record("## Blast radius"), record("Musings\n---"), record("## What we ate"), record("## 7"),
      record("## `copy_file`"), record("## Summaries of others"), record("## Fix", "## Fixing the world"),
    ],
    passes: [
      record("## Summary"), record("## Symptom"), record("## Root cause"),
      record("## Why it produced the symptom"),
      record("## Fix"), record("## How it was found"), record("## Why it slipped through"),
      record("## Validation"),
      record("## Action items"), record("## Evidence"), record("## Summary", "### Musings"),
      record("## Summary", "> ## Musings"), record("## Summary", "```\n## Musings\n```"),
    ])

  private static let names = RuleRow(
    rule: "heading-name", section: nil,
    fires: [
      record("## 1. Summary"), record("## Summary:"), record("## Root-cause"), record("## 3) Root cause"),
      record("## The root cause"), record("## Fix:"), record("## 5. Fix"), record("Root-cause\n---"),
      record("## Action item"),
      record("## Validation:"),
    ],
    passes: [
      record("## Summary"), record("## SUMMARY"), record("## Root Cause"), record("## Fix ##"),
      record("Fix\n---"),
      record("## **Fix**"), record("## [Fix](#a)"), record("##  Fix  "), record("## Musings:"),
      record("## Summary", "### 1. Fix:"), record("## Action Items"), record("## Summary", "> ## Fix:"),
    ])
}
