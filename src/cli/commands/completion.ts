// scenesetter completion: a script that lets the shell complete commands and options.
import { Command } from "commander";
import { choiceArgument } from "../arguments.ts";
import { outputOf } from "../context.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

interface Words {
  readonly name: string;
  readonly description: string;
  readonly options: readonly string[];
}

function words(root: Command): readonly Words[] {
  return root.commands.map((c) => ({
    name: c.name(),
    description: c.description().split(/[.:;]/)[0]!,
    options: c.options.map((o) => o.long!).filter(Boolean),
  }));
}

const SCRIPT: Readonly<Record<(typeof SHELLS)[number], (commands: readonly Words[]) => string>> = {
  bash: (commands) => `_scenesetter() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${commands.map((c) => c.name).join(" ")}" -- "$word")); return; fi
  case "$word" in
    -*) case "\${COMP_WORDS[1]}" in
${commands.map((c) => `      ${c.name}) COMPREPLY=($(compgen -W "${c.options.join(" ")}" -- "$word"));;`).join("\n")}
    esac;;
    *) COMPREPLY=($(compgen -f -- "$word"));;
  esac
}
complete -F _scenesetter scenesetter
`,
  zsh: (commands) => `#compdef scenesetter
_scenesetter() {
  local -a commands
  commands=(${commands.map((c) => `'${c.name}:${c.description.replaceAll("'", "’")}'`).join(" ")})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
${commands.map((c) => `    ${c.name}) compadd -- ${c.options.join(" ")};;`).join("\n")}
  esac
  _files
}
compdef _scenesetter scenesetter
`,
  fish: (commands) =>
    `${commands
      .flatMap((c) => [
        `complete -c scenesetter -n __fish_use_subcommand -a ${c.name} -d '${c.description.replaceAll("'", "’")}'`,
        ...c.options.map((o) => `complete -c scenesetter -n '__fish_seen_subcommand_from ${c.name}' -l ${o.slice(2)}`),
      ])
      .join("\n")}\n`,
};

export function completionCommand(): Command {
  return new Command("completion")
    .description("Print a script that lets the shell complete commands and options.")
    .argument("<shell>", SHELLS.join(", "))
    .addHelpText("after", '\nExample:\n  eval "$(scenesetter completion bash)"\n')
    .action((shell: string, _options: unknown, command: Command) => {
      outputOf(command).result(SCRIPT[choiceArgument("completion", shell, SHELLS)](words(command.parent!)));
    });
}
