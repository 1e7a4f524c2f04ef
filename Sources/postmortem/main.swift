import CommandLineInterface
import Declaration
import JSONRPC
import LanguageServer
import ModelContext
import Subprocess
import Terminal
import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The only place that looks at the process itself: its arguments, environment, directory and signals.

let environment = ProcessEnvironment.current()
let tool = CommandLineTool(
  name: "postmortem",
  abstract: "Turn a fixed bug into its engineering record, beginning with the proof of the fix.",
  version: Version.current, date: Version.date,
  operations: [
    Prove.self, FindOrigin.self, New.self, Try.self, TakeNote.self, ShowLedger.self, ImportLedger.self,
    SetFields.self,
    Interview.self, EditCase.self, CheckGate.self, Draft.self, ShowTemplates.self, Show.self, Check.self,
    ListClaims.self, Explain.self, ListRules.self, TestRules.self, Render.self,
    SearchRecords.self, Recall.self, Preview.self, Sign.self, Post.self, ShowDeliveries.self, HandOff.self,
    JiraLogin.self, JiraStatus.self,
    JiraLogout.self, Doctor.self, ServeModelContext.self, ServeLanguage.self, InstallSkills.self,
    RemoveSkills.self,
    Offer.self, InstallHook.self, RemoveHook.self,
  ],
  groups: [
    OperationGroup(name: "jira", abstract: "Log in to sites of Jira."),
    OperationGroup(name: "hook", abstract: "Be offered a record after a merge."),
    OperationGroup(name: "skill", abstract: "Install skills for coding agents."),
  ])
let face = CommandLineFace(tool: tool, console: Console(), environment: environment)
Console.ignoreBrokenPipes()
// A file that grows past `ulimit -f` is then an error that can be told. Programs that we start get the signal back.
_ = signal(SIGXFSZ, SIG_IGN)

/// Serves agents over standard input and output until they leave.
func serveModelContext(_ options: GlobalOptions) -> ExitStatus {
  let interrupt = (try? Interrupt.watchingSignals()) ?? .never
  try? Spawner.adoptOrphans()
  guard let directory = ProcessEnvironment.directory(options.directory), let streams = StandardStreams.take(),
    let server = try? ModelContextServer(
      ServerSettings(
        name: tool.name, version: tool.version, environment: environment, directory: directory,
        isDirectoryNamed: options.directory != nil, home: ProcessEnvironment.home()),
      over: streams)
  else {
    Console().tell("error: There is no standard input or output to serve over, or no such directory.\n")
    return .failed
  }
  server.run(until: interrupt)
  Spawner.endAll()
  // Threads that still wait for something are not waited for.
  _exit(ExitStatus.succeeded.rawValue)
}

/// Serves an editor over standard input and output until it leaves.
func serveLanguage() -> ExitStatus {
  let interrupt = (try? Interrupt.watchingSignals()) ?? .never
  try? Spawner.adoptOrphans()
  guard let streams = StandardStreams.take(),
    let server = try? LanguageServer(
      LanguageServerSettings(name: tool.name, version: tool.version, environment: environment), over: streams)
  else {
    Console().tell("error: There is no standard input or output to serve over.\n")
    return .failed
  }
  let status = server.run(until: interrupt) ? ExitStatus.succeeded : .failed
  Spawner.endAll()
  // Threads that still wait for something are not waited for.
  _exit(status.rawValue)
}

let status = face.run(
  Array(CommandLine.arguments.dropFirst()),
  workspace: { directory in
    guard let here = ProcessEnvironment.directory(directory) else { return nil }
    let interrupt = (try? Interrupt.watchingSignals()) ?? .never
    try? Spawner.adoptOrphans()
    return Workspace(
      directory: here, environment: environment, home: ProcessEnvironment.home(), interrupt: interrupt)
  },
  serve: { operation, options in
    if operation is ServeModelContext { return serveModelContext(options) }
    return operation is ServeLanguage ? serveLanguage() : nil
  })
exit(status.rawValue)
