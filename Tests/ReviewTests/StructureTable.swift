import Record

/// Bodies of sections that a rule of structure finds something in, and such that it must leave alone.
enum StructureTable {
  static let rows: [RuleRow] = [
    RuleRow(
      rule: "summary-paragraph", section: .summary,
      fires: [
        "A-1, #12, Ann Bell.\n\nMore.", "- A-1, #12, Ann Bell.", "1. A-1\n2. #12, Ann Bell",
        "> A-1, #12, Ann Bell.",
        "```\nA-1, #12, Ann Bell\n```", "A-1, #12, Ann Bell.\n\n- x", "A-1, #12, Ann Bell.\n\n```\nx\n```",
        "| A-1 | #12 |\n|---|---|\n| Ann | Bell |", "### Short\n\nA-1, #12, Ann Bell.",
        "A-1, #12, Ann Bell.\n\n> x",
      ],
      passes: [
        "A-1, #12, Ann Bell.", "A-1, #12,\nAnn Bell.", "A-1, #12, Ann Bell.\\\nMore.",
        "**A-1**, `#12`, Ann Bell.",
        "<!-- x -->\n\nA-1, #12, Ann Bell.", "A-1, #12, Ann Bell.\n\n<!-- x -->",
        "A-1, #12, Ann Bell.[^1]\n\n[^1]: x",
        "[A-1](https://a.b), #12, Ann Bell.", "A-1, #12, Ann Bell: - x",
        "A-1, #12, Ann Bell.\n\n[x]: https://a.b",
        "A-1, #12, Ann Bell.\n\n---",
      ]),
    RuleRow(
      rule: "summary-names", section: .summary,
      fires: [
        "It hangs.", "A-1.", "#12.", "Ann Bell.", "A-1, #12.", "A-1, Ann Bell.", "#12, Ann Bell.",
        "A-11, #12, Ann Bell.",
        "A-1, #123, Ann Bell.", "AA-1, #12, Ann Bell.", "A-1, #12, Ann Bells.",
      ],
      passes: [
        "A-1, #12, Ann Bell.", "(A-1; #12; Bell)", "[A-1](https://a.b/A-1) pull request 12, Ann Bell",
        "A-1 PR 12 @bell Bell",
        "A-1: [the pull request](https://a.b/pull/12), Ann Bell.", "`A-1` !12 **Ann Bell**",
        "A-1/#12/Ann Bell",
        "Owner: Ann Bell; key: A-1; pull request: #12.", "Bell, A. A-1 #12", "A-1. #12. Bell.",
      ]),
    RuleRow(
      rule: "summary-alone", section: .summary,
      fires: [
        "See below.", "As described above, it hangs.", "For the reason explained below it hangs.",
        "See the root cause.",
        "It hangs, as mentioned above.", "The next section tells why.", "Details below.", "see section 3",
        "It hangs, see above.", "The following section has more.", "It is outlined below.",
      ].map { "\($0) (A-1, #12, Ann Bell)" },
      passes: [
        "The value falls below zero.", "It sees the name above the loop.", "Whoever sees it waits.",
        "A section of the disk is lost.",
        "It follows the link.", "“see below” is printed.", "`see below` is printed.",
        "The next record is skipped.",
        "More than 10 fail.", "Details are lost.", "The root is removed.",
      ].map { "\($0) (A-1, #12, Ann Bell)" }),
    RuleRow(
      rule: "symptom-verbatim", section: .symptom,
      fires: [
        "It fails.", "The program hangs sometimes.", "An error about a file is shown.",
        "Users see a blank page.",
        "- It fails.\n- It hangs.", "It is slow.", "**It fails.**", "The test does not end.",
        "Data is lost after a while.",
        "[A report](https://a.b) tells of it.", "It prints \"nothing useful.",
      ],
      passes: [
        "```\nx\n```", "    x", "`EINVAL`", "“no such file”", "\"no such file\"", "> It hangs",
        "It took 30 s.", "![shot](a.png)",
        "| a | b |\n|---|---|\n| c | d |", "«kein Platz»", "- 3 of 5 runs fail",
      ]),
    RuleRow(
      rule: "cause-identifier", section: .rootCause,
      fires: [
        "The file is closed twice when it is copied.", "The lock is taken after the count is read.",
        "A check is missing.",
        "The parser reads one byte too many when the line ends.", "The queue, which is empty, is read.",
        "It waits for an event that nobody sets.", "GitHub sends the event twice.",
        "and/or is read as one word.",
        "The macOS build drops it when it is idle.", "TCP/IP packets are lost when the buffer is full.",
      ],
      passes: [
        "`f` closes it twice.", "copy_file closes it twice.", "copy() closes it twice when asked.",
        "Queue::push drops it if full.",
        "event->done is never set.", "src/copy.c closes it twice.", "copyFile closes it twice.",
        "```c\nx = 1;\n```",
        "The flag is set in config.toml, which nobody reads.", "self.count is read before the lock.",
      ]),
    RuleRow(
      rule: "cause-mechanism", section: .rootCause,
      fires: [
        "A race in `f`.", "There was a race condition in `f`.", "`f` was broken.", "`f` had a bug.",
        "A regression in `f`.",
        "The error is in `f`.", "`f` is faulty.", "A deadlock in `f`.", "A memory leak in `f`.",
        "`f` was wrong.",
        "The problem: `f` is buggy.",
      ],
      passes: [
        "`f` leaks the descriptor.", "`f` returns early when `n` is 0.", "`f` frees it twice.",
        "A race in `f`: it reads before it locks.",
        "`f` is wrong: it adds instead of subtracting.", "`f` never unlocks after an error.",
        "`f` skips the first element.",
        "`f` compares pointers, not values.", "The error of `f` is dropped, so `g` goes on.",
        "A deadlock: `f` takes `a` then `b`, `g` takes `b` then `a`.",
        "There was a race condition in `f`.\n\n```c\nif (x) y();\n```",
      ]),
    RuleRow(
      rule: "fix-reason", section: .fix,
      fires: [
        "Fixed in #12.", "Merged as `0a1b2c3d`.", "See #12.", "Released in v1.2.",
        "`0a1b2c3d` changes `a.c` and adds `t.c`.",
        "Landed in main.", "See the pull request. Merged in May.", "Committed.", "The patch is `0a1b2c3d`.",
        "Shipped with v2.",
        "Fixed in #12.\n\nSee the commit.",
      ],
      passes: [
        "`f` checks `n` first.", "`f` holds the lock while it reads.",
        "Fixed in #12, so nothing closes it twice.",
        "`0a1b2c3d` changes `f`. The name has one owner.", "The guard is removed.",
        "Only one of both unlinks it.",
        "The change makes `n` unsigned; a negative length cannot reach `g`.", "- `f` waits for `g`",
        "> It waits.",
        "Added a check, which no caller can skip.", "The old path is gone.",
      ]),
    RuleRow(
      rule: "rejected-reason", section: .howItWasFound,
      fires: [
        "Rejected:\n\n- A full disk", "We ruled out:\n\n- the kernel\n- the compiler: it is new",
        "Rejected on the way:\n\n- “x” (L1)",
        "Refuted:\n\n1. The cache", "Discarded hypotheses:\n\n* a slow network",
        "Rejected:\n\n- “x” (L1, ruled out by L2)",
        "Dead ends:\n\n- the allocator", "Ruled out:\n\n- `libfoo`", "These were dismissed:\n\n- Hardware",
        "Excluded:\n\n- the network (A-3)",
      ],
      passes: [
        "Rejected:\n\n- A full disk: an empty one fails, too.",
        "Rejected:\n\n- The disk is full; it was empty.",
        "Ruled out:\n\n- the kernel — 5.4 and 6.1 fail alike", "Tools:\n\n- gdb",
        "Rejected:\n\n- the cache, off in both runs",
        "Rejected:\n\n- the cache\n\n  It was off.", "Rejected:\n\n- the cache because it was off",
        "- gdb\n- strace",
        "Rejected:\n\n- the kernel. The same on another.",
        "Rejected:\n\n- hardware (A-3): another machine fails.",
        "We ruled out the cache.",
      ]),
    RuleRow(
      rule: "slipped-category", section: .whyItSlippedThrough,
      fires: [
        "It was hard to see.", "Nobody noticed.", "Bad luck.", "The code is old.", "It was a busy week.",
        "Time was short.",
        "It only shows on Tuesdays.", "The change was large.", "The module is complicated.",
        "Everything looked fine.",
      ],
      passes: [
        "No test covers it.", "Latent code.", "The review did not see the second call.",
        "The workload is new.", "CI runs on Linux alone.",
        "There is no good reason.", "The earlier fix was incomplete.", "Coverage ends at the loop.",
        "The fuzzer never sends two.",
        "It was right when it was written.", "The nightly run skips it.",
      ]),
    RuleRow(
      rule: "validation-evidence", section: .validation,
      fires: [
        "It works. Nothing else was tried.", "It was tested, not more.",
        "Customers are happy, none complained.",
        "It was verified by hand only.", "No problems were seen.", "We tried it; macOS was not tried.",
        "It does not hang.",
        "The fix was confirmed, without more.", "No error is shown.", "It is fine except on macOS.",
      ],
      passes: [
        "`make check`. Not tested: x.", "10 runs, no failure.", "“copy twice” passes, no more.",
        "[run](https://a.b), no more",
        "The suite passes on Linux only.", "A soak of a week, no failure.",
        "The nightly passes; nothing else.",
        "```\nok\n```\n\nNothing else.", "The repro ends. Not tested: x.", "| a |\n|---|\n| no |",
        "The fuzzer finds nothing.",
      ]),
    RuleRow(
      rule: "validation-coverage", section: .validation,
      fires: [
        "`make check` passes.", "10 of 10 runs pass.", "The suite passes.", "- `a` passes\n- `b` passes",
        "It passes on Linux and macOS.",
        "`t` failed before and passes now.", "The soak ran for a week.", "[CI](https://a.b) is green.",
        "**Measured**: 10 runs.",
        "The customer has confirmed it.",
      ],
      passes: [
        "`t` passes. Not tested: macOS.", "`t` passes on Linux only.", "`t` passes; nothing else was run.",
        "`t` passes, macOS is untested.",
        "`t` passes without NFS.", "`t` passes, NFS wasn't tried.", "`t` passes except over NFS.",
        "`t` passes on one machine.",
        "`t` passes. NFS remains.", "`t` passes; no other system was tried.",
      ]),
    RuleRow(
      rule: "action-parts", section: .actionItems,
      fires: [
        "- Test it.", "- Test it. (A-2)", "- Test it. (Ann Bell)", "- Add `t`.", "- Add a test for NFS.",
        "1. Rename it. (#3)",
        "* Ann Bell renames it.", "- rename it: https://a.b", "- [ ] Test it. (A-2)", "- Document it. (TBD)",
      ],
      passes: [
        "- Test it. (Ann Bell; A-2)", "- @bell tests it (#3)", "- Ann adds `t`: Bell",
        "- Rename it: owner Bell, A-2", "None.",
        "- None.", "Nothing is left to do.", "- [x] Test it. (Ann Bell, A-2)",
        "- Test it — platform team, A-2",
        "- [Ticket](https://a.b): Bell", "- Test it (Åsa; A-2)",
      ]),
    RuleRow(
      rule: "none-alone", section: .actionItems,
      fires: [
        "None.\n\n- Test it. (Ann Bell; A-2)", "- None.\n- Test it. (Ann Bell; A-2)",
        "Nothing.\n\n1. Test it. (Ann Bell; A-2)",
        "- Test it. (Ann Bell; A-2)\n- None.", "- Test it. (Ann Bell; A-2)\n\nNone.",
        "None: it is done.\n\n- a (Bell; A-2)",
        "none\n\n* a (Bell; A-2)", "**None.**\n\n- a (Bell; A-2)", "- nothing\n- a (Bell; A-2)",
        "None\n\n- a (Bell; A-2)\n- b (Bell; A-2)",
      ],
      passes: [
        "None.", "- None.", "None. The fix covers it.", "Nothing is left.", "- Test it. (Ann Bell; A-2)",
        "- a (Bell; A-2)\n- b (Bell; A-2)",
        "Nonetheless:\n\n- a (Bell; A-2)", "None.\n\nThe fix covers it.",
        "- Remove None from `f`. (Bell; A-2)",
        "Later:\n\n- a (Bell; A-2)",
      ]),
    RuleRow(
      rule: "placeholder", section: .fix,
      fires: [
        "So it ends. TODO", "TODO: so it ends", "So it ends (TBD).", "FIXME so it ends", "XXX so it ends",
        "So **TODO** it ends",
        "So it ends.\n\n- TBD", "So it ends: TODO, TBD.", "TKTK so it ends", "So [TBD](https://a.b) ends",
        "So it ends.\n\nTBD",
      ],
      passes: [
        "So `TODO` is gone.", "So the todo list ends.", "So TODOS end.", "```\nTODO\n```\n\nSo it ends.",
        "> TODO\n\nSo it ends.",
        "So XXXL fits.", "So my_TODO ends.", "So it ends. <!-- TODO -->", "So TODO2 ends.", "So tbd ends.",
      ]),
    RuleRow(
      rule: "empty-section", section: .symptom,
      fires: [
        "", "<!-- x -->", "\n\n", "---", "<!-- a -->\n<!-- b -->", "   ", "<!--\nx\n-->", "***",
        "<!-- x -->\n\n---", "[x]: https://a.b",
      ],
      passes: [
        "`x`", "x 1", "- x 1", "> x", "```\nx\n```", "| a |\n|---|", "<b>x</b> 1", "### x 1", "![x](y)",
        "<!-- x --> x 1",
      ]),
    RuleRow(
      rule: "open-question", section: .rootCause,
      fires: [
        "`f` waits when `n > 1`. Is the lock held?", "`f` waits when `n > 1`. Why?",
        "`f` waits (?) when `n > 1`.",
        "`f`(?) waits when `n > 1`.", "`f` waits twice (??) when `n > 1`.", "Does `f` wait when `n > 1`?",
        "`f` waits when `n > 1`.\n\nOr is it `g`?", "- `f` waits when `n > 1`\n- or is it `g`?",
        "`f` waits when `n > 1`. **Is the lock held?**", "`f` waits when `n > 1`. (Is the lock held?)",
        "| a |\n|---|\n| `f` waits when `n > 1` (?) |", "Twice (?): `f` waits when `n > 1`.",
      ],
      passes: [
        "Why does it hang? `f` waits when `n > 1`.", "Why does it hang?\n\n`f` waits when `n > 1`.",
        "`f` waits when `n > 1`; it asked “Is it held?”", "`f` waits when `n > 1`. See https://a.b/?c=(?)",
        "`f(?)` waits when `n > 1`.", "### Why?\n\n`f` waits when `n > 1`.",
        "`f` waits when `n > 1`.\n\n> Why?",
        "`f` waits when `n > 1`. <!-- Why? -->", "`f` waits when `n > 1`; the option is `-?`.",
        "`f` waits when `n > 1`. Unknown: is the lock held?", "`f` waits when `n > 1` (why: see below).",
        "`f` waits when `n > 1`.\n\n```\nwhy?\n```",
        "`f` waits when `n > 1`. Which lock is held?\n\n```\n#0 lock\n```",
        "`f` waits when `n > 1`. Why wasn't NFS tried?", "`f` waits when `n > 1`. Open: does `g` do so, too?",
      ]),
    RuleRow(
      rule: "release-order", section: .fix,
      fires: [
        "So it ends. Introduced in 1.4, fixed in 1.3.", "So it ends. Introduced in v1.4.0, fixed in v1.3.9.",
        "So it ends. It began with 2.10 and is fixed in 2.9.", "It broke in 3.0, so it is fixed in 2.99.1.",
        "So it ends. Introduced in `1.4`, fixed in `1.3`.", "Fixed in 1.3; introduced in 1.4, so it ends.",
        "So it ends. Introduced in release 5.2; mended in version 5.1, in the else branch.",
        "So it ends. Introduced in\n1.4; fixed\nin 1.3.",
        "So it ends. Introduced in 1.4.1. Fixed in 1.4.",
        "So it ends. It regressed in 10.0, resolved in 9.5.",
        "So it ends. INTRODUCED IN 1.4, FIXED IN 1.3.",
      ],
      passes: [
        "So it ends. Introduced in 1.3, fixed in 1.4.", "So it ends. Introduced in 1.9, fixed in 1.10.",
        "So it ends. Introduced in 1.4, fixed in 1.4.",
        "So it ends. Introduced in 1.4, fixed in 1.5, backported to 1.3.",
        "So it ends. Introduced in 1.4, fixed in 1.3 and 1.5.1 of both lines.",
        "So it ends. Introduced in glibc 2.34, fixed in 1.3.",
        "So it ends. Introduced in 2.34 of glibc, fixed in 1.3.", "So it ends. Fixed in 1.3.",
        "So it ends. Introduced in 1.4.",
        "So it ends. Introduced in 1.4, fixed in 1.3, fixed in 1.5.",
        "So it ends. Introduced in 1.4, fixed in 0a1b2c3d.",
        "So it ends. It appeared in 4.5% of runs; fixed in 1.3.9.",
        "So it ends. It began in 2.5 s, resolved in 0.4 s.",
        "So it ends. Released in 1.2; introduced in 1.4.",
        "So it ends. Introduced in 1.4, fixed in 1.3 (back-ported).",
        "So it ends. Introduced in 2026, fixed in 2025.", "So it ends. Introduced in 1.4.x, fixed in 1.3.",
        "So it ends. Introduced in 1.4, reverted, introduced again; fixed in 1.3.",
      ]),
  ]
}
