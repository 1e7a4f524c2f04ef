import Workspace

extension Tool {
  /// All of them, in the order in which a case meets them; at most ten, since each costs every conversation its words.
  static let all = [
    Tool(
      name: "search",
      description: """
        recall: past records on a stack trace, a change (without arguments the working tree's) or a question. Call it \
        before you debug. search: records with such words.
        """,
      actions: [
        Action(
          name: "recall", operation: Recall.self, keys: ["words", "traceText", "diff"],
          names: ["words": "question", "traceText": "trace"]),
        Action(
          name: "search", operation: SearchRecords.self, keys: ["words"],
          names: ["words": "question"]),
      ],
      annotations: Annotations(isReadOnly: true),
      output: ("results", "array")),
    Tool(
      name: "gate",
      description:
        "Says which of a record's four inputs are there, and what supplies the others. Call it first.",
      actions: [Action(operation: CheckGate.self, keys: ["key"])],
      annotations: Annotations(isReadOnly: true, isIdempotent: true),
      output: ("isOpen", "boolean")),
    Tool(
      name: "facts",
      description: """
        open: opens a case for a fixed bug. set: sets its fields, as field=value (resource postmortem://fields). Never \
        invent a value: ask the person.
        """,
      actions: [
        Action(name: "open", operation: New.self, keys: ["key", "fix", "repro", "fromJira"]),
        Action(name: "set", operation: SetFields.self, keys: ["key", "assignments"]),
      ],
      annotations: Annotations(isOpenWorld: true),
      output: ("path", "string")),
    Tool(
      name: "breadcrumb",
      description: """
        Keeps a case's ledger while you debug. try: runs a command and keeps what came of it. note: keeps a note, a \
        hypothesis, or what became of one.
        """,
      actions: [
        Action(
          name: "try", operation: Try.self,
          keys: ["key", "command", "changed", "expect", "rulesIn", "rulesOut", "timeout"], runsCommands: true),
        Action(
          name: "note", operation: TakeNote.self,
          keys: ["key", "text", "hypothesis", "rejected", "confirmed", "rulesIn", "rulesOut", "of", "by"]),
      ],
      annotations: Annotations(isDestructive: true, isOpenWorld: true),
      output: ("entry", "object")),
    Tool(
      name: "prove",
      description:
        "Runs a repro before and after a fix, in trees of its own: is the fix proved? Slow.",
      actions: [
        Action(
          operation: Prove.self,
          keys: [
            "fix", "uncommitted", "repro", "setup", "symptom", "caseKey", "timeout", "again",
          ], runsCommands: true)
      ],
      annotations: Annotations(isDestructive: true, isOpenWorld: true),
      output: ("verdict", "string")),
    Tool(
      name: "origin",
      description:
        "Says from history where a fix's bug most likely began, how likely, and why. Runs nothing.",
      actions: [Action(operation: FindOrigin.self, keys: ["fix", "caseKey"])],
      annotations: Annotations(isIdempotent: true),
      output: ("verdict", "string")),
    Tool(
      name: "draft",
      description:
        "Writes a case's record from its facts once the gate is open, or says what is missing.",
      actions: [Action(operation: Draft.self, keys: ["key", "wrong"])],
      annotations: Annotations(isIdempotent: true),
      output: ("path", "string")),
    Tool(
      name: "check",
      description:
        "Holds records against the rules: what stands where, and how it is said. Mend, draft, check again.",
      actions: [Action(operation: Check.self, keys: ["records"], names: ["records": "keys"])],
      annotations: Annotations(isReadOnly: true),
      output: ("findings", "array")),
    Tool(
      name: "preview",
      description:
        "Shows the record as a comment in Jira will look, and its digest. Sends nothing.",
      actions: [Action(operation: Preview.self, keys: ["record"], names: ["record": "key"])],
      annotations: Annotations(isReadOnly: true, isIdempotent: true),
      output: ("sha256", "string")),
    Tool(
      name: "post",
      description: """
        Posts the record to its ticket once a person has signed exactly that in a form, or says what the person runs at a \
        terminal.
        """,
      actions: [Action(operation: Post.self, keys: ["key", "ticket", "visibility", "wrong"])],
      annotations: Annotations(isIdempotent: true, isOpenWorld: true),
      output: ("outcome", "string")),
  ]
}
