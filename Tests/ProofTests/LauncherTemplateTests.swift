import Testing

@testable import Proof

@Suite struct LauncherTemplateTests {
  private static let job = LauncherTemplate.Job(
    arguments: ["sh", "-c", "echo 'it is'; exit 3"], tree: "/t r/1", name: "postmortem-ab-1", timeLimit: 61)

  private static let command = "sh -c 'echo '\\''it is'\\''; exit 3'"

  private static let templates: [(String, [String])] = [
    ("run {argv}", ["run"] + job.arguments),
    ("run -- {argv} end", ["run", "--"] + job.arguments + ["end"]),
    ("ssh -p 22 lab {command}", ["ssh", "-p", "22", "lab", command]),
    ("bsub -K 'cd {tree} && {command}'", ["bsub", "-K", "cd /t r/1 && \(command)"]),
    (
      "k run {name} --time={minutes} -t {timeout} {argv}",
      ["k", "run", "postmortem-ab-1", "--time=2", "-t", "61"] + job.arguments
    ),
    ("k {{name}} {argv}", ["k", "{name}"] + job.arguments),
    (#"a\ b "c \"d\" $HOME" 'e \f' '' {argv}"#, ["a b", "c \"d\" $HOME", "e \\f", ""] + job.arguments),
    (#""\$@ \x" {argv}"#, ["$@ \\x"] + job.arguments),
    ("  k\t{argv}\n", ["k"] + job.arguments),
  ]

  @Test(arguments: templates)
  func `words are parted as by a shell, and nothing but the places is filled in`(
    _ template: String, _ words: [String]
  ) throws {
    #expect(try LauncherTemplate(template).words(for: Self.job) == words)
  }

  @Test func `those that are built in take further words of the user's`() throws {
    let slurm = try LauncherTemplate("slurm --partition=gpu").words(for: Self.job)
    #expect(
      slurm.first == "srun" && slurm.contains("--time=2") && slurm.contains("--job-name=postmortem-ab-1"))
    #expect(slurm.suffix(4) == ["--partition=gpu"] + Self.job.arguments)
    let ssh = try LauncherTemplate("ssh -p 2222 lab4").words(for: Self.job)
    #expect(ssh.first == "ssh" && ssh.suffix(4) == ["-p", "2222", "lab4", Self.command])
  }

  private static let faults: [(String, LauncherTemplateError)] = [
    ("", .empty), ("  ", .empty), ("run", .noCommand), ("run {tree}", .noCommand), ("ssh", .noHost),
    ("run {argv", .openBrace("argv")), ("run {cmd} {argv}", .unknownPlace("cmd")),
    ("run x{argv}", .argvInWord),
    ("run 'a {argv}", .openQuote("'")), ("run \"a {argv}", .openQuote("\"")),
  ]

  @Test(arguments: faults)
  func `a template that says nothing that can be done is refused`(
    _ template: String, _ error: LauncherTemplateError
  ) {
    #expect(throws: error) { try LauncherTemplate(template) }
  }
}
