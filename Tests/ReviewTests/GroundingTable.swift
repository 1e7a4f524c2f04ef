import Record

/// Texts about the repository of `GroundingScene`, for the rules of grounding.
enum GroundingTable {
  static let rows: [RuleRow] = [
    identifier, path, line, commit, number, quotation, date, address, person, order, evidence, beside,
  ]

  private static let fix = "c8ebe78eff1b73bb5cda1dcce385bf452cdc4317"

  private static let identifier = RuleRow(
    rule: "unsupported-identifier", section: .rootCause,
    fires: [
      "`copy_flie` hangs.", "`copyFile` hangs.", "`link_cuont > 1` holds.", "`copy_file_again()` hangs.",
      "It calls copy_flie() twice.", "`copy->flie_name` is 0.", "`--keep-target` is lost.",
      "`Copier::copy_fast` hangs.",
      "`COPY_MAX` is 1.", "`opne_all(source)` fails.", "`struct copy_state` leaks.", "- `targt`",
      "`opy_file` hangs.",
    ],
    passes: [
      "`copy_file` hangs.", "`link_count > 1` holds.", "`copy_file()` hangs.", "It calls copy_file() twice.",
      "`copy_tree` came later.", "`copy_twice` fails.", "`copy_` is their beginning.",
      "“copy_flie” is printed.", "> `copy_flie`",
      "```\ncopy_flie\n```", "`-Werror` is set.", "<!-- `copy_flie` -->", "`make chekc` fails.",
      "It copies a flie.", "`0x1F` is read.",
    ])

  private static let path = RuleRow(
    rule: "unsupported-path", section: .rootCause,
    fires: [
      "`src/cpoy.c` hangs.", "`src/copy.cc` hangs.", "`copy.h` lacks it.", "`tests/copy_thrice.sh` fails.",
      "`test/copy_twice.sh` fails.", "See docs/copy.md.", "`.github/workflows/ci.yml` skips it.",
      "(src/cpoy.c)",
      "`lib/src/copy.c` hangs.", "`source/copy/` is empty.", "`SRC/copy.c` hangs.",
    ],
    passes: [
      "`src/copy.c` hangs.", "`copy.c` hangs.", "`tests/` has it.", "`./tests/copy_twice.sh` fails.",
      "See src/copy.c.",
      "`src/tree.c` came later.", "`/tmp/x.c` is gone.", "`$HOME/bin/x.sh` is gone.",
      "It reads and/or writes.",
      "`https://example.org/src/cpoy.c`", "`github.com/a/b.c`", "`.git/refs/heads/main` is read.",
    ])

  private static let line = RuleRow(
    rule: "unsupported-line", section: .rootCause,
    fires: [
      "`src/copy.c:8` hangs.", "`src/copy.c:70` hangs.", "`copy.c:9` hangs.", "`src/copy.c:70-72` hangs.",
      "`none.c:1` hangs.",
      "`src/cpoy.c:3` hangs.", "It hangs (src/copy.c:80).", "`tests/copy_twice.sh:3` fails.",
      "`src/tree.c:2` came later.",
      "`src/copy.c:100000` hangs.", "`copy.h:1` lacks it.",
    ],
    passes: [
      "`src/copy.c:1` hangs.", "`src/copy.c:7` hangs.", "`copy.c:5` hangs.", "`src/copy.c:4-5` hangs.",
      "`tests/copy_twice.sh:2`",
      "`src/tree.c:1` came later.", "It hangs (src/copy.c:3).", "`localhost:8080` is read.",
      "It hung at 10:30.", "“src/copy.c:70”",
      "```\nsrc/copy.c:70\n```",
    ])

  private static let commit = RuleRow(
    rule: "unsupported-commit", section: .fix,
    fires: [
      "`c8ebe79eff` mends it.", "`0123456789abc` mends it.", "It came with 110002c59e.",
      "`6092fb9b` begins it.",
      "`a536dc9aa3` was tried.", "(5dfa200bc2)", "`\(fix.dropLast())0` mends it.", "- `c8ebe78eef`",
      "`1a2b3c4` mends it.",
      "[the commit](https://example.org), `c9ebe78eff`", "`\(fix)a` mends it.",
    ],
    passes: [
      "`c8ebe78eff` mends it.", "`\(fix)` mends it.", "It came with 110002c59f.", "`6092fb9` begins it.",
      "`5dfa200bc1` came later.",
      "`a536dc9aa2` was tried.", "It read deadbeef there.", "It read 1234567 bytes.", "`0x1a2b3c4d` is read.",
      "“1a2b3c4” is printed.",
      "`HEAD` mends it.", "`v1.2.3` has it.", "`1a2b3` is short.",
    ])

