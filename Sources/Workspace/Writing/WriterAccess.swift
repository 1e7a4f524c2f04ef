import Network
import Spelling
import Storage
import Subprocess
import Writer

/// The language model that a call names, with its key.
///
/// Only the user's own settings say where facts go: no file of a repository, no flag, no variable does.
struct WriterAccess {
  let writer: ChosenWriter
  private let settingsPath: String

  /// The key that the environment held, where the settings name its variable.
  private let environmentKey: Secret?

  /// - Parameter workspace: loses the variable that holds the key: no program that is started is to see it.
  /// - Throws: `WriterAccessError`; `UserSettingsError`; `FileError`.
  init(named name: String, in workspace: inout Workspace) throws {
    let settings = try UserSettings(environment: workspace.environment)
    settingsPath = settings.path
    let known = settings.writers.map(\.settings.name)
    guard let writer = settings.writers.first(where: { $0.settings.name == name }) else {
      throw WriterAccessError.noWriter(name, known: known, path: settings.path)
    }
    self.writer = writer
    environmentKey = writer.keyVariable.flatMap { workspace.environment.removeValue(forKey: $0) }
      .flatMap { $0.isEmpty ? nil : Secret($0) }
  }

  /// Looks whether the settings are the user's own, beyond the reach of what a repository brings.
  ///
  /// - Throws: `WriterAccessError`.
  func checkSettings(outside root: String) throws(WriterAccessError) {
    guard let real = FileTree.realPath(settingsPath),
      Path.relative(real, to: FileTree.realPath(root) ?? root) == nil
    else { throw .settingsInRepository(settingsPath) }
    guard FileTree.isWrittenByOwnerAlone(real) else { throw .settingsOpen(settingsPath) }
  }

  /// What asks the model.
  ///
  /// - Throws: `WriterAccessError`; `ConversationInterrupted` where the user stops what prints the key.
  func client(in workspace: Workspace) throws -> WriterClient {
    let settings = writer.settings
    let (environment, interrupt) = (workspace.environment, workspace.interrupt)
    return WriterClient(
      settings, key: try key(in: workspace), timekeeper: .system(interrupt: interrupt),
      client: { limits in
        HTTPClient(
          limits: limits, proxies: ProxySettings(environment: environment),
          certificates: settings.certificates, interrupt: interrupt)
      }, notice: { [observe = workspace.observe] in observe(.writer(.waiting($0))) })
  }

  private func key(in workspace: Workspace) throws -> Secret? {
    if let variable = writer.keyVariable {
      guard let environmentKey else {
        throw WriterAccessError.noKeyInVariable(writer.settings.name, variable: variable)
      }
      return try checked(environmentKey)
    }
    if let line = writer.keyCommand { return try JiraAccess.token(printedBy: line, in: workspace) }
    return try writer.key.map(checked)
  }

  private func checked(_ key: Secret) throws(WriterAccessError) -> Secret {
    // Anything else would break the header that it is sent in.
    guard !key.isEmpty, key.isPrintable else { throw .badKey(writer.settings.name) }
    return key
  }
}

/// Why a language model cannot be asked.
enum WriterAccessError: Error, Equatable {
  /// The settings name none of that name.
  case noWriter(String, known: [String], path: String)

  /// The settings stand in the repository, where others can write them.
  case settingsInRepository(String)

  /// Others than the user can write the settings.
  case settingsOpen(String)

  /// The variable that is to hold the key does not.
  case noKeyInVariable(String, variable: String)

  /// What is given as the key is none.
  case badKey(String)
}
