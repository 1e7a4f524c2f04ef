/// Whether a task is done.
public enum TaskState: Sendable, Equatable {
  /// An empty box.
  case open

  /// A ticked box.
  case done
}
