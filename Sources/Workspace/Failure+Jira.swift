import Declaration
import Delivery
import Network
import Proof

extension Failure {
  /// Why a tracker gave no answer.
  static func tracker(_ error: TrackerError) -> Failure {
    switch error {
    case .unreachable(let error): unreachable(error)
    case .noTracker(let words):
      Failure(
        "no-jira", words, "Give the address that you see when you read a ticket.", status: .configuration)
    case .doubtful(let words):
      Failure(
        "no-answer", words, "Run the command again; before anything is posted, what is there is looked at.",
        status: .network)
    case .limited(_, let messages):
      Failure(
        "too-many-requests", said("Jira takes no more requests for now (429)", messages),
        "Wait some minutes, and run the command again.", status: .network)
    case .refused(let status, let messages): refused(status, messages)
    }
  }

  /// Only what the network did may be otherwise a moment later.
  private static func unreachable(_ error: HTTPError) -> Failure {
    switch error.cause {
    case .noLibrary(let reason): libCurl(LibCurlUnfit(reason: reason))
    case .unfit, .unprotected, .notTrusted, .badCertificates, .redirected:
      Failure(
        "bad-access", error.sentence, "postmortem doctor says what works and what does not.",
        status: .configuration)
    case .noSuchHost, .noSuchProxy, .noConnection, .timedOut, .tooLong, .broken, .interrupted:
      Failure(
        "unreachable", error.sentence, "postmortem doctor says what works and what does not.",
        status: .network)
    }
  }

  private static func refused(_ status: Int, _ messages: [String]) -> Failure {
    switch status {
    case 400:
      Failure(
        "refused", said("Jira refuses the request (400)", messages),
        "What it names is to be changed: the text, or who may read it.")
    case 401:
      Failure(
        "not-logged-in", said("Jira does not take the login (401)", messages),
        messages.contains { $0.contains("CAPTCHA") }
          ? "Log in with a browser once, which asks a riddle; then run the command again."
          : "The token may be wrong, expired or of another account: postmortem jira login.",
        status: .configuration)
    case 403:
      Failure(
        "not-permitted", said("Jira does not permit that (403)", messages),
        "The account needs the permissions Browse Projects and Add Comments, and a token with scopes write:jira-work.",
        status: .configuration)
    case 404:
      Failure(
        "no-ticket", said("Jira knows nothing there, or does not show it to this account (404)", messages),
        "Check the key; postmortem jira status says which site and which account it is.")
    case 413:
      Failure(
        "ticket-full", said("The ticket takes no more, or no longer, comments (413)", messages),
        "Jira keeps 5,000 comments of a ticket: remove some, or put the record into the repository and link to it."
      )
    default:
      Failure(
        "refused", said("Jira refuses the request (\(status))", messages),
        "postmortem doctor says what works and what does not.")
    }
  }

  /// A sentence, and what Jira says itself.
  private static func said(_ sentence: String, _ messages: [String]) -> String {
    messages.isEmpty ? "\(sentence)." : "\(sentence): \(messages.joined(separator: " "))"
  }

  static func jiraAccess(_ error: JiraAccessError) -> Failure {
    switch error {
    case .badAddress(let text):
      Failure(
        "bad-site", "“\(text)” is no address of a site.", "Write it like https://example.atlassian.net.",
        status: .usage)
    case .noSite:
      Failure(
        "no-login", "There is no login to a site of Jira.", "postmortem jira login ADDRESS makes one.",
        status: .configuration)
    case .noLogin(let site, let known):
      Failure(
        "no-login",
        "There is no login to \(site)\(known.isEmpty ? "" : ", only to \(known.joined(separator: ", "))").",
        "postmortem jira login \(site) makes one.", status: .configuration)
    case .severalSites(let sites):
      Failure(
        "several-sites", "There are logins to several sites: \(sites.joined(separator: ", ")).",
        "Name one: in .postmortem/config.yaml as jira.url, or by POSTMORTEM_JIRA_URL.", status: .configuration
      )
    case .noToken(let site):
      Failure(
        "no-token", "The settings hold no token for \(site), and no token_command.",
        "postmortem jira login \(site) stores one.", status: .configuration)
    case .tokenWithoutSite:
      Failure(
        "token-without-site", "POSTMORTEM_JIRA_TOKEN is set, and nothing says for which site it is.",
        "Set POSTMORTEM_JIRA_URL, too: a repository cannot say where a token goes.", status: .configuration)
    case .noEmail(let site):
      Failure(
        "no-email", "\(site) is Jira Cloud, which wants the e-mail address of the account.",
        "Give it: postmortem jira login --email ADDRESS, or POSTMORTEM_JIRA_EMAIL.", status: .configuration)
    case .tokenCommandFailed(let line):
      Failure(
        "token-command", "The command that is to print the token failed: \(line)",
        "Run it by hand, and mend it in the settings; its first line is the token.", status: .configuration)
    case .noTokenGiven:
      Failure(
        "no-token", "What was given as the token is none: it is one line of printable signs.",
        "Copy it again, whole.", status: .configuration)
    case .nobodyToAsk(let what):
      Failure(
        "no-terminal", "Nothing says \(what), and there is no terminal to ask at.",
        "Give the address as an argument, and the token by --with-token or --token-command.", status: .usage)
    case .twoTokens:
      Failure(
        "two-tokens", "--with-token and --token-command both say where the token is from.", "Leave one out.",
        status: .usage)
    }
  }

  static func userSettings(_ error: UserSettingsError) -> Failure {
    switch error {
    case .noHome:
      Failure(
        "no-home", "There is no place for your settings: neither HOME nor XDG_CONFIG_HOME is set.",
        "Set one of them.", status: .configuration)
    case .openToOthers(let path):
      Failure(
        "settings-open", "“\(path)” holds a token, and others may read it.",
        "chmod 600 \(ShellWord.quoted(path)); where others have read it, revoke the token and log in anew.",
        status: .configuration)
    case .unreadable(let faults):
      Failure(
        "bad-settings", faults.joined(separator: "\n"), "Mend the file at that place.", status: .configuration
      )
    }
  }

  static func libCurl(_ error: LibCurlUnfit) -> Failure {
    Failure(
      "no-libcurl", "libcurl, which asks Jira, cannot be used: \(error.reason).",
      "Install it, version 7.85 or later: apt install libcurl4. Everything but Jira works without.")
  }

  static func mayNotComment(_ error: MayNotComment) -> Failure {
    Failure(
      "not-permitted", "The account may not comment on \(error.key).",
      "Whoever administers the project grants it: the permission Add Comments.", status: .configuration)
  }
}