  private static let number = RuleRow(
    rule: "unsupported-number", section: .validation,
    fires: [
      "It failed 20 times.", "It ran 1,000 times.", "99 % pass.", "It takes 250 ms.", "It takes 3.5 s.",
      "It failed 11 of 10 times.",
      "- 201 runs", "It ran for 48h.", "**500** runs pass.", "0.5 % fail.", "| runs |\n|---|\n| 300 |",
      "It was seen 78 times.",
    ],
    passes: [
      "It failed 10 of 10 times.", "It fails 0 of 200 times.", "It took 1,450 ms.", "It was seen 77 times.",
      "It ran a dozen times.",
      "`12` is printed.", "“12 runs” is printed.", "#12 is merged.", "It was seen on 2026-02-14.",
      "```\n12 runs\n```",
      "It ran on **10** nodes.", "> 12 runs",
    ])

  private static let quotation = RuleRow(
    rule: "unsupported-quotation", section: .symptom,
    fires: [
      "copy: a.txt: file not found", "copy: b.txt: no such file", "copy: a.txt: no such file or directory",
      "Segmentation fault",
      "at copy_file (src/copy.c:6)", "exit 2", "copy: a.txt: No such file",
      "copy: a.txt: no such file\nexit 2",
      "copy a.txt: no such file", "no progress\ncopy: a.txt: no such file", "panic: copy",
    ].map { "```\n\($0)\n```" },
    passes: [
      "copy: a.txt: no such file", "  at copy_file (src/copy.c:5)", "exit 1",
      "copy: a.txt: no such file\nexit 1", "no such file",
      "at copy_file", "\ncopy: a.txt: no such file\n", "failed 10 of 10", "seen 77 times",
    ].map { "```\n\($0)\n```" } + ["It says that no file is there.", "> file not found"])

  private static let date = RuleRow(
    rule: "unsupported-date", section: .fix,
    fires: [
      "`FIX` (2026-04-01)", "`FIX` of 2026-03-21", "`FIX` “Open it” (2025-03-01)",
      "`FIX` “Open it” (Ada Byron, 2026-02-01)",
      "FIX (1 May 2026)", "`FIX` from 2026-01-03 on", "`FIX` (May 1, 2026)", "`FIX` of May 1st, 2026",
      "`FIX` \"Open it\" (2026-03-10)", "`FIX` (from 2026-03-10)",
    ].map { $0.replacing("FIX", with: fix) },
    passes: [
      "`FIX` (2026-03-01)", "`FIX` of 2 March 2026", "`FIX` (Ada Byron, 2026-02-28)",
      "`FIX` was shipped on 2026-04-01",
      "`FIX`, and on 2026-04-01 it hung", "`FIX` (merged 2026-04-01)", "`FIX` (see the notes of 2026-04-01)",
      "It hung on 2026-04-01.", "`FIX` is fine.\n\n(2026-04-01)", "`FIX` ran until 2026-04-01",
    ].map { $0.replacing("FIX", with: fix) })

  private static let address = RuleRow(
    rule: "unsupported-address", section: .rootCause,
    fires: [
      "[a](htps://example.org/a)", "[a](http:/example.org/a)", "[a](https//example.org/a)", "[a](https://)",
      "[a](https://https://example.org)", "[a](http://example..org/)", "[a](http://.example.org)",
      "[a](https://example.org:99999/)", "See htps://example.org/a.", "[a](https:///a)",
    ],
    passes: [
      "[a](https://example.org/a)", "[a](http://localhost:8080/)", "[a](http://[::1]/a)",
      "[a](mailto:a@example.org)",
      "[a](docs/a.md)", "[a](#a)", "https://example.org/x(1)", "[a](http://jira/browse/A-1)",
      "[a](git://example.org/a)",
      "Addresses begin with http:// or https://.",
    ])

