import JSONRPC
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
    } catch let needed as FormNeeded {
      return needed.result
    } catch let refusal as NotPosted {
      return ToolAnswer.error("NOT POSTED. \(refusal.reason)")
    } catch {
      return ToolAnswer.error(Failure(error))
    }
  }

  private func perform(
    _ operation: some WorkspaceOperation, in directory: String, for call: Call
  ) throws -> [String: JSONTree] {
    let progress = ProgressTeller(call, self)
    var workspace = workspace(in: directory, for: call)
    workspace.observe = progress.tell
    let root = try workspace.root()
    if let post = operation as? Post { workspace.signOff = try signOff(for: post, in: root, by: call) }
    let output = try operation.run(in: workspace)
    return try ToolAnswer(output, in: root).result(in: call.client.revision)
  }

  /// Where a call is carried out: it sees one repository, stops when the client wants it to, and what it keeps says
  /// through whom it came.
  func workspace(in directory: String, for call: Call) -> Workspace {
    var workspace = Workspace(
      directory: directory, environment: settings.environment, home: settings.home,
      interrupt: call.interrupt)
    workspace.agent = call.client.name.map { Sanitized($0, limit: 60).description } ?? "an agent"
    workspace.isConfined = true
    return workspace
  }
}
