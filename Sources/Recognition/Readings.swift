/// All families of runners, and the order in which they are asked.
enum Readings {
  /// Those that start other runners: when one speaks, the others' words are only quoted by it.
  static let harnesses: [any RunnerReading] = [
    CTestReading(), ProveReading(), AutomakeReading(), MesonReading(),
  ]

  /// Those that run tests themselves; several may speak in one run, one after the other.
  static let runners: [any RunnerReading] =
    [
      SwiftTestReading(), PytestReading(), UnittestReading(), GoReading(), CargoReading(), NextestReading(),
      NodeTestReading(), JestReading(), VitestReading(), MochaReading(), GoogleTestReading(), Catch2Reading(),
      SurefireReading(), GradleReading(), JUnitConsoleReading(), RSpecReading(), MinitestReading(),
      BatsReading(),
    ] + SummaryReading.all

  /// Notations that many runners can print, asked only when no runner is known by its own words.
  static let notations: [any RunnerReading] = [
    TAPReading(), JUnitXMLReading(), MakeReading(), NpmReading(),
  ]

  /// Every report in a run, from the families that have the right to speak.
  static func reports(of run: Run) -> [Report] {
    for family in [harnesses, runners, notations] {
      let reports = family.compactMap { $0.report(of: run) }
      if !reports.isEmpty { return reports }
    }
    return []
  }
}
