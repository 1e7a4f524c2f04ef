import Declaration
import Proof
import Repository
import Storage
import Subprocess

extension Failure {
  static func usage(_ error: UsageError) -> Failure {
    switch error {
    case .noFixNamed:
      Failure(
        "no-fix", "No fix is named.",
        "Name a commit, such as HEAD, or say --uncommitted for the working tree.",
        status: .usage)
    case .noRepro:
      Failure(
        "no-repro", "No repro is given.", "Give the command that shows the bug: --repro CMD.", status: .usage)
    case .fixNamedTwice:
      Failure(
        "two-fixes", "A fix is named, and --uncommitted names another.", "Leave one of the two out.",
        status: .usage)
    case .notPositive(let option):
      Failure("not-positive", "\(option) must be greater than zero.", status: .usage)
    case .tooMany(let option, let most):
      Failure("too-many", "\(option) may be \(most) at most.", status: .usage)
    case .offlineElsewhere:
      Failure(
        "offline-elsewhere",
        "--offline takes the network away on this machine, and --launcher runs on others.",
        "Leave one of the two out, or have the launcher take the network away.", status: .usage)
    case .boundsCrossed:
      Failure("bounds-crossed", "--runs is larger than --max-runs.", status: .usage)
    case .emptySymptom:
      Failure(
        "empty-symptom", "The pattern of --symptom is empty, which would match everything.",
        "Leave it out, or give what a failure prints.", status: .usage)
    case .notAFingerprint(let text):
      Failure(
        "not-a-fingerprint", "“\(text)” is no fingerprint of a secret.",
        "Copy it from the note: github-token-3f9a1c22b0de, or its last twelve digits.", status: .usage)
    case .notAVariable(let text):
      Failure("bad-variable", "“\(text)” names no variable.", "Write NAME or NAME=VALUE.", status: .usage)
    case .notOneProgram(let text):
      Failure(
        "no-program", "There is no program named “\(text)”.",
        "Give its words one by one, or a line of the shell as: -- sh -c '…'.", status: .usage)
    case .noSectionNamed(let text):
      Failure(
        "no-section", "“\(text)” does not say which section is wrong, and why.",
        "Write it like: --wrong 'Root cause: it names the wrong queue'.", status: .usage)
    case .emptyNote:
      Failure("empty-note", "There is nothing to keep.", "Give a text, or --hypothesis.", status: .usage)
    case .offerOfTwoKinds:
      Failure(
        "offer-of-two-kinds", "A fix is named, and --since names what has come besides.",
        "Leave one of the two out.", status: .usage)
    case .onlyWithoutTranscript:
      Failure(
        "only-without-transcript",
        "--only chooses among the commands of an agent's transcript, and the file is none.",
        "Leave it out: of any other file all is taken in.", status: .usage)
    case .severalNotes:
      Failure(
        "several-notes", "That says several things at once.",
        "One of: a text, --hypothesis, --rejected, --confirmed, --rules-in, --rules-out.", status: .usage)
    case .nothingToMend:
      Failure(
        "nothing-to-mend", "Standard input is no file that could be mended.",
        "--diff shows what would be changed.",
        status: .usage)
    case .onlyWithRun(let flag):
      Failure(
        "only-with-run", "\(flag) says how the repro is run, and without --run nothing is.",
        "Add --run, or leave \(flag) out: history is read without it.", status: .usage)
    case .notAnAddress(let text):
      Failure(
        "not-an-address", "“\(text)” is no address to begin relative links with.",
        "Write it whole: https://github.com/example/rill/blob/main.", status: .usage)
    case .notAVisibility(let text):
      Failure(
        "not-a-visibility", "“\(text)” does not say who may read the comment.",
        "One of: internal, everyone, role:NAME, group:NAME.", status: .usage)
    case .notATicket(let text):
      Failure(
        "not-a-ticket", "“\(text)” is no key of a ticket.", "Write it as the tracker does: RILL-142.",
        status: .usage)
    case .notForTarget(let flag, let target, let targets):
      Failure(
        "not-for-target", "\(flag) says nothing to the target \(target).",
        "It is for \(targets.joined(separator: ", ")).", status: .usage)
    case .markdownAlready:
      Failure(
        "markdown-already", "Markdown is Markdown already.",
        "Say by --from what else the text is written in, or name another target.", status: .usage)
    case .notWhatIsRendered:
      Failure(
        "not-what-is-rendered", "That does not say what is rendered.",
        "Name a file, a case, or - for standard input; with --batch two directories; with --null nothing.",
        status: .usage)
    case .noHypothesisNamed:
      Failure(
        "no-hypothesis", "No hypothesis is named.", "Name the one that is rejected or confirmed by --of.",
        status: .usage)
    case .noExperimentNamed:
      Failure(
        "no-experiment", "No experiment is named.", "Name the one that shows it by --by.", status: .usage)
    case .dryRunWithoutWriter:
      Failure(
        "dry-run-without-writer", "--dry-run shows what would be sent to a writer, and none is named.",
        "Name one by --writer, or leave it out: a draft without a writer sends nothing.", status: .usage)
    case .referenceWithoutUse:
      Failure(
        "unused-reference", "--of and --by say nothing here, nor does a text beside --hypothesis.",
        "--of goes with --rejected and --confirmed, --by with those and --rules-in and --rules-out.",
        status: .usage)
    }
  }