  private static let person = RuleRow(
    rule: "unsupported-person", section: .howItWasFound,
    fires: [
      "Mei-Lin Hartt", "Mei-Lin Hrat", "Mei-Lin Harte", "Mei-Ling Hart", "Mei-Lim Hart’s", "Mei-Lin Haart",
      "by Mei-Lin Hardt.",
      "(Mei-Lin Hartz)", "“Mei-Lin Harrt”", "Ann Ball",
    ].map { "It was \($0) who saw it." },
    passes: [
      "Mei-Lin Hart", "Ann Bell’s", "Root Cause", "Mei-Lin", "Hart", "Mei-Lin Berg", "Jo Hart", "Anna Bell",
      "Bo Lim", "Ann Radcliffe",
      "Big Endian", "mei-lin hurt",
    ].map { "It was \($0) that Sent It." })

  private static func order(_ matter: String) -> String {
    "---\nkey: A-1\nfix: c8ebe78eff\n\(matter)\n---\n# A-1: Copying a file twice loses it\n\n## Fix\n\nIt is kept.\n"
  }

  private static let order = RuleRow(
    rule: "unsupported-order", section: nil,
    fires: [
      "introduced_by: 5dfa200bc1", "introduced_by: 5dfa200bc1f2114d65fbd6c2809384f1d8b58f25",
      "introduced_by: '5dfa200bc1'",
      "introduced_by: 5dfa200", "exposed_by: 5dfa200bc1", "introduced_by: 110002c59f\nexposed_by: 5dfa200bc1",
      "introduced_by: 110002c59f\nexposed_by: 6092fb9a0b",
      "introduced_by: c8ebe78eff\nexposed_by: 110002c59f",
      "exposed_by: 5dfa200bc1\nintroduced_by: 110002c59f", "introduced_by: 5dfa200bc1 # it was seen there",
      "introduced_by: 5dfa200bc1\nexposed_by: 5dfa200bc1",
    ].map(order),
    passes: [
      "introduced_by: 110002c59f", "introduced_by: 6092fb9a0b",
      "introduced_by: 6092fb9a0b\nexposed_by: 110002c59f",
      "exposed_by: 110002c59f", "introduced_by: c8ebe78eff",
      "introduced_by: 110002c59f\nexposed_by: 110002c59f", "introduced_by: a536dc9aa2",
      "introduced_by: 0123456789ab", "introduced_by:", "owner: Ann Bell", "# introduced_by: 5dfa200bc1",
      "introduced_by: unknown",
    ].map(order))

  private static let evidence = RuleRow(
    rule: "unsupported-evidence", section: .evidence,
    fires: [
      "3 measured, 1 found, 0 attested", "2 measured, 0 found, 0 attested", "2 measured, 1 found, 1 attested",
      "1 measured, 2 found, 0 attested", "2 measured", "1 found", "0 measured, 0 found, 0 attested",
      "20 measured, 1 found, 0 attested",
      "2 measured, 10 found", "12 measured, 1 found, 0 attested",
    ].map { "- E1: a run\n\nFacts behind this record: \($0)." } + [
      "Facts behind this record: 3 measured, 1 found, 0 attested",
      "Facts behind this record: 3 measured.\n\nMore.",
    ],
    passes: [
      "2 measured, 1 found, 0 attested", "2 measured, 1 found", "many", "two measured, one found", "", "none",
      "measured and found",
    ].map { "- E1: a run\n\nFacts behind this record: \($0)." } + [
      "Facts behind this record: 2 measured, 1 found, 0 attested", "- E1: a run",
      "3 measured, 1 found, 0 attested.",
      "Facts: 3 measured, 1 found, 0 attested.",
    ])

  private static let beside = RuleRow(
    rule: "fleeting-commit", section: .fix,
    fires: [
      "`a536dc9aa2` keeps it.", "`a536dc9aa2304d0ce02b4e72002d85a7789b90c4` keeps it.", "`a536dc9` keeps it.",
      "It began in a536dc9aa2.",
      "(a536dc9aa2)", "- `a536dc9aa2`", "| a |\n|---|\n| `a536dc9aa2` |", "**`a536dc9aa2`** keeps it.",
      "See [`a536dc9aa2`](#a).",
      "`a536dc9aa2` of 2026-03-01 keeps it.", "1. a536dc9aa2304d0",
    ],
    passes: [
      "`c8ebe78eff` keeps it.", "`110002c59f` unlinks it.", "`6092fb9a0b` begins it.",
      "`5dfa200bc1` came later.",
      "`a536dc9aa3` keeps it.", "“a536dc9aa2” is printed.", "> a536dc9aa2", "```\na536dc9aa2\n```",
      "<!-- a536dc9aa2 -->",
      "The branch `fix/copy` keeps it.", "a536d is short.",
    ])
}
