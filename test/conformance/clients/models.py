"""Parses every answer of the API's story by the models of datamodel-code-generator; says what it could not."""

import json
import sys

import models

failures = []
parsed = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        answer = json.loads(line)
        try:
            getattr(models, answer["component"]).model_validate(answer["body"])
            parsed += 1
        except Exception as error:
            failures.append(f"{answer['route']} {answer['status']}: {error}")
print(json.dumps({"parsed": parsed, "failures": failures}))