  static func fixSpan(_ error: FixSpanError) -> Failure {
    switch error {
    case .nothingNamed: usage(.noFixNamed)
    case .notInOneLine(let first, let second):
      Failure(
        "not-in-one-line", "Neither of \(first.short) and \(second.short) comes before the other.",
        "Name the commit where both are merged, or give the trees by --before and --after.")
    case .noCommonAncestor(let first, let second):
      Failure(
        "no-common-ancestor", "“\(first)” and “\(second)” have no common ancestor.",
        "Name the two trees by A..B or by --before and --after.")
    }
  }

  static func repository(_ error: RepositoryError) -> Failure {
    switch error {
    case .gitMissing: Failure("no-git", "There is no program named git.", "Install git, or put it into PATH.")
    case .notARepository(let path):
      Failure("not-a-repository", "“\(path)” is in no git repository.", "Go to one, or name one by -C DIR.")
    case .notTrusted(let path):
      Failure(
        "not-trusted", "git does not trust the repository around “\(path)”: it belongs to another user.",
        "If you trust it: git config --global --add safe.directory '\(path)'.")
    case .noCommits: Failure("no-commits", "The repository has no commit yet.", "Commit the fix first.")
    case .unknownRevision(let text):
      Failure(
        "unknown-revision", "“\(text)” names no commit here.",
        "`git log --oneline` lists commits; `git fetch` brings those of a remote.")
    case .rootCommit(let id):
      Failure(
        "root-commit", "\(id.short) is a root commit: there is nothing before it.",
        "Name the tree without the fix by --before REV.")
    case .parentNotInShallowClone(let id):
      Failure(
        "shallow-clone", "This clone is shallow and lacks the parent of \(id.short).",
        "git fetch --deepen=1, or git fetch --unshallow.")
    case .objectMissing(let detail):
      Failure(
        "object-missing", "An object of the repository is not here: \(detail)",
        "In a partial clone: git fetch with the remote in reach, or git fetch --refetch --no-filter for all of it. Else: git fsck."
      )
    case .submoduleCommitMissing(let path, let commit):
      Failure(
        "submodule-commit-missing", "The submodule “\(path)” here lacks the commit \(commit.short).",
        "git -C '\(path)' fetch origin \(commit.digits).")
    case .noWorkingTree:
      Failure(
        "no-working-tree", "There is no working tree here.", "Go to the working tree, or name a commit.")
    case .workingTreeClean:
      Failure(
        "nothing-uncommitted", "Nothing is uncommitted: the working tree is what HEAD holds.",
        "Name the commit of the fix instead.")
    case .nothingChanged(let before, let after):
      Failure("nothing-changed", "Nothing differs between \(before) and \(after).", "Name another fix.")
    case .diskFull(let detail):
      Failure("disk-full", "The disk is full: git says “\(detail)”.", spaceRemedy)
    case .cannotWrite(let detail):
      Failure(
        "cannot-write", "git cannot write into the cache: “\(detail)”.", "Is the disk full? \(spaceRemedy)")
    case .gitFailed(let arguments, let status, let message):
      Failure(
        "git-failed", "git \(arguments.prefix(3).joined(separator: " ")) failed (\(status)): \(message)")
    }
  }

