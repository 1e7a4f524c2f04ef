#include "CAgentSkills.h"

// `#embed` is of C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A test holds this list against the directory.
static const unsigned char debug_ledger[] = {
#embed "../../skills/debug-ledger/SKILL.md"
};
static const unsigned char post_mortem[] = {
#embed "../../skills/post-mortem/SKILL.md"
};
static const unsigned char commands[] = {
#embed "../../skills/post-mortem/references/commands.md"
};
static const unsigned char delivery[] = {
#embed "../../skills/post-mortem/references/delivery.md"
};
static const unsigned char inputs[] = {
#embed "../../skills/post-mortem/references/inputs.md"
};
static const unsigned char ledger[] = {
#embed "../../skills/post-mortem/references/ledger.md"
};
static const unsigned char review[] = {
#embed "../../skills/post-mortem/references/review.md"
};
static const unsigned char sections[] = {
#embed "../../skills/post-mortem/references/sections.md"
};

static const struct cagentskills_file files[] = {
    {"debug-ledger/SKILL.md", debug_ledger, sizeof debug_ledger},
    {"post-mortem/SKILL.md", post_mortem, sizeof post_mortem},
    {"post-mortem/references/commands.md", commands, sizeof commands},
    {"post-mortem/references/delivery.md", delivery, sizeof delivery},
    {"post-mortem/references/inputs.md", inputs, sizeof inputs},
    {"post-mortem/references/ledger.md", ledger, sizeof ledger},
    {"post-mortem/references/review.md", review, sizeof review},
    {"post-mortem/references/sections.md", sections, sizeof sections},
};

const struct cagentskills_file *cagentskills_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
