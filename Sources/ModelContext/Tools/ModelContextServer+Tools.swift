import Storage
import Terminal
import Workspace

extension ModelContextServer {
  /// Carries out a tool.
  ///
  /// - Throws: `ProtocolFault` where there is no such tool; what goes wrong in it is a result that a model can read.
  func callTool(_ call: Call) throws -> [String: JSONTree] {
    let name = try call.text("name")
    guard let tool = Tool.named(name) else {
      throw ProtocolFault(.invalidParameters, "There is no tool \(Sanitized(name, limit: 60)).")
    }
    do {
      let arguments = try ToolArguments(call.parameters["arguments"] ?? .nothing, for: tool)
      let directory = try directory(named: arguments.repository, for: call)
      return try perform(arguments.operation, in: directory, for: call)
    } catch let mistake as ArgumentMistake {
      return ToolAnswer.error("\(mistake.message) Mend the arguments, and call \(tool.name) again.")
    } catch let fault as ProtocolFault {
      throw fault
    } catch {
      return ToolAnswer.error(Failure(error))
    }
  }

  private func perform(
    _ operation: some WorkspaceOperation, in directory: String, for call: Call
  ) throws -> [String: JSONTree] {
    let progress = ProgressTeller(call, self)
    var workspace = Workspace(
      directory: directory, environment: settings.environment, interrupt: call.interrupt,
      observe: progress.tell)
    workspace.agent = call.client.name.map { Sanitized($0, limit: 60).description } ?? "an agent"
    workspace.isConfined = true
    let root = try workspace.root()
    let output = try operation.run(in: workspace)
    return try ToolAnswer(output, in: root).result(in: call.client.revision)
  }
}