  /// git writes for us in two places only.
  private static let spaceRemedy =
    "Free some space; the trees of a proof can go elsewhere by --cache DIR, what try needs for a diff by TMPDIR."

  static func repro(_ error: ReproError) -> Failure {
    switch error {
    case .empty:
      Failure("empty-repro", "The repro is empty.", "Give the command that shows the bug.", status: .usage)
    case .holdsNUL: Failure("bad-repro", "The repro holds a NUL.", status: .usage)
    case .scriptMissing(let path):
      Failure(
        "no-script", "The script “\(path)” of the repro does not exist.", "Check its path.", status: .usage)
    case .scriptNotExecutable(let path):
      Failure(
        "script-not-executable", "The script “\(path)” may not be executed.",
        "chmod +x it, or run it by its interpreter: --repro 'sh \(path)'.", status: .usage)
    case .scriptChanged(let path):
      Failure(
        "script-changed", "The script “\(path)” changed while it was being run.",
        "Leave it alone during a proof, and prove --again.")
    }
  }

  static func proof(_ error: ProofError) -> Failure {
    switch error {
    case .nothingToCarry(let paths):
      Failure(
        "nothing-to-carry",
        "The fix does not change \(paths.map { "“\($0)”" }.joined(separator: ", ")), which --carry names.",
        "Name files that the fix changes, from where you stand.", status: .usage)
    case .treeRemoved(let side):
      Failure(
        "tree-removed", "The repro has removed the tree \(side.rawValue) the fix, in which it runs.",
        "--fresh gives each run a clean tree.")
    case .noCacheDirectory:
      Failure(
        "no-cache", "There is no directory for the trees: neither HOME nor XDG_CACHE_HOME is set.",
        "Name one by --cache DIR.", status: .configuration)
    case .cacheInsideWorkTree(let path):
      Failure(
        "cache-in-tree", "The cache “\(path)” lies in the working tree.",
        "Name a directory outside of it by --cache DIR.", status: .configuration)
    case .shellMissing(let name):
      Failure("no-shell", "There is no shell named “\(name)”.", "Name one by --shell.")
    case .offlineUnavailable(let tried):
      Failure(
        "offline-unavailable",
        "This system offers no way to run without a network (tried \(tried.joined(separator: ", "))).",
        "Install bubblewrap, or leave --offline out.")
    case .jobLost(let words, let excerpt):
      Failure(
        "job-lost",
        "A job was lost \(Launching.patience) times in a row: it \(words)."
          + (excerpt.isEmpty ? "" : " The launcher printed: \(excerpt.joined(separator: " "))"),
        "Look whether --launcher works by itself; the same call goes on from the runs that have ended.")
    case .alreadyUnderWay(let path):
      Failure(
        "already-under-way", "The same proof is under way in another process (\(path)).", "Wait for it.",
        status: .conflict)
    }
  }

  static func subprocess(_ error: SubprocessError) -> Failure {
    switch error {
    case .programNotFound(let name):
      Failure(
        "no-program", "There is no program named “\(name)”.",
        name.contains("/") ? "Check its path." : "Install it, or put it into PATH.")
    case .workingDirectoryMissing(let path):
      Failure("no-directory", "The directory “\(path)” does not exist.")
    case .cannotStart(let program, let code):
      Failure("cannot-start", "“\(program)” cannot be started: \(SystemMessage.text(code)).")
    case .systemCallFailed(let name, let code):
      Failure("system-call-failed", "The system call \(name) failed: \(SystemMessage.text(code)).")
    }
  }
}

extension Failure {
  static func mergeHook(_ error: MergeHookError) -> Failure {
    switch error {
    case .foreign(let path):
      Failure(
        "foreign-hook", "There is a hook already, which is not written over: \(path)",
        "Add this line to it: \(MergeHook.line)", status: .refused)
    case .elsewhere(let path):
      Failure(
        "shared-hooks", "core.hooksPath leads git to hooks that others share; nothing is written there.",
        "Where you want it all the same, put this line into \(path): \(MergeHook.line)", status: .refused)
    case .edited(let path):
      Failure(
        "edited-hook", "The hook is not as it was written, and stays: \(path)",
        "Take the line with `postmortem offer` out of it.", status: .refused)
    }
  }
}
