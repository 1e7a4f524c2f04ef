import Repository

/// Files in which services for continuous integration are told what to run; their places are the services' own.
enum PipelineFiles {
  /// Whether a path is one of them.
  static func holds(_ path: TreePath) -> Bool {
    let text = path.description
    if names.contains(text) { return true }
    return directories.contains { text.hasPrefix($0) } && endings.contains { text.hasSuffix($0) }
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
