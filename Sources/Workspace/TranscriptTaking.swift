import Casework
import Digest
import Masking
import Patterns
import Proof
import Repository

/// Makes experiments of the commands in an agent's transcript: secrets masked, of the output its end.
struct TranscriptTaking {
  let transcript: AgentTranscript
  let only: Pattern?
  let masker: Masker

  /// Where a directory is, from the root of the working tree; nil where it is elsewhere.
  let treePath: (String) -> String?

  /// The experiments that are asked for, and the secrets that are masked in them.
  ///
  /// - Parameter name: what the transcript is called.
  /// - Throws: `LedgerImportError` where there is none.
  func experiments(
    from name: String
  ) throws(LedgerImportError) -> (items: LedgerImport, count: TranscriptCount, masked: [MaskedPlace]) {
    let commands = transcript.commands.filter { command in
      only.map { $0.firstMatch(in: Array(command.line.utf8)) != nil } ?? true
    }
    let count = TranscriptCount(of: transcript, matching: commands.count)
    if commands.isEmpty { throw .noCommands(count) }
    var masked: [MaskedPlace] = []
    let experiments = commands.map { command in
      (at: command.at, experiment: experiment(command, name, &masked))
    }
    return (LedgerImport(experiments), count, masked)
  }

  private func experiment(
    _ command: TranscriptCommand, _ name: String, _ masked: inout [MaskedPlace]
  ) -> Experiment {
    let words = masker.mask(words: command.words)
    // Before it is cut: a key of many lines must not lose its first.
    let output = masker.mask(command.output.utf8)
    masked += (words.secrets + output.secrets).map { MaskedPlace($0, in: name) }
    var experiment = Experiment(command: words.text)
    experiment.directory = command.directory.flatMap(treePath)
    experiment.exitStatus = command.exitStatus
    experiment.seconds = command.seconds
    experiment.cutoff = command.isInterrupted ? .interrupt : nil
    experiment.output = Experiment.Output(
      excerpt: Excerpt.lastLines(of: output.text, count: ExperimentRun.excerptLength),
      digest: output.text.isEmpty ? nil : SHA256.hexadecimal(of: output.text), bytes: output.text.count,
      file: nil)
    return experiment
  }
}
