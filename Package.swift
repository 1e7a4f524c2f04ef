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

// One room a target; a room uses only rooms above it. docs/architecture.md tells the story.
let package = Package(
  name: "postmortem",
  platforms: [.macOS(.v15)],
  targets: [
    // MARK: Doors to C

    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(name: "CSubprocess"),

    // MARK: Foundations

    .target(name: "Digest", dependencies: ["CSodium"], swiftSettings: settings),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),

    .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: settings),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"], swiftSettings: settings),

    .target(name: "Subprocess", dependencies: ["CSubprocess"], swiftSettings: settings),
    .testTarget(name: "SubprocessTests", dependencies: ["Subprocess"], swiftSettings: settings),

    .target(name: "Statistics", swiftSettings: settings),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
  ]
)
