/// The version of the tool.
enum Version {
  /// Semantic version; CHANGELOG.md tells what it holds, and `./dev manifests` writes it into those of agents' plugins.
  static let current = "0.1.0"

  /// The day of the version.
  static let date = "2026-11-25"
}
