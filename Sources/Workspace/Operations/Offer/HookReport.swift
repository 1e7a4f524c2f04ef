/// What became of the hook.
public struct HookReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/hook/1"

  /// Its file.
  public var path: String

  /// What became of it.
  public var action: Action

  /// What can become of it.
  public enum Action: String, Sendable, Encodable {
    /// It was written.
    case installed

    /// It is there already.
    case unchanged

    /// A hook of somebody's calls `postmortem offer` already.
    case called

    /// It is gone.
    case removed

    /// There is none of ours.
    case absent
  }

  init(path: String, action: Action) {
    self.path = path
    self.action = action
  }
}
