/// One family of test runners, known by the lines it prints.
protocol RunnerReading: Sendable {
  /// What the runner says in this run; nil when it does not speak in it.
  func report(of run: Run) -> Report?
}
