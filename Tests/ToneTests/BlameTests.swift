import Testing
import Tone

@Suite("Blame")
struct BlameTests {
  static let cues: [String] = [
    "The reviewer overlooked the missing unlock.",
    "Priya forgot to renew the certificate.",
    "The platform team failed to test the rollback.",
    "This is Marta's fault.",
    "The author should have caught this in review.",
    "An engineer accidentally dropped the table.",
    "It was a human error.",
    "The developer did not read the warning.",
    "That was negligent.",
    "Someone neglected to rotate the key.",
    "The on-call engineer ignored the page.",
    "He had pushed the wrong tag.",
    "The release should not have been approved.",
    "Tomas never tested the upgrade.",
    "The junior developer who wrote it made a silly mistake.",
    "The missing check was overlooked by the reviewers.",
    "Whoever wrote this loop did so in a hurry.",
    "The engineer in charge of the rollout misjudged the load.",
    "Helga merged the branch without running the tests.",
    "The outage was caused by an administrator.",
    "Ops reacted too late.",
    "Acme, which owned the site, had no spare disk and did not hire a guard.",
    "The hosting company forgot to renew the contract.",
    "Northwind’s lack of oversight left the cabinet open.",
    "Vandelay Inc mismanaged the cutover.",
    "The supplier's understaffing at the weekend made the outage longer.",
    "The carrier never told its customers of the maintenance.",
    "The manufacturer had known of the defect for months.",
    "Daniel Stoltenberg failed to notice it.",
    "Maria Lopes's failure to rotate the key opened the door.",
    "The contractor's misconfiguration of the firewall opened the port.",
    "User error: the mask was entered as the gateway.",
    "Wrong assumption by the firmware team about the byte order.",
    "The fault is entirely with the integrator.",
    "The maintainers have been ignoring our report since May.",
    "The original developer, who has since left, didn't think of two writers.",
    "Had Alice tested the change on a board, the fault would have been seen.",
    "A more experienced operator would have noticed the lag.",
    "The release was botched by the build team.",
    "The host was upgraded by Pavel without telling anyone.",
    "Support did not escalate the ticket for six hours.",
    "The mistake was made by the night shift.",
    "The electrician cut the wrong cable.",
    "No one on the team checked the alarm.",
    "Lack of diligence let the defect through.",
    "People kept merging on a red build.",
    "Jonas was in a hurry.",
  ]

  @Test("A person, a role or a team as the fault is blame", arguments: cues)
  func cue(text: String) {
    #expect(words(of: .blame, in: text) != [])
  }

  static let nearMisses: [String] = [
    "The commit forgot to release the lock.",
    "Priya wrote the fix and Tomas reviewed it.",
    "The guard failed to stop the second writer.",
    "I forgot to add the test.",
    "The session manager failed to resolve the host.",
    "Owner: Marta. Add a check to the release script.",
    "The request sent by the developer failed to parse.",
    "`git blame` names the commit.",
    "The user error message is shown twice.",
    "The kernel missed the wakeup.",
    "If you forget the flag, the command stops.",
    "The team added a limit to the queue.",
    "The compiler should have inlined the call.",
    "The scheduler ignored the priority.",
    "The on-call engineer took the node out of the pool.",
    "We did not test the 32-bit build.",
    "The maintainers should have access to the log.",
    "Marta found the commit by bisection.",
    "Review did not catch the missing unlock, since no test ran the path.",
    "The vendor published a patch.",
    "Kafka, which runs on the same host, did not flush its log.",
    "Consul, which manages the members, did not announce the node.",
    "Redis's lack of memory made the writes fail.",
    "The provider did not inform the controller of the change.",
    "The carrier failed to come up after the reset.",
    "The agency's key is rotated every month.",
    "Nodes did not communicate after the partition.",
    "The scheduler cut the wrong branch.",
    "The job was cancelled by the operator.",
    "The kernel's failure to map the page ends the process.",
    "A more careful check would have cost 3 ms.",
    "Support for sockets did not change.",
    "The daemon's misconfiguration is printed at its start.",
    "The thread slept through the signal.",
    "Daniel Stoltenberg wrote the fix.",
    "An error: the mask is no gateway.",
    "The supplier is responsible for this library.",
  ]

  @Test("Code that forgets, who did the fix, and who owns an action are not blamed", arguments: nearMisses)
  func nearMiss(text: String) {
    #expect(words(of: .blame, in: text) == [])
  }

  @Test("A name is a person's where the reader was told so; that of a service is none")
  func toldNames() {
    let text = "Zyrtok forgot the guard."
    #expect(words(of: .blame, in: text) == [])
    #expect(words(of: .blame, in: text, names: ["Zyrtok Brandt"]) == ["Zyrtok forgot"])
    #expect(words(of: .blame, in: "It is Zyrtok’s fault.", names: ["Zyrtok"]) == ["Zyrtok’s fault"])
    #expect(
      words(of: .blame, in: "Zyrtok Brandt forgot it.", names: ["Zyrtok Brandt"]) == ["Zyrtok Brandt forgot"])
    #expect(words(of: .blame, in: "zyrtok forgot the guard.", names: ["zyrtok"]) == ["zyrtok forgot"])
    #expect(words(of: .blame, in: "GitHub failed to answer.", names: ["GitHub"]) == [])
    #expect(words(of: .blame, in: "The release failed to start.", names: ["release"]) == [])
  }
}
