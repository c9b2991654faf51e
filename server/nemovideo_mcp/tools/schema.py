"""The JSON schemas of arguments and results, in as few words as they allow."""

from functools import cache
from typing import Any

from pydantic import BaseModel


@cache
def compact_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The model's JSON schema without what costs words and says nothing: titles, docstrings of nested models."""
    schema: dict[str, Any] = model.model_json_schema(mode="serialization")
    result: dict[str, Any] = _spelled(schema, schema.pop("$defs", {}))
    result.pop("description", None)
    return result


@cache
def result_schema(model: type[BaseModel], shown: tuple[str, ...] = ()) -> dict[str, Any]:
    """The names and the plain types of a result's fields, or of those to be shown.

    All of them are in every result, and need no second naming.
    """
    schema = compact_schema(model)
    fields = {
        name: {"type": field.get("type", "object")}
        for name, field in schema["properties"].items()
        if not shown or name in shown
    }
    return {"type": "object", "properties": fields}


def _spelled(node: Any, definitions: dict[str, Any]) -> Any:
    """The node with its references spelled out and its noise left out."""
    if isinstance(node, list):
        return [_spelled(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        named: dict[str, Any] = _spelled(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
        return {key: value for key, value in named.items() if key != "description"}
    if set(node) >= {"anyOf"} and {"type": "null"} in node["anyOf"] and len(node["anyOf"]) == 2:
        return _spelled(_nullable(node), definitions)
    names = node.get("properties")
    kept = {key: value for key, value in node.items() if not _noise(key, value)}
    spelled = {key: _spelled(value, definitions) for key, value in kept.items() if key != "properties"}
    if isinstance(names, dict):
        spelled["properties"] = {name: _spelled(value, definitions) for name, value in names.items()}
    return spelled


def _noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _nullable(node: dict[str, Any]) -> dict[str, Any]:
    """`anyOf: [X, null]` as the shorter `type: [x, null]`, where X has a plain type."""
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    given: dict[str, Any] = next(option for option in node["anyOf"] if option != {"type": "null"})
    if "$ref" in given:
        return rest | {"type": ["object", "null"]}
    choices = {"enum": [*given["enum"], None]} if "enum" in given else {}
    return rest | given | {"type": [given["type"], "null"]} | choices
