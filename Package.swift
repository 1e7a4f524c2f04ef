// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is compiled with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The same for rooms in which each unsafe call is marked, if there is any: the compiler keeps it so.
let safeSettings = settings + [.strictMemorySafety()]

// One room a target; a room uses only rooms above it. docs/architecture.md tells the story.
let package = Package(
  name: "postmortem",
  platforms: [.macOS(.v15)],
  targets: [
    // MARK: Doors to C

    // The -extensions package has no pkg-config file of its own; the first one names both libraries.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSubprocess"),
    // The header is of libcurl4-openssl-dev; the library is loaded at the first request.
    .target(name: "CCurl"),
    // The texts of skills/, taken in by the compiler.
    .target(name: "CAgentSkills"),

    // MARK: Foundations

    // What tests take by chance, the same in every run.
    .target(name: "Chance", path: "Tests/Chance", swiftSettings: safeSettings),

    .target(name: "Database", dependencies: ["CSQLite"], swiftSettings: settings),

    .target(name: "Digest", dependencies: ["CSodium"], swiftSettings: settings),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),

    .target(name: "Markdown", dependencies: ["CMarkGFM"], swiftSettings: settings),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: settings),

    .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: settings),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"], swiftSettings: settings),

    .target(name: "Spelling", swiftSettings: safeSettings),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"], swiftSettings: settings),

    .target(name: "Templates", swiftSettings: safeSettings),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates"], swiftSettings: settings),

    .target(name: "Storage", swiftSettings: settings),

    .target(name: "Terminal", swiftSettings: safeSettings),
    .testTarget(name: "TerminalTests", dependencies: ["Chance", "Terminal"], swiftSettings: settings),

    .target(name: "Masking", dependencies: ["Digest", "Storage"], swiftSettings: safeSettings),
    .testTarget(name: "MaskingTests", dependencies: ["Masking"], swiftSettings: settings),

    .target(name: "Subprocess", dependencies: ["CSubprocess", "Storage"], swiftSettings: settings),
    .testTarget(name: "SubprocessTests", dependencies: ["Subprocess"], swiftSettings: settings),

    .target(name: "Network", dependencies: ["CCurl", "Subprocess"], swiftSettings: settings),

    .target(
      name: "Scratch", dependencies: ["CSubprocess", "Digest", "Storage", "Subprocess"],
      path: "Tests/Scratch",
      swiftSettings: settings),
    .testTarget(
      name: "ScratchTests", dependencies: ["Scratch", "Storage", "Subprocess"], swiftSettings: settings),
    .testTarget(
      name: "DatabaseTests", dependencies: ["Database", "Scratch", "Storage"], swiftSettings: settings),
    .testTarget(
      name: "StorageTests", dependencies: ["Chance", "Scratch", "Storage"], swiftSettings: settings),
    .testTarget(
      name: "NetworkTests", dependencies: ["Network", "Scratch", "Storage", "Subprocess"],
      swiftSettings: settings),

    .target(
      name: "AgentSkills", dependencies: ["CAgentSkills", "Digest", "Storage"], swiftSettings: safeSettings),
    .testTarget(
      name: "AgentSkillsTests", dependencies: ["AgentSkills", "Scratch", "Storage"], swiftSettings: settings),

    .target(name: "YAML", dependencies: ["CYAML", "Spelling"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["Chance", "YAML"], swiftSettings: settings),

    .target(
      name: "JSONRPC", dependencies: ["Storage", "Subprocess", "Terminal"], swiftSettings: safeSettings),
    .testTarget(
      name: "JSONRPCTests", dependencies: ["JSONRPC", "Storage", "Subprocess"],
      swiftSettings: settings),

    // MARK: The domain

    .target(name: "Repository", dependencies: ["Storage", "Subprocess"], swiftSettings: safeSettings),
    .testTarget(
      name: "RepositoryTests", dependencies: ["Chance", "Repository", "Scratch", "Storage", "Subprocess"],
      swiftSettings: settings),

    .target(name: "Statistics", swiftSettings: safeSettings),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),

    .target(name: "Recognition", swiftSettings: safeSettings),
    .testTarget(
      name: "RecognitionTests", dependencies: ["Recognition"], exclude: ["Transcripts"],
      swiftSettings: settings),

    .target(name: "Casework", dependencies: ["Digest", "Storage", "YAML"], swiftSettings: safeSettings),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework", "Chance", "Scratch", "Storage", "YAML"],
      swiftSettings: settings
    ),

    .target(
      name: "Proof",
      dependencies: [
        "Casework", "Digest", "Masking", "Patterns", "Recognition", "Repository", "Statistics", "Storage",
        "Subprocess",
      ], swiftSettings: safeSettings),
    .testTarget(
      name: "ProofTests",
      dependencies: [
        "Casework", "Digest", "Masking", "Patterns", "Proof", "Recognition", "Repository", "Scratch",
        "Statistics",
        "Storage",
        "Subprocess",
      ], swiftSettings: settings),

    .target(
      name: "Origin",
      dependencies: [
        "Casework", "Markdown", "Masking", "Proof", "Repository", "Statistics", "Storage", "Subprocess",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "OriginTests",
      dependencies: ["Casework", "Origin", "Repository", "Scratch", "Storage", "Subprocess"],
      swiftSettings: settings),

    .target(
      name: "Record", dependencies: ["Casework", "Digest", "Markdown", "Spelling", "Templates", "YAML"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "RecordTests", dependencies: ["Casework", "Markdown", "Record", "Storage", "Templates"],
      swiftSettings: settings),

    .target(name: "Tone", dependencies: ["Markdown", "Record"], swiftSettings: safeSettings),
    .testTarget(name: "ToneTests", dependencies: ["Chance", "Record", "Tone"], swiftSettings: settings),

    .target(
      name: "Grounding",
      dependencies: ["Casework", "Markdown", "Record", "Repository", "Spelling", "Storage", "YAML"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "GroundingTests",
      dependencies: ["Casework", "Grounding", "Record", "Repository", "Scratch", "Storage", "Subprocess"],
      swiftSettings: settings),

    .target(
      name: "Archive",
      dependencies: [
        "Database", "Digest", "Grounding", "Markdown", "Recognition", "Record", "Repository", "Storage",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "Database", "Recognition", "Record", "Repository", "Scratch", "Storage", "Subprocess",
      ],
      swiftSettings: settings),

    .target(
      name: "Review",
      dependencies: [
        "Casework", "Grounding", "Markdown", "Patterns", "Record", "Spelling", "Storage", "Tone", "YAML",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "Casework", "Chance", "Grounding", "Markdown", "Record", "Repository", "Review", "Scratch",
        "Subprocess", "YAML",
      ],
      swiftSettings: settings),

    .target(
      name: "Rendering", dependencies: ["Digest", "Markdown", "Record", "Storage", "Terminal", "YAML"],
      swiftSettings: safeSettings),
    // What is to be XML is read back by a parser that is not ours; only tests need it.
    .systemLibrary(
      name: "CLibXML2", path: "Tests/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["CLibXML2", "Digest", "Markdown", "Rendering", "Scratch", "Storage", "Terminal"],
      exclude: ["Golden"], swiftSettings: settings),

    .target(
      name: "Delivery", dependencies: ["Casework", "Digest", "Network", "Rendering", "Storage"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "DeliveryTests",
      dependencies: ["Chance", "Delivery", "Digest", "Network", "Scratch", "Storage", "Subprocess"],
      swiftSettings: settings),

    .target(
      name: "Writer", dependencies: ["Grounding", "Markdown", "Network", "Record", "Storage", "Tone"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "WriterTests",
      dependencies: ["Chance", "Network", "Record", "Scratch", "Storage", "Subprocess", "Writer"],
      swiftSettings: settings),

    // MARK: Operations and faces

    .target(name: "Declaration", dependencies: ["Spelling"], swiftSettings: safeSettings),
    .testTarget(name: "DeclarationTests", dependencies: ["Declaration"], swiftSettings: settings),

    .target(
      name: "Workspace",
      dependencies: [
        "AgentSkills", "Archive", "Casework", "Declaration", "Delivery", "Digest", "Grounding", "Markdown",
        "Masking",
        "Network",
        "Origin",
        "Patterns",
        "Proof", "Recognition",
        "Record", "Rendering", "Repository", "Review", "Spelling", "Storage", "Subprocess", "Templates",
        "Writer", "YAML",
      ],
      swiftSettings: safeSettings),

    .target(
      name: "CommandLineInterface",
      dependencies: [
        "AgentSkills", "Archive", "Casework", "Declaration", "Delivery", "Grounding", "Markdown", "Masking",
        "Network",
        "Origin",
        "Proof", "Record",
        "Rendering", "Review",
        "Repository", "Spelling", "Storage", "Terminal", "Workspace", "Writer", "YAML",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "CommandLineInterfaceTests",
      dependencies: [
        "Casework", "Chance", "CommandLineInterface", "Declaration", "Markdown", "Rendering", "Terminal",
        "Workspace",
      ],
      exclude: ["Golden"], swiftSettings: settings),

    .target(
      name: "ModelContext",
      dependencies: [
        "Archive", "Casework", "Declaration", "Delivery", "Digest", "JSONRPC", "Origin", "Proof", "Record",
        "Rendering",
        "Review", "Spelling",
        "Storage",
        "Subprocess",
        "Terminal", "Workspace",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "ModelContextTests",
      dependencies: ["Declaration", "Delivery", "ModelContext", "Storage", "Subprocess"],
      swiftSettings: settings
    ),

    .target(
      name: "LanguageServer",
      dependencies: [
        "Casework", "Declaration", "Grounding", "JSONRPC", "Markdown", "Record", "Review", "Storage",
        "Subprocess", "Terminal", "Workspace",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: ["Chance", "LanguageServer", "Record", "Review", "Storage"], swiftSettings: settings),

    .executableTarget(
      name: "postmortem",
      dependencies: [
        "CommandLineInterface", "Declaration", "JSONRPC", "LanguageServer", "ModelContext", "Subprocess",
        "Terminal",
        "Workspace",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Chance", "Digest", "Scratch", "Storage", "Subprocess", "postmortem"],
      exclude: ["Golden"], swiftSettings: settings),

    // MARK: Measured, not shipped

    .executableTarget(
      name: "bench",
      dependencies: [
        "Archive", "Casework", "Chance", "Digest", "Grounding", "Origin", "Proof", "Record", "Rendering",
        "Repository",
        "Scratch", "Statistics", "Storage", "Subprocess",
      ],
      path: "Benchmarks",
      exclude: ["adf", "check.py", "fit_origin.py", "post.py", "proselint.txt", "writer.py"],
      swiftSettings: settings),

    // MARK: Fuzzed, not shipped

    .target(
      name: "FuzzTargets",
      dependencies: [
        "Casework", "Digest", "Grounding", "JSONRPC", "LanguageServer", "Markdown", "ModelContext",
        "Recognition", "Record",
        "Rendering",
        "Repository", "Review",
        "Storage",
        "Subprocess", "Writer", "YAML",
      ],
      path: "Fuzz/Targets", swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "Storage", "Subprocess"], swiftSettings: settings),

    // Built by libFuzzer's rules where `./dev fuzz` says so, else a program that replays inputs.
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets", "Storage"], path: "Fuzz/Driver",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),
  ]
)
