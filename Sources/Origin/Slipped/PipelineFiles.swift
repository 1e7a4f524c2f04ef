import Repository

/// Files in which services for continuous integration are told what to run; their places are the services' own.
enum PipelineFiles {
  /// Whether a path is one of them.
  static func holds(_ path: TreePath) -> Bool {
    let text = path.description
    if names.contains(text) { return true }
    return directories.contains { text.hasPrefix($0) } && endings.contains { text.hasSuffix($0) }
  }

  /// What a file tells a service to do: without comments, names for people, and the keys of jobs.
  static func orders(in text: [UInt8]) -> [UInt8] {
    var orders: [UInt8] = []
    for line in text.split(separator: 0x0A) {
      let start = line.drop { " \t-".utf8.contains($0) }
      if start.starts(with: "#".utf8) || start.starts(with: "//".utf8) || start.starts(with: "name:".utf8) {
        continue
      }
      var end = line.endIndex
      for place in line.indices.dropFirst() where line[place] == UInt8(ascii: "#") {
        guard line[place - 1] == 0x20 || line[place - 1] == 0x09 else { continue }
        end = place
        break
      }
      let order = line[..<end]
      // `tests:` alone names a job.
      let key = order.reversed().drop { $0 == 0x20 || $0 == 0x0D }
      if key.first == UInt8(ascii: ":"), !order.contains(UInt8(ascii: "/")) { continue }
      orders += order + [0x0A]
    }
    return orders
  }

  /// Files at the root, as GitLab, Travis CI, Jenkins, Azure, AppVeyor, Cirrus CI, Drone, Woodpecker, Bitbucket,
  /// Semaphore, sourcehut and Google Cloud Build document them.
  private static let names: Set<String> = [
    ".gitlab-ci.yml", ".travis.yml", "Jenkinsfile", "azure-pipelines.yml", "appveyor.yml", ".appveyor.yml",
    ".cirrus.yml", ".cirrus.star", ".drone.yml", ".woodpecker.yml", ".woodpecker.yaml",
    "bitbucket-pipelines.yml", ".build.yml", "cloudbuild.yaml", "cloudbuild.yml", ".zuul.yaml", ".zuul.yml",
    "wercker.yml", "buddy.yml",
  ]

  /// Directories of such files: GitHub, CircleCI, Buildkite, GitLab's includes, and others.
  private static let directories = [
    ".github/workflows/", ".circleci/", ".buildkite/", ".gitlab/", ".semaphore/", ".builds/", ".woodpecker/",
    ".azure-pipelines/", ".forgejo/workflows/", ".gitea/workflows/", ".zuul.d/", ".ci/",
  ]

  private static let endings = [".yml", ".yaml", ".sh", "Jenkinsfile"]
}
