import Recognition
import Testing

@Suite struct TranscriptTests {
  @Test(arguments: RecordedRun.all)
  func `a recorded run is read as what it was`(run: RecordedRun) {
    #expect(run.reading(run.recognize()) == run.expectations)
  }
}
