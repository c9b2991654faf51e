"""Prints the plan for a prompt, or measures the router on a file of labelled prompts."""

import json
import sys
from pathlib import Path

from nemovideo_mcp.routing.evaluation import Row, evaluate
from nemovideo_mcp.routing.plan import Plan
from nemovideo_mcp.routing.router import route
from nemovideo_mcp.settings import Settings


def run(settings: Settings) -> int:
    """One line of JSON on stdout; 2 when nothing was asked."""
    options = settings.options
    if options.eval:
        try:
            report = evaluate(_rows(Path(options.eval)))
        except (OSError, ValueError, KeyError) as error:
            print(f"nemovideo-mcp: {options.eval} cannot be read: {error}", file=sys.stderr)
            return 2
        print(json.dumps(report.to_json()))
        return 0
    if options.text is None:
        print('nemovideo-mcp: say what to route: nemovideo-mcp route "TEXT"', file=sys.stderr)
        return 2
    print(json.dumps(as_json(route(options.text))))
    return 0


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def as_json(plan: Plan) -> dict[str, object]:
    """The plan as a JSON object; what a step does not say is left out."""
    steps = [
        {
            key: value
            for key, value in (
                ("action", step.action.value),
                ("text", step.text),
                ("files", list(step.files)),
                ("format", step.format),
                ("resolution", step.resolution),
                ("path", step.path),
            )
            if value
        }
        for step in plan.steps
    ]
    return {"actions": list(plan.actions), "steps": steps, "why": plan.why, "language": plan.language}
