extension SecretRule {
  /// All rules; of two that fit the same place the first one holds.
  static let all: [SecretRule] = tokens + named
}

extension SecretRule {
  /// Credentials that are known by their form.
  private static let tokens: [SecretRule] = [
    SecretRule(
      identifier: "private-key", what: "a private key in PEM or OpenPGP armour",
      source: "RFC 7468; RFC 9580, 6.2",
      anchors: ["-----BEGIN"],
      form: .keyBlock,
      masked: [
        "-----BEGIN RSA PRIVATE KEY-----\n⟦⟨base64 64⟩\n⟨base64 64⟩\n⟨base64 20⟩⟧\n-----END RSA PRIVATE KEY-----",
        "\"private_key\": \"-----BEGIN PRIVATE KEY-----⟦\\n⟨base64 64⟩\\n⟨base64 40⟩\\n⟧-----END PRIVATE KEY-----\\n\"",
        "+-----BEGIN OPENSSH PRIVATE KEY-----\n+⟦⟨base64 70⟩\n+⟨base64 70⟩⟧\n+-----END OPENSSH PRIVATE KEY-----",
      ],
      kept: [
        "-----BEGIN PUBLIC KEY-----\n⟨base64 64⟩\n-----END PUBLIC KEY-----",
        "if line.hasPrefix(\"-----BEGIN RSA PRIVATE KEY-----\") {\n  return true\n}",
        "-----BEGIN CERTIFICATE-----\n⟨base64 64⟩\n-----END CERTIFICATE-----",
      ]),
    SecretRule(
      identifier: "aws-access-key", what: "the identifier of an AWS access key",
      source: "AWS IAM User Guide: IAM identifiers, unique identifiers",
      anchors: ["AKIA", "ASIA", "ABIA", "ACCA"],
      form: .token([.run(.base32, 16...16)]),
      masked: [
        "aws_access_key_id = ⟦AKIA⟨base32 16⟩⟧"
      ],
      kept: [
        "AKIAIOSFODNN7EXAMPLE",
        "MAKIA⟨base32 16⟩",
        "AKIA_REGION_IS_A_NAME",
      ]),
    SecretRule(
      identifier: "gcp-api-key", what: "a Google API key", source: "Google Cloud: API keys",
      anchors: ["AIza"],
      form: .token([.run(.base64URL, 35...35)]),
      masked: [
        "https://maps.googleapis.com/maps/api/js?key=⟦AIza⟨url 35⟩⟧"
      ],
      kept: [
        "AIzaTooShort",
        "AIzaXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
      ]),
    SecretRule(
      identifier: "gcp-oauth", what: "an access token or client secret of Google OAuth",
      source: "Google Identity: OAuth 2.0",
      anchors: ["ya29.", "GOCSPX-"],
      form: .token([.run(.base64URL, 20...2048)]),
      masked: [
        "token ⟦ya29.⟨url 60⟩⟧",
        "⟦GOCSPX-⟨url 28⟩⟧",
      ],
      kept: [
        "ya29.short"
      ]),
    SecretRule(
      identifier: "azure-storage-key", what: "the account key of an Azure storage account",
      source: "Microsoft Learn: configure Azure Storage connection strings",
      anchors: ["AccountKey=", "SharedAccessKey="],
      form: .behind([.run(.base64, 40...100)]),
      masked: [
        "AccountName=rill;AccountKey=⟦⟨base64 86⟩==⟧;EndpointSuffix=core.windows.net"
      ],
      kept: [
        "AccountKey=<key>"
      ]),
    SecretRule(
      identifier: "azure-sas", what: "the signature of an Azure shared access signature",
      source: "Microsoft Learn: create a service SAS",
      anchors: ["&sig=", "?sig="],
      form: .behind([.run(.alphanumeric + ByteSet("%+/=_-"), 40...200)]),
      masked: [
        "?sv=2022-11-02&se=2026-01-01&sig=⟦⟨alnum 43⟩%3D⟧"
      ],
      kept: [
        "?sig=detail"
      ]),
    SecretRule(
      identifier: "azure-client-secret", what: "a client secret of Microsoft Entra",
      source: "Microsoft Learn: application credentials",
      anchors: ["Q~"],
      form: .around(.base64URL + ByteSet(".~"), 4, [.run(.base64URL + ByteSet(".~"), 31...34)]),
      masked: [
        "secret ⟦⟨alnum 3⟩8Q~⟨alnum 34⟩⟧"
      ],
      kept: [
        "Q~short"
      ]),
    SecretRule(
      identifier: "github-token", what: "a token of GitHub",
      source: "GitHub Docs: about authentication, token formats",
      anchors: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
      form: .token([.run(.alphanumeric, 36...255)]),
      masked: [
        "git clone https://x:⟦ghp_⟨alnum 36⟩⟧@github.com/rill/rill",
        "GH_TOKEN=⟦ghs_⟨alnum 36⟩⟧",
        "said\\n⟦gho_⟨alnum 36⟩⟧\\n",
      ],
      kept: [
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ghp_tooShort",
        "my_ghp_table_name_is_long_enough_to_be_seen",
      ]),
    SecretRule(
      identifier: "github-fine-grained-token", what: "a fine-grained token of GitHub",
      source: "GitHub Docs: managing personal access tokens",
      anchors: ["github_pat_"],
      form: .token([.run(.alphanumeric + ByteSet("_"), 50...255)]),
      masked: [
        "⟦github_pat_⟨alnum 22⟩_⟨alnum 59⟩⟧"
      ],
      kept: [
        "github_pat_rotation_job"
      ]),
    SecretRule(
      identifier: "gitlab-token", what: "a token of GitLab",
      source: "GitLab Docs: token overview, token prefixes",
      anchors: [
        "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glimt-", "glagent-", "gloas-",
        "glrtr-", "glffct-",
      ],
      form: .token([.run(.base64URL + ByteSet("."), 20...300)]),
      masked: [
        "PRIVATE-TOKEN: ⟦glpat-⟨url 20⟩⟧",
        "⟦glrt-⟨alnum 20⟩⟧",
      ],
      kept: [
        "glpat-xxxxxxxxxxxxxxxxxxxx"
      ]),
    SecretRule(
      identifier: "bitbucket-password", what: "an app password of Bitbucket",
      source: "Atlassian Community: Bitbucket token prefixes, 2025",
      anchors: ["ATBB"],
      form: .token([.run(.alphanumeric, 28...64)]),
      masked: [
        "⟦ATBB⟨alnum 32⟩⟧"
      ],
      kept: [
        "ATBBLE"
      ]),
    SecretRule(
      identifier: "atlassian-token", what: "an API or access token of Atlassian",
      source: "Atlassian Community: Bitbucket token prefixes, 2025",
      anchors: ["ATATT3", "ATCTT3", "ATSTT3"],
      form: .token([.run(.base64URL + ByteSet("="), 40...400)]),
      masked: [
        "jira login with ⟦ATATT3xFfGF0⟨url 170⟩=⟨hex 8⟩⟧"
      ],
      kept: [
        "ATATT3 is a prefix"
      ]),
    SecretRule(
      identifier: "slack-token", what: "a token of Slack", source: "Slack API: token types",
      anchors: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxe.", "xoxc-", "xoxd-", "xapp-"],
      form: .token([.run(.base64URL + ByteSet(".%"), 20...400)]),
      masked: [
        "SLACK=⟦xoxb-⟨digit 12⟩-⟨digit 12⟩-⟨alnum 24⟩⟧"
      ],
      kept: [
        "xoxb-your-token-goes-here-please"
      ]),
    SecretRule(
      identifier: "webhook-url", what: "the secret part of a webhook's address",
      source: "Slack API: incoming webhooks; Discord: webhooks; Microsoft Teams: incoming webhooks",
      anchors: [
        "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/",
        "discord.com/api/webhooks/", "discordapp.com/api/webhooks/", "webhook.office.com/webhookb2/",
      ],
      form: .behind([.run(.base64URL + ByteSet("/@"), 30...300)]),
      masked: [
        "curl https://hooks.slack.com/services/⟦T⟨base32 8⟩/B⟨base32 8⟩/⟨alnum 24⟩⟧"
      ],
      kept: [
        "https://hooks.slack.com/services/…",
        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
      ]),
    SecretRule(
      identifier: "npm-token", what: "an access token of npm", source: "npm Docs: about access tokens",
      anchors: ["npm_"],
      form: .token([.run(.alphanumeric, 36...36)]),
      masked: [
        "//registry.npmjs.org/:_authToken=⟦npm_⟨alnum 36⟩⟧"
      ],
      kept: [
        "npm_config_registry",
        "npm_lifecycle_event",
      ]),
    SecretRule(
      identifier: "pypi-token", what: "an API token of PyPI",
      source: "PyPI: API tokens; they are macaroons in Base64",
      anchors: ["pypi-AgE"],
      form: .token([.run(.base64URL, 50...500)]),
      masked: [
        "⟦pypi-AgE⟨url 150⟩⟧"
      ],
      kept: [
        "pypi-AgEnt"
      ]),
    SecretRule(
      identifier: "stripe-key", what: "a secret key of Stripe", source: "Stripe Docs: API keys",
      anchors: ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"],
      form: .token([.run(.alphanumeric, 20...250)]),
      masked: [
        "⟦sk_live_⟨alnum 24⟩⟧",
        "⟦whsec_⟨alnum 32⟩⟧",
      ],
      kept: [
        "pk_live_⟨alnum 24⟩",
        "sk_test_xxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    SecretRule(
      identifier: "sendgrid-key", what: "an API key of SendGrid", source: "Twilio SendGrid Docs: API keys",
      anchors: ["SG."],
      form: .token([.run(.base64URL, 22...22), .literal("."), .run(.base64URL, 43...43)]),
      masked: [
        "⟦SG.⟨url 21⟩a.⟨url 42⟩a⟧"
      ],
      kept: [
        "SG.Singapore"
      ]),
    SecretRule(
      identifier: "twilio-key", what: "an API key of Twilio", source: "Twilio Docs: API keys",
      anchors: ["SK"],
      form: .token([.run(.lowerHex, 32...32)]),
      masked: [
        "⟦SK⟨hex 32⟩⟧"
      ],
      kept: [
        "SK⟨hex 31⟩",
        "AC⟨hex 32⟩",
      ]),
    SecretRule(
      identifier: "model-key", what: "an API key of a maker of language models",
      source: "OpenAI, Anthropic, OpenRouter: API keys",
      anchors: ["sk-ant-", "sk-proj-", "sk-svcacct-", "sk-admin-", "sk-or-v1-"],
      form: .token([.run(.base64URL, 32...300)]),
      masked: [
        "OPENAI_API_KEY=⟦sk-proj-⟨url 90⟩a⟧",
        "⟦sk-ant-api03-⟨url 90⟩a⟧",
      ],
      kept: [
        "task-proj-⟨alnum 40⟩",
        "sk-proj-short",
      ]),
    SecretRule(
      identifier: "model-key-old", what: "an API key of OpenAI in its first form", source: "OpenAI: API keys",
      anchors: ["sk-"],
      form: .token([.run(.alphanumeric, 48...48)]),
      masked: [
        "⟦sk-⟨alnum 48⟩⟧"
      ],
      kept: [
        "disk-⟨alnum 48⟩",
        "sk-loading-indicator",
      ]),
    SecretRule(
      identifier: "huggingface-token", what: "a token of Hugging Face",
      source: "Hugging Face Docs: user access tokens",
      anchors: ["hf_"],
      form: .token([.run(.letters, 34...40)]),
      masked: [
        "⟦hf_⟨letter 34⟩⟧"
      ],
      kept: [
        "hf_short"
      ]),
    SecretRule(
      identifier: "digitalocean-token", what: "a token of DigitalOcean",
      source: "DigitalOcean Docs: personal access tokens",
      anchors: ["dop_v1_", "doo_v1_", "dor_v1_"],
      form: .token([.run(.lowerHex, 64...64)]),
      masked: [
        "⟦dop_v1_⟨hex 64⟩⟧"
      ],
      kept: [
        "dop_v1_short"
      ]),
    SecretRule(
      identifier: "shopify-token", what: "a token of Shopify", source: "Shopify: access tokens",
      anchors: ["shpat_", "shpca_", "shppa_", "shpss_"],
      form: .token([.run(.hex, 32...32)]),
      masked: [
        "⟦shpat_⟨hex 32⟩⟧"
      ],
      kept: [
        "shpat_short"
      ]),
    SecretRule(
      identifier: "vault-token", what: "a token of HashiCorp Vault", source: "HashiCorp Vault: tokens",
      anchors: ["hvs.", "hvb."],
      form: .token([.run(.base64URL, 24...300)]),
      masked: [
        "⟦hvs.⟨alnum 90⟩⟧"
      ],
      kept: [
        "hvs.short"
      ]),
    SecretRule(
      identifier: "databricks-token", what: "a token of Databricks",
      source: "Databricks Docs: personal access tokens",
      anchors: ["dapi"],
      form: .token([.run(.lowerHex, 32...32)]),
      masked: [
        "⟦dapi⟨hex 32⟩⟧"
      ],
      kept: [
        "dapishort"
      ]),
    SecretRule(
      identifier: "grafana-token", what: "a service account's token of Grafana",
      source: "Grafana Docs: service accounts",
      anchors: ["glsa_"],
      form: .token([.run(.alphanumeric, 32...32), .literal("_"), .run(.hex, 8...8)]),
      masked: [
        "⟦glsa_⟨alnum 32⟩_⟨hex 8⟩⟧"
      ],
      kept: [
        "glsa_short"
      ]),
    SecretRule(
      identifier: "docker-token", what: "an access token of Docker Hub", source: "Docker Docs: access tokens",
      anchors: ["dckr_pat_", "dckr_oat_"],
      form: .token([.run(.base64URL, 24...64)]),
      masked: [
        "⟦dckr_pat_⟨alnum 27⟩⟧"
      ],
      kept: [
        "dckr_pat_short"
      ]),
    SecretRule(
      identifier: "rubygems-key", what: "an API key of RubyGems", source: "RubyGems Guides: API keys",
      anchors: ["rubygems_"],
      form: .token([.run(.lowerHex, 48...48)]),
      masked: [
        "⟦rubygems_⟨hex 48⟩⟧"
      ],
      kept: [
        "rubygems_short"
      ]),
    SecretRule(
      identifier: "age-key", what: "a secret key of age", source: "age: format of keys",
      anchors: ["AGE-SECRET-KEY-1"],
      form: .token([.run(.upper + .digits, 58...58)]),
      masked: [
        "⟦AGE-SECRET-KEY-1⟨base32 58⟩⟧"
      ],
      kept: [
        "AGE-SECRET-KEY-1short"
      ]),
    SecretRule(
      identifier: "linear-key", what: "an API key of Linear", source: "Linear: API",
      anchors: ["lin_api_"],
      form: .token([.run(.alphanumeric, 40...40)]),
      masked: [
        "⟦lin_api_⟨alnum 40⟩⟧"
      ],
      kept: [
        "lin_api_short"
      ]),
    SecretRule(
      identifier: "jwt", what: "a JSON Web Token", source: "RFC 7519; RFC 7515, 7.1",
      anchors: ["eyJ"],
      form: .token([
        .run(.base64URL, 10...4096), .literal("."), .run(.base64URL, 10...32768), .literal("."),
        .run(.base64URL + ByteSet("."), 0...16384),
      ]),
      masked: [
        "cookie ⟦eyJ⟨alnum 20⟩.eyJ⟨alnum 60⟩.⟨url 42⟩a⟧"
      ],
      kept: [
        "eyJ⟨alnum 40⟩",
        "keyJump.table.entry",
      ]),
  ]
}

extension SecretRule {
  /// Credentials that are known by what stands before them.
  private static let named: [SecretRule] = [
    SecretRule(
      identifier: "aws-secret-key", what: "an AWS secret access key",
      source: "AWS IAM User Guide: access keys",
      anchors: ["secret_access_key", "secretaccesskey", "secret-access-key"],
      form: .assignment(.awsSecret),
      masked: [
        "AWS_SECRET_ACCESS_KEY=⟦⟨base64 40⟩⟧",
        "\"SecretAccessKey\": \"⟦⟨base64 40⟩⟧\"",
      ],
      kept: [
        "AWS_SECRET_ACCESS_KEY=$SECRET",
        "aws_secret_access_key: String",
      ]),
    SecretRule(
      identifier: "url-password", what: "the password in a URL", source: "RFC 3986, 3.2.1",
      anchors: ["://"],
      form: .url,
      masked: [
        "postgres://app:⟦hunter7⟧@db.internal/rill",
        "https://⟦⟨hex 32⟩⟧@sentry.io/4",
      ],
      kept: [
        "postgres://app:$PASSWORD@db/rill",
        "https://user:password@host",
        "http://localhost:8080/a@b",
        "ssh://git@github.com/x",
        "redis://:***@cache",
        "postgres://postgres:postgres@localhost/x",
      ]),
    SecretRule(
      identifier: "authorization", what: "a credential of an HTTP request",
      source: "RFC 9110, 11.6.2; RFC 6750; RFC 7617",
      anchors: ["authorization", "bearer "],
      form: .authorization,
      masked: [
        "> Authorization: Bearer ⟦⟨alnum 30⟩⟧",
        "curl -H 'Authorization: Basic ⟦⟨alnum 22⟩==⟧'",
        "sent bearer ⟦⟨alnum 40⟩⟧",
      ],
      kept: [
        "Authorization: Bearer $TOKEN",
        "Authorization: Bearer <token>",
        "headers[\"Authorization\"] = \"Bearer \" + token",
        "the bearer authentication scheme",
        "Authorization: Basic authentication",
      ]),
    SecretRule(
      identifier: "curl-password", what: "a password given to curl", source: "curl: --user",
      anchors: ["-u ", "-u\u{1F}", "--user ", "--user\u{1F}"],
      form: .userOption,
      masked: [
        "curl -u admin:⟦hunter7⟧ https://jira.internal",
        "curl --user 'bot:⟦s3cr3t!⟧' x",
      ],
      kept: [
        "curl -u $USER:$PASS x",
        "docker run -u 1000:1000 x",
        "sort -u a:bcd",
      ]),
    SecretRule(
      identifier: "assigned-password", what: "a password behind its name", source: "",
      anchors: ["password", "passwd", "passphrase", "pwd", "pass"],
      form: .assignment(.password),
      masked: [
        "DB_PASSWORD=⟦Xk9!mQ2zRt⟧",
        "password: ⟦⟨alnum 20⟩⟧",
        "{\"dbPassword\": \"⟦⟨alnum 24⟩⟧\"}",
        "--password ⟦⟨alnum 20⟩⟧",
        "machine git.internal login bot password ⟦hunter7x⟧",
      ],
      kept: [
        "password=***",
        "password=$PASSWORD",
        "password: String",
        "password = getPassword(user)",
        "password=changeme",
        "password: <token>",
        "PASSWORD=${DB_PASSWORD:-}",
        "password_hash=⟨alnum 30⟩",
        "let password = readLine()",
        "bypass = ⟨alnum 20⟩",
        "passed: 12345678a",
      ]),
    SecretRule(
      identifier: "assigned-secret", what: "a token, key or secret behind its name", source: "",
      anchors: [
        "token", "secret", "credential", "credentials", "api_key", "apikey", "api-key", "access_key",
        "accesskey", "secret_key", "secretkey", "private_key", "account_key", "auth_key", "authkey",
        "encryption_key", "signing_key", "master_key", "_auth",
      ],
      form: .assignment(.token),
      masked: [
        "API_TOKEN=⟦⟨alnum 32⟩⟧",
        "apiKey: '⟦⟨alnum 24⟩⟧'",
        "client_secret=⟦⟨hex 40⟩⟧&grant_type=x",
        "X-Api-Key: ⟦⟨alnum 32⟩⟧",
        "--token ⟦⟨alnum 32⟩⟧",
        "- name: API_TOKEN\n  value: ⟦⟨alnum 32⟩⟧",
      ],
      kept: [
        "token = nextToken()",
        "secret: String",
        "key = map.get(k)",
        "let token = lexer.currentToken",
        "token=⟨hex 40⟩",
        "apiKey: process.env.API_KEY",
        "tokens: 123456789012345678",
        "token_url=https://id.example.com/token",
        "secret = 123e4567-e89b-12d3-a456-426614174000",
        "nextPageToken: theNextPageTokenOfTheList",
        "key: ⟨hex 64⟩",
        "commit ⟨hex 40⟩",
      ]),
  ]
}
