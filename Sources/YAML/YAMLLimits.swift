/// How much a document may be: far more than people write, far less than would hurt.
public enum YAMLLimits {
  /// The most bytes of a text.
  public static let bytes = 4 * 1024 * 1024

  /// The most lists and mappings inside each other.
  public static let depth = 64

  /// The most characters of a key, as YAML has it.
  public static let keyLength = 1024
}
